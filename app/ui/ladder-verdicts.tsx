import type { LadderVerdict } from './ladder.tsx'
import { Stamp } from './stamp.tsx'
import { CODE_WORDS, stampOf, VERDICT_WORDS } from './verdict-words.ts'

/** What each juror said of one rung, one below the other: the stamp and the name, and beside them the words where there is room. */
export function LadderVerdicts({ verdicts }: { verdicts: readonly LadderVerdict[] }) {
  if (verdicts.length === 0) return null
  return (
    <ul className="@container mt-8 space-y-7">
      {verdicts.map((verdict) => {
        const stamp = stampOf(verdict.kind)
        const code = verdict.code ? CODE_WORDS[verdict.code]() : undefined
        return (
          <li key={verdict.jurorId} className="@sm:grid grid-cols-[8.5rem_minmax(0,1fr)] gap-x-6">
            <div>
              {stamp ? (
                <Stamp verdict={stamp} code={code} size="small" />
              ) : (
                <span className="text-sm">{VERDICT_WORDS[verdict.kind].label()}</span>
              )}
              <p className="mt-2 text-quiet text-sm">{verdict.by}</p>
            </div>
            {verdict.reason && (
              <blockquote className="mt-1 border-line border-l pl-4 text-ink text-sm @sm:mt-0">
                {verdict.reason}
              </blockquote>
            )}
          </li>
        )
      })}
    </ul>
  )
}
