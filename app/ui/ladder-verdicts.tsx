import type { LadderVerdict } from './ladder.tsx'
import { Stamp } from './stamp.tsx'
import { CODE_WORDS, stampOf, VERDICT_WORDS } from './verdict-words.ts'

/** What each juror said of one rung: the stamp, the name, the words. */
export function LadderVerdicts({ verdicts }: { verdicts: readonly LadderVerdict[] }) {
  if (verdicts.length === 0) return null
  return (
    <ul className="mt-8 grid grid-cols-[repeat(auto-fill,minmax(min(13rem,100%),1fr))] gap-x-10 gap-y-8">
      {verdicts.map((verdict) => {
        const stamp = stampOf(verdict.kind)
        const code = verdict.code ? CODE_WORDS[verdict.code]() : undefined
        return (
          <li key={verdict.jurorId}>
            <div className="flex min-h-10 items-end">
              {stamp ? (
                <Stamp verdict={stamp} code={code} size="small" />
              ) : (
                <span className="text-sm">{VERDICT_WORDS[verdict.kind].label()}</span>
              )}
            </div>
            <p className="mt-2 text-quiet text-sm">{verdict.by}</p>
            {verdict.reason && (
              <blockquote className="mt-1 border-line border-l pl-4 text-ink text-sm">{verdict.reason}</blockquote>
            )}
          </li>
        )
      })}
    </ul>
  )
}
