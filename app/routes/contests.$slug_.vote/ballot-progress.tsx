import type { VotingMethod } from '#app/contests/brief.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { BallotProgress as Progress } from '#app/voting/booths.server.ts'

/** How far the ballot is: a tick for each score or answer that it needs, then the plain count. */
export function BallotProgress({ progress, method }: { progress: Progress; method: VotingMethod }) {
  const { missing, given, scorable, gate } = progress
  const byDuels = method === 'duels'
  const lacks = byDuels ? m.voting_duel_progress_missing({ count: missing }) : m.voting_progress_missing({ missing })
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
      <span>{missing > 0 ? lacks : m.voting_progress_counts()}</span>
      <span className="hidden text-quiet tabular-nums sm:inline">
        {byDuels ? m.voting_duel_progress_given({ count: given }) : m.voting_progress_given({ given, scorable })}
      </span>
    </p>
  )
}
