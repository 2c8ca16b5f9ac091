import { useEffect, useState } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'
import { CONTROL, FieldFrame, type FieldWords, fieldAria } from './field-frame.tsx'

type Props = FieldWords & { autoComplete: 'current-password' | 'new-password'; minLength?: number }

/** A password, with a button that shows it once JavaScript runs: typing a sentence blindly invites short ones. */
export function PasswordField({ autoComplete, minLength, ...words }: Props) {
  const [shown, setShown] = useState(false)
  const [alive, setAlive] = useState(false)
  useEffect(() => setAlive(true), [])
  return (
    <FieldFrame words={words}>
      <span className="relative block">
        <input
          type={shown ? 'text' : 'password'}
          className={`${CONTROL} ${alive ? 'pr-24!' : ''}`}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          minLength={minLength}
          {...fieldAria(words)}
        />
        {alive && (
          <button
            type="button"
            className="absolute inset-y-0 right-0 px-4 text-quiet text-sm underline decoration-strong underline-offset-4 hover:text-accent"
            aria-pressed={shown}
            aria-controls={fieldAria(words).id}
            onClick={() => setShown(!shown)}
          >
            {shown ? m.accounts_password_hide() : m.accounts_password_show()}
          </button>
        )}
      </span>
    </FieldFrame>
  )
}
