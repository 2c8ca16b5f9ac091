import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

type Props = { icon?: IconName; title?: ReactNode; children: ReactNode; act?: ReactNode }

/** Nothing here yet: says why in one sentence, and what can be done about it. */
export function EmptyState({ icon = 'picture', title, children, act }: Props) {
  return (
    <div className="flex flex-col items-start gap-4 py-6 md:py-10">
      <Icon name={icon} className="-ml-1 size-8! text-quiet" />
      <div className="max-w-text">
        {title && <p className="mb-2 text-balance font-serif text-xl">{title}</p>}
        <div className="text-pretty text-quiet">{children}</div>
      </div>
      {act && <div className="flex flex-wrap gap-3">{act}</div>}
    </div>
  )
}
