import { NavLink } from 'react-router'
import { useMay } from '../api/session.ts'
import { useWords } from '../locale/locale.ts'
import { Icon, type IconName } from '../parts/icons.tsx'
import { useUndecidedTotal } from './use-undecided-total.ts'

function Room({ to, icon, label, count }: { to: string; icon: IconName; label: string; count?: number | undefined }) {
  return (
    <NavLink className="room" to={to} end={to === '/'}>
      <Icon name={icon} />
      {label}
      {count ? <span className="room-count">{count}</span> : null}
    </NavLink>
  )
}

/** The rooms that the person may enter. */
export function Navigation({ isOpen }: { isOpen: boolean }) {
  const { shell: words, security, changes, people } = useWords()
  const undecided = useUndecidedTotal()
  const may = {
    products: useMay('products.read'),
    producers: useMay('producers.read'),
    imports: useMay('imports.read'),
    places: useMay('places.decide'),
    recognitions: useMay('recognitions.read'),
    accounts: useMay('accounts.read'),
    changes: [useMay('changes.propose'), useMay('changes.decide')].includes(true),
    apiClients: useMay('api-clients.manage'),
    letters: useMay('letters.read'),
  }
  return (
    <nav className="rooms" id="rooms" aria-label={words.navigation} data-open={isOpen}>
      <Room to="/" icon="home" label={words.home} />
      {may.products && <Room to="/products" icon="products" label={words.products} />}
      {may.producers && <Room to="/producers" icon="producers" label={words.producers} />}
      {may.imports && <Room to="/imports" icon="imports" label={words.imports} />}
      {may.places && <Room to="/places" icon="places" label={words.places} count={undecided} />}
      {may.recognitions && <Room to="/recognitions" icon="recognitions" label={words.recognitions} />}
      {may.changes && <Room to="/changes" icon="swap" label={changes.room} />}
      {may.accounts && <Room to="/accounts" icon="accounts" label={words.accounts} />}
      {may.apiClients && <Room to="/api-clients" icon="accounts" label={security.clients} />}
      {may.letters && <Room to="/letters" icon="file" label={people.outbox} />}
      <div className="rooms-foot">
        <a href="/">{words.publicSite} ↗</a>
      </div>
    </nav>
  )
}
