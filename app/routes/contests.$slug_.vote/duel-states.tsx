import { Form } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { VotingExtended } from '#app/ui/voting-extended.tsx'
import type { BallotProgress } from '#app/voting/booths.server.ts'
import type { DuelBooth } from '#app/voting/duel-booths.server.ts'
import { isOutOfReach } from '#app/voting/gate.ts'
import { BeginForm } from './begin-form.tsx'
import { Point, Sheet, ToBrief, wallClock } from './booth-sheet.tsx'
import type { BoothView } from './booth-view.server.ts'

type Contest = BoothView['contest']

type Props = { contest: Contest; booth: DuelBooth; challenge: string | null }

/** The booth of duels when nothing is on the table: before the first two and after the last. */
export function DuelState({ contest, booth, challenge }: Props) {
  const { given, passed } = booth.progress
  if (given + passed === 0 && !booth.more)
    return (
      <Sheet title={m.voting_empty_title()} acts={<ToBrief slug={contest.slug} />}>
        <p>{m.voting_duel_empty()}</p>
      </Sheet>
    )
  if (given + passed === 0) return <Begin contest={contest} progress={booth.progress} challenge={challenge} />
  if (booth.more) {
    const next = <BeginForm action={links.boothDuelBegin(contest.slug)} label={m.voting_duel_next()} challenge={null} />
    return (
      <Sheet title={m.voting_duel_resume_title()} acts={next}>
        <VotingExtended schedule={contest.schedule} rule={contest} />
      </Sheet>
    )
  }
  return <Finished contest={contest} progress={booth.progress} />
}

function Begin({ contest, progress: { gate }, challenge }: Omit<Props, 'booth'> & { progress: BallotProgress }) {
  const close = wallClock(contest.votingClosesAt, contest)
  return (
    <Sheet
      title={contest.title}
      acts={<BeginForm action={links.boothDuelBegin(contest.slug)} label={m.voting_begin()} challenge={challenge} />}
    >
      <p className="text-lg">{m.voting_duel_begin_lead()}</p>
      <VotingExtended schedule={contest.schedule} rule={contest} />
      <dl className="mt-10 grid gap-8 text-sm sm:grid-cols-3">
        <Point title={m.voting_begin_queue_title()}>{m.voting_duel_begin_queue()}</Point>
        <Point title={m.voting_duel_begin_gate_title({ count: gate })}>{m.voting_duel_begin_gate()}</Point>
        <Point title={m.voting_begin_seal_title()}>{m.voting_duel_begin_seal({ close })}</Point>
      </dl>
    </Sheet>
  )
}

function Finished({ contest, progress }: { contest: Contest; progress: BallotProgress }) {
  const { missing, passed, gate } = progress
  const toBallot = (
    <ButtonLink to={links.ballot(contest.slug)} look={missing > 0 ? 'plain' : 'primary'}>
      {m.voting_see_ballot()}
    </ButtonLink>
  )
  return (
    <Sheet
      title={m.voting_duel_finished_title()}
      acts={
        <>
          {missing === 0 && toBallot}
          {passed > 0 && (
            <Form method="post" action={links.boothDuelAgain(contest.slug)}>
              <SubmitButton look={missing > 0 ? 'primary' : 'plain'}>
                {m.voting_duel_again({ count: passed })}
              </SubmitButton>
            </Form>
          )}
          {missing > 0 && toBallot}
        </>
      }
    >
      <p className="text-lg">
        {isOutOfReach(progress)
          ? m.voting_duel_finished_short({ gate })
          : missing > 0
            ? m.voting_duel_finished_missing({ count: missing })
            : m.voting_duel_finished_counts({ close: wallClock(contest.votingClosesAt, contest) })}
      </p>
      <VotingExtended schedule={contest.schedule} rule={contest} />
    </Sheet>
  )
}
