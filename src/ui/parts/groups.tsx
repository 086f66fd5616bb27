import type { Language } from '../addresses.ts'
import { formatNumber } from '../format/format-number.ts'
import { fill, uiWords } from '../locale/words.ts'
import { type GroupCode, GroupSign } from './group-sign.tsx'

interface GroupFacts {
  group: GroupCode
  subgroup: number | null
  name: string
  address: string
  products: number
}

/** The six groups, each by its drawn sign, name and number of products. */
export function Groups({ groups, language }: { groups: readonly GroupFacts[]; language: Language }) {
  return (
    <ul className="groups wide">
      {groups.map((group) => (
        <li key={group.group}>
          <a href={group.address}>
            <GroupSign mark={group} language={language} isDecoration />
            {group.name}
            <small className="num">
              {fill(uiWords(language).products, { count: formatNumber(group.products, language) })}
            </small>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Numbers that sum the register up, each with what it counts. */
export function Counts({
  counts,
  language,
}: {
  counts: readonly { value: number; label: string }[]
  language: Language
}) {
  return (
    <dl className="counts">
      {counts.map(({ value, label }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{formatNumber(value, language)}</dd>
        </div>
      ))}
    </dl>
  )
}
