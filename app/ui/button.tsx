import { Link, useNavigation } from '@remix-run/react'
import { type ButtonHTMLAttributes, type ReactNode, useState } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'
import { Icon, type IconName } from './icon.tsx'

export type ButtonLook = 'primary' | 'plain' | 'danger' | 'quiet'
export type ButtonSize = 'normal' | 'small' | 'large'

type Dress = { look?: ButtonLook; size?: ButtonSize; icon?: IconName; children: ReactNode; className?: string }
type NativeButton = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'children'>

export function Button({ look = 'plain', size = 'normal', icon, children, className, ...rest }: Dress & NativeButton) {
  return (
    <button type="button" className={buttonClass(look, size, className)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

type LinkProps = Dress & { to: string; reloadDocument?: boolean; prefetch?: 'intent' | 'none'; download?: boolean }

export function ButtonLink({ look = 'plain', size = 'normal', icon, children, className, to, ...rest }: LinkProps) {
  return (
    <Link to={to} className={buttonClass(look, size, className)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}

type SubmitProps = Dress & NativeButton & { pending?: string }

/** Says `pending` and takes no second click while the form it sends is under way. */
export function SubmitButton({
  look = 'primary',
  size = 'normal',
  icon,
  children,
  className,
  pending,
  ...rest
}: SubmitProps) {
  const navigation = useNavigation()
  const [pressed, setPressed] = useState(false)
  const busy = pressed && navigation.formData !== undefined
  return (
    <button
      type="submit"
      className={buttonClass(look, size, className)}
      aria-disabled={busy || undefined}
      {...rest}
      onClick={(event) => {
        if (busy) event.preventDefault()
        setPressed(true)
        rest.onClick?.(event)
      }}
      onBlur={() => setPressed(false)}
    >
      {icon && <Icon name={icon} />}
      {busy ? (pending ?? m.ui_sending()) : children}
    </button>
  )
}

const LOOKS: Record<ButtonLook, string> = {
  primary: 'border-accent bg-accent text-paper hover:border-ink hover:bg-ink',
  plain: 'border-strong bg-transparent text-ink hover:border-ink hover:bg-ink hover:text-paper',
  danger: 'border-danger bg-transparent text-danger hover:bg-danger hover:text-paper',
  quiet: 'border-transparent text-ink underline decoration-strong decoration-1 underline-offset-4 hover:text-accent',
}

const SIZES: Record<ButtonSize, string> = {
  small: 'min-h-9 px-3 text-xs',
  normal: 'min-h-11 px-4 text-sm',
  large: 'min-h-14 px-7 text-base',
}

function buttonClass(look: ButtonLook, size: ButtonSize, className = ''): string {
  const quietPadding = look === 'quiet' ? 'px-1!' : ''
  return `inline-flex items-center justify-center gap-2 rounded-sm border font-medium leading-tight transition-colors aria-disabled:opacity-60 disabled:opacity-50 ${LOOKS[look]} ${SIZES[size]} ${quietPadding} ${className}`
}
