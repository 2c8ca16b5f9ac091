import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { SubmitButton } from './button.tsx'
import { Icon } from './icon.tsx'

type Props = {
  /** What opens it: "Withdraw this entry". */
  label: string
  /** What will happen, before it happens. */
  consequence: ReactNode
  /** What the button says: "Withdraw it now". */
  confirmLabel: string
  action?: string
  look?: 'danger' | 'plain'
  open?: boolean
  /** Further fields of the form: a reason, a password, hidden values. */
  children?: ReactNode
}

/** A dangerous act in two steps that works without JavaScript. */
export function Confirm({ label, consequence, confirmLabel, action, look = 'danger', open, children }: Props) {
  const ink = look === 'danger' ? 'text-danger' : 'text-ink'
  return (
    <details open={open} className="group max-w-text">
      <summary className={`inline-flex min-h-11 items-center gap-2 font-medium text-sm ${ink}`}>
        <Icon name="chevron" className="-rotate-90 transition-transform group-open:rotate-0" /> {label}
      </summary>
      <Form
        method="post"
        action={action}
        className={`mt-2 border-l-2 pl-5 ${look === 'danger' ? 'border-danger' : 'border-ink'}`}
      >
        <div className="mb-4 text-sm">{consequence}</div>
        {children}
        <SubmitButton look={look === 'danger' ? 'danger' : 'primary'}>{confirmLabel}</SubmitButton>
      </Form>
    </details>
  )
}
