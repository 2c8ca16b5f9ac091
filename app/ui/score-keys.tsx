import { m } from '#app/i18n/paraglide/messages.js'
import { SCORES, type Score } from '#app/voting/ballot.ts'

type Props = {
  /** Says what is scored; read out with each key. */
  legend: string
  /** Distinguishes the fields of several forms on one page. */
  id: string
  value?: number | null
  size?: 'tall' | 'small'
  /** Told of a key pressed with mouse, finger or pen; walking through them with the arrows chooses but does not press. */
  onPress?: (score: Score) => void
  error?: string
}

/** Six keys like a piano's. Underneath they are radio buttons, so that any form can send them without JavaScript. */
export function ScoreKeys({ legend, id, value = null, size = 'tall', onPress, error }: Props) {
  return (
    <fieldset className="min-w-0" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="sr-only">{legend}</legend>
      <div className={`grid grid-cols-6 ${size === 'tall' ? '' : 'max-w-80'}`}>
        {SCORES.map((score) => (
          <label
            key={score}
            className={`-ml-px relative flex cursor-pointer select-none flex-col items-center justify-end border border-strong bg-paper text-center transition-colors first:ml-0 first:rounded-l-sm last:rounded-r-sm hover:z-10 hover:border-ink hover:bg-raised has-checked:z-10 has-checked:border-accent has-checked:bg-accent has-checked:text-paper has-focus-visible:z-20 has-focus-visible:outline-2 has-focus-visible:outline-ink has-focus-visible:outline-offset-2 ${
              size === 'tall' ? 'h-20 pb-2 md:h-26 md:pb-3' : 'h-11 justify-center!'
            }`}
          >
            <input
              type="radio"
              name="score"
              id={score === 0 ? id : undefined}
              value={score}
              defaultChecked={value === score}
              required
              // A click by keyboard has no detail: the arrows only choose.
              onClick={(event) => event.detail > 0 && onPress?.(score)}
              aria-label={m.voting_score_spoken({ score, meaning: meaningOf(score) })}
              className="absolute inset-0 size-full cursor-pointer appearance-none opacity-0"
            />
            <span
              aria-hidden="true"
              className={`font-serif tabular-nums leading-none ${size === 'tall' ? 'text-2xl md:text-3xl' : 'text-lg'}`}
            >
              {score}
            </span>
            {size === 'tall' && (
              <span aria-hidden="true" className="mt-1.5 hidden text-xs leading-tight md:block">
                {meaningOf(score)}
              </span>
            )}
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className="mt-2 font-medium text-danger text-sm">
          {error}
        </p>
      )}
    </fieldset>
  )
}

/** What a score means, so that one voter's 3 is another's too. */
export function meaningOf(score: Score): string {
  return MEANINGS[score]()
}

const MEANINGS: Record<Score, () => string> = {
  0: m.voting_score_0,
  1: m.voting_score_1,
  2: m.voting_score_2,
  3: m.voting_score_3,
  4: m.voting_score_4,
  5: m.voting_score_5,
}
