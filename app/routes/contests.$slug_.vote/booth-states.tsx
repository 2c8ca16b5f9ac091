import { Form } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { meaningOf } from '#app/ui/score-keys.tsx'
import { VotingExtended } from '#app/ui/voting-extended.tsx'
import { SCORES } from '#app/voting/ballot.ts'
import type { BallotProgress } from '#app/voting/booths.server.ts'
import { isOutOfReach } from '#app/voting/gate.ts'
import { TRACE_DAYS_MOST } from '#app/voting/trace.ts'
import { BeginForm } from './begin-form.tsx'
import { Point, Sheet, ToBrief, wallClock } from './booth-sheet.tsx'
import type { BoothView } from './booth-view.server.ts'

/** The booth when no design is on the table: before the first, after the last, and when this person may not vote. */
export function BoothState({ view }: { view: BoothView }) {
  const { contest, whyNot, booth } = view
  if (whyNot === 'voting-not-begun') return <Early contest={contest} />
  if (whyNot === 'voting-over') return <Over contest={contest} />
  if (!booth) return <NotAllowed view={view} />
  const { given, passed, scorable } = booth.progress
  if (scorable === 0) {
    return (
      <Sheet title={m.voting_empty_title()} acts={<ToBrief slug={contest.slug} />}>
        <p>{m.voting_empty()}</p>
      </Sheet>
    )
  }
  if (given + passed === 0) return <Begin contest={contest} progress={booth.progress} challenge={view.challenge} />
  if (booth.more) {
    return (
      <Sheet
        title={m.voting_resume_title()}
        acts={<BeginForm action={links.boothBegin(contest.slug)} label={m.voting_next()} challenge={null} />}
      >
        <VotingExtended schedule={contest.schedule} rule={contest} />
      </Sheet>
    )
  }
  return <Finished contest={contest} progress={booth.progress} />
}

type Contest = BoothView['contest']

type BeginProps = { contest: Contest; progress: BallotProgress; challenge: string | null }

function Begin({ contest, progress, challenge }: BeginProps) {
  const { gate, scorable } = progress
  const close = wallClock(contest.votingClosesAt, contest)
  return (
    <Sheet
      title={contest.title}
      acts={<BeginForm action={links.boothBegin(contest.slug)} label={m.voting_begin()} challenge={challenge} />}
    >
      <p className="text-lg">{m.voting_begin_lead()}</p>
      <VotingExtended schedule={contest.schedule} rule={contest} />
      <Scale />
      <dl className="mt-10 grid gap-8 text-sm sm:grid-cols-3">
        <Point title={m.voting_begin_queue_title()}>{m.voting_begin_queue()}</Point>
        <Point title={m.voting_begin_gate_title({ gate })}>{m.voting_begin_gate({ scorable })}</Point>
        <Point title={m.voting_begin_seal_title()}>{m.voting_begin_seal({ close })}</Point>
      </dl>
      <p className="mt-8 max-w-text text-sm">{m.voting_privacy({ days: TRACE_DAYS_MOST })}</p>
    </Sheet>
  )
}

function Finished({ contest, progress }: { contest: Contest; progress: BallotProgress }) {
  const { missing, passed, gate } = progress
  const { slug } = contest
  const toBallot = (
    <ButtonLink to={links.ballot(slug)} look={missing > 0 ? 'plain' : 'primary'}>
      {m.voting_see_ballot()}
    </ButtonLink>
  )
  return (
    <Sheet
      title={m.voting_finished_title()}
      acts={
        <>
          {missing === 0 && toBallot}
          {passed > 0 && (
            <Form method="post" action={links.boothAgain(slug)}>
              <SubmitButton look={missing > 0 ? 'primary' : 'plain'}>{m.voting_again({ passed })}</SubmitButton>
            </Form>
          )}
          {missing > 0 && toBallot}
        </>
      }
    >
      <p className="text-lg">
        {isOutOfReach(progress)
          ? m.voting_finished_short({ gate })
          : missing > 0
            ? m.voting_finished_missing({ missing })
            : m.voting_finished_counts({ close: wallClock(contest.votingClosesAt, contest) })}
      </p>
      <VotingExtended schedule={contest.schedule} rule={contest} />
    </Sheet>
  )
}

/** What each key will mean, before the first is pressed. */
function Scale() {
  return (
    <ol className="mt-8 grid grid-cols-3 sm:grid-cols-6">
      {SCORES.map((score) => (
        <li
          key={score}
          className="-mt-px -ml-px flex h-20 flex-col items-center justify-end border border-line pb-2 text-center text-ink sm:h-26 sm:pb-3"
        >
          <span className="font-serif text-2xl tabular-nums leading-none">{score}</span>
          <span className="mt-1.5 text-quiet text-xs leading-tight">{meaningOf(score)}</span>
        </li>
      ))}
    </ol>
  )
}

function Early({ contest }: { contest: Contest }) {
  return (
    <Sheet title={m.voting_early_title()} acts={<ToBrief slug={contest.slug} />}>
      <p className="text-lg">{m.voting_early({ open: wallClock(contest.votingOpensAt, contest) })}</p>
    </Sheet>
  )
}

function Over({ contest: { slug, phase } }: { contest: Contest }) {
  const decided = phase === 'decided'
  const text = decided ? m.voting_over_decided : phase === 'cancelled' ? m.voting_over_cancelled : m.voting_over
  return (
    <Sheet
      title={m.voting_over_title()}
      acts={
        <>
          {decided && (
            <ButtonLink to={links.result(slug)} look="primary">
              {m.voting_see_result()}
            </ButtonLink>
          )}
          <ButtonLink to={links.ballot(slug)}>{m.voting_see_ballot()}</ButtonLink>
          <ToBrief slug={slug} />
        </>
      }
    >
      <p className="text-lg">{text()}</p>
    </Sheet>
  )
}

function NotAllowed({ view: { contest, sentence, whyNot, young } }: { view: BoothView }) {
  return (
    <Sheet
      title={m.voting_refused_title()}
      acts={
        <>
          {whyNot === 'email-not-confirmed' && (
            <ButtonLink to={links.account()} look="primary">
              {m.voting_confirm_first()}
            </ButtonLink>
          )}
          <ToBrief slug={contest.slug} />
        </>
      }
    >
      <p className="text-lg">
        {young ? m.voting_refused_young_from({ days: young.days, from: wallClock(young.from, contest) }) : sentence}
      </p>
    </Sheet>
  )
}
