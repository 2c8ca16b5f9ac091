import { m } from '#app/i18n/paraglide/messages.js'
import type { BallotProgress as Progress } from '#app/voting/booths.server.ts'

/** How far the ballot is: a tick for each score that it needs, then the plain count. */
export function BallotProgress({ progress }: { progress: Progress }) {
  const { missing, given, scorable, gate } = progress
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      <span aria-hidden="true" className="flex gap-1">
        {Array.from({ length: gate }, (_, index) => index).map((tick) => (
          <span
            key={tick}
            className={`h-3 w-1.5 border ${tick < given ? 'border-accent bg-accent' : 'border-strong bg-transparent'}`}
          />
        ))}
      </span>
      <span>{missing > 0 ? m.voting_progress_missing({ missing }) : m.voting_progress_counts()}</span>
      <span className="hidden text-quiet tabular-nums sm:inline">{m.voting_progress_given({ given, scorable })}</span>
    </p>
  )
}
