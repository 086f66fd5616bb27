import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'

/** Nothing here: why, and what to do next. */
export function Empty({ icon, title, text, act }: { icon: IconName; title: string; text: string; act?: ReactNode }) {
  return (
    <div className="empty">
      <Icon name={icon} size={30} />
      <h2>{title}</h2>
      <p>{text}</p>
      {act}
    </div>
  )
}
