import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type NoticeTone = 'info' | 'done' | 'amber' | 'danger' | 'sealed'

const TONES: Record<NoticeTone, { icon: IconName; look: string; ink: string }> = {
  info: { icon: 'info', look: 'border-strong', ink: 'text-ink' },
  done: { icon: 'check', look: 'border-done', ink: 'text-done' },
  amber: { icon: 'clock', look: 'border-amber', ink: 'text-amber' },
  danger: { icon: 'warning', look: 'border-danger', ink: 'text-danger' },
  sealed: { icon: 'seal', look: 'border-ink border-dashed', ink: 'text-ink' },
}

type Props = {
  tone?: NoticeTone
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  role?: 'status' | 'alert'
}

export function Notice({ tone = 'info', title, children, actions, role }: Props) {
  const { icon, look, ink } = TONES[tone]
  return (
    <div role={role} className={`my-6 flex max-w-text gap-3 border-l-2 py-1 pl-4 ${look}`}>
      <Icon name={icon} className={`mt-1 ${ink}`} />
      <div className="min-w-0">
        {title && <p className={`font-medium ${ink}`}>{title}</p>}
        {children && <div className="text-pretty text-sm">{children}</div>}
        {actions && <div className="mt-3 flex flex-wrap gap-3">{actions}</div>}
      </div>
    </div>
  )
}
