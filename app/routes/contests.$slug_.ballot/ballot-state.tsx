import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Ballot } from '#app/voting/ballots.server.ts'

type Props = { slug: string; ballot: Ballot; open: boolean; closed: boolean }

/** Whether the ballot is in, and what it still lacks. */
export function BallotState({ slug, ballot, open, closed }: Props) {
  const { given, missing, gate } = ballot.progress
  const toBooth = open && (
    <ButtonLink to={links.booth(slug)} look="primary">
      {ballot.lines.length === 0 ? m.voting_begin() : m.voting_ballot_go_on()}
    </ButtonLink>
  )
  if (ballot.lines.length === 0) {
    return (
      <EmptyState icon="list" title={m.voting_ballot_empty_title()} act={toBooth}>
        {closed ? m.voting_ballot_empty_closed() : m.voting_ballot_empty_open()}
      </EmptyState>
    )
  }
  const full = given > 0 && missing === 0
  return (
    <>
      {closed ? (
        <Notice tone={full ? 'done' : 'sealed'} title={full ? m.voting_ballot_in() : m.voting_ballot_short()}>
          {full ? m.voting_ballot_in_detail({ given }) : m.voting_ballot_short_detail({ given, gate })}
        </Notice>
      ) : (
        <Notice
          tone={full ? 'done' : 'amber'}
          title={full ? m.voting_ballot_open_counts() : m.voting_ballot_open_missing({ missing })}
          actions={toBooth}
        />
      )}
      {!ballot.prefersSomething && given > 1 && <Notice tone="info">{m.voting_ballot_says_nothing()}</Notice>}
    </>
  )
}
