import type { Language } from '../addresses.ts'
import { type GroupCode, GroupSign } from './group-sign.tsx'
import { StandingBadge, type StandingName } from './standing.tsx'
import { Stars } from './stars.tsx'

export interface CardFacts {
  publicId: string
  address: string
  name: string
  producerName: string
  placeName: string
  star: number | null
  standing: StandingName
  mark: { group: GroupCode; subgroup: number | null }
  picture: { address: string; width: number; height: number } | null
}

/** A product in a list: one link, its picture or sign, stars and standing. */
export function ProductCard({ card, language }: { card: CardFacts; language: Language }) {
  const { picture } = card
  const isRunning = card.standing === 'valid' || card.standing === 'expiring'
  return (
    <li className="cell">
      {picture === null ? (
        <GroupSign mark={card.mark} language={language} isDecoration />
      ) : (
        <img
          src={picture.address}
          width={picture.width}
          height={picture.height}
          alt=""
          loading="lazy"
          decoding="async"
        />
      )}
      <div>
        <h3>
          <a href={card.address}>{card.name}</a>
        </h3>
        <p>{card.producerName}</p>
        <p>{card.placeName}</p>
        <p className={isRunning ? 'line' : 'line past'}>
          <Stars star={card.star} language={language} />
          <StandingBadge standing={card.standing} language={language} />
        </p>
      </div>
    </li>
  )
}

/** Products one beside the other. */
export function ProductCards({
  cards,
  language,
  isWide,
}: {
  cards: readonly CardFacts[]
  language: Language
  isWide?: boolean
}) {
  return (
    <ul className={isWide === true ? 'cards three' : 'cards'}>
      {cards.map((card) => (
        <ProductCard key={card.publicId} card={card} language={language} />
      ))}
    </ul>
  )
}
