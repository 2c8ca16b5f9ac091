import type { VotingMethod } from '#app/contests/brief.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { BallotProgress } from '#app/voting/booths.server.ts'

type Props = {
  slug: string
  method: VotingMethod
  ballot: { progress: BallotProgress; lines: readonly unknown[]; prefersSomething: boolean }
  open: boolean
  closed: boolean
  /** Put aside, or excluded: then the desk's notice says what becomes of it. */
  held: boolean
}

/** Whether the ballot is in, and what it still lacks. */
export function BallotState({ slug, method, ballot, open, closed, held }: Props) {
  const words = method === 'duels' ? DUEL_WORDS : SCORE_WORDS
  const { given, missing, gate } = ballot.progress
  const toBooth = open && (
    <ButtonLink to={links.booth(slug)} look="primary">
      {ballot.lines.length === 0 ? m.voting_begin() : m.voting_ballot_go_on()}
    </ButtonLink>
  )
  if (ballot.lines.length === 0) {
    return (
      <EmptyState icon="list" title={m.voting_ballot_empty_title()} act={toBooth}>
        {closed ? words.emptyClosed() : words.emptyOpen()}
      </EmptyState>
    )
  }
  const full = given > 0 && missing === 0
  return (
    <>
      {closed ? (
        !held && (
          <Notice tone={full ? 'done' : 'sealed'} title={full ? m.voting_ballot_in() : m.voting_ballot_short()}>
            {full ? words.isIn(given) : words.short({ given, gate })}
          </Notice>
        )
      ) : (
        <Notice
          tone={full ? 'done' : 'amber'}
          title={full ? m.voting_ballot_open_counts() : words.missing(missing)}
          actions={toBooth}
        />
      )}
      {!ballot.prefersSomething && given > 1 && <Notice tone="info">{words.saysNothing()}</Notice>}
    </>
  )
}

const SCORE_WORDS = {
  emptyOpen: m.voting_ballot_empty_open,
  emptyClosed: m.voting_ballot_empty_closed,
  isIn: (given: number) => m.voting_ballot_in_detail({ given }),
  short: m.voting_ballot_short_detail,
  missing: (missing: number) => `${m.voting_progress_missing({ missing })}.`,
  saysNothing: m.voting_ballot_says_nothing,
}

const DUEL_WORDS: typeof SCORE_WORDS = {
  emptyOpen: m.voting_ballot_duels_empty_open,
  emptyClosed: m.voting_ballot_duels_empty_closed,
  isIn: (given) => m.voting_ballot_duels_in({ count: given }),
  short: m.voting_ballot_duels_short,
  missing: (missing) => `${m.voting_duel_progress_missing({ count: missing })}.`,
  saysNothing: m.voting_ballot_duels_nothing,
}
