import { type ReactNode, useId } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'
import type { DuelAnswer } from '#app/voting/duel.ts'

type Props = {
  first: { title: string }
  second: { title: string }
  /** What was pressed, while its answer is awaited. */
  pressed: DuelAnswer | null
  busy: boolean
  error?: string
}

/** A wide key for each side and one between them; each sends its form, so that no second press is needed without JavaScript. */
export function DuelKeys({ first, second, pressed, busy, error }: Props) {
  const errorId = useId()
  return (
    <>
      <fieldset aria-describedby={error ? errorId : undefined}>
        <legend className="sr-only">{m.voting_duel_question()}</legend>
        <div className="grid grid-cols-3">
          <Key answer="first" pressed={pressed} busy={busy} of={first.title}>
            <span className="lg:hidden">{m.voting_duel_upper()}</span>
            <span className="hidden lg:inline">{m.voting_duel_left()}</span>
          </Key>
          <Key answer="neither" pressed={pressed} busy={busy}>
            {m.voting_duel_neither()}
          </Key>
          <Key answer="second" pressed={pressed} busy={busy} of={second.title}>
            <span className="lg:hidden">{m.voting_duel_lower()}</span>
            <span className="hidden lg:inline">{m.voting_duel_right()}</span>
          </Key>
        </div>
      </fieldset>
      {error && (
        <p id={errorId} className="mt-2 font-medium text-danger text-sm">
          {error}
        </p>
      )}
    </>
  )
}

type KeyProps = Pick<Props, 'pressed' | 'busy'> & { answer: DuelAnswer; of?: string; children: ReactNode }

function Key({ answer, pressed, busy, of, children }: KeyProps) {
  return (
    <button
      type="submit"
      name="answer"
      value={answer}
      aria-disabled={busy || undefined}
      data-pressed={pressed === answer || undefined}
      className="-ml-px flex h-16 flex-col items-center justify-center border border-strong bg-paper px-1 text-center font-medium text-sm leading-tight transition-colors first:ml-0 first:rounded-l-sm last:rounded-r-sm hover:z-10 hover:border-ink hover:bg-raised focus-visible:z-20 data-pressed:border-accent data-pressed:bg-accent data-pressed:text-paper lg:h-20 lg:text-base"
    >
      {children}
      {of && <span className="sr-only">: {of}</span>}
    </button>
  )
}

/** The arrow that points where a design stands answers for it; down is for neither. */
export function answerOfKey(key: string): DuelAnswer | null {
  if (key === 'ArrowLeft') return 'first'
  if (key === 'ArrowRight') return 'second'
  return key === 'ArrowDown' ? 'neither' : null
}

export const ANSWER_KEYS = () => [
  { key: '←', does: m.voting_duel_keys() },
  { key: '→', does: m.voting_duel_keys_right() },
  { key: '↓', does: m.voting_duel_keys_down() },
]
