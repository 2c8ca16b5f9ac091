import { Form } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import type { FormRefusal } from '#app/http/respond.server.ts'
import { typedText } from '#app/http/typed.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { SubmitButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { CheckboxField, TextArea } from '#app/ui/field.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { SIGNAL_NAMES, signalSeen } from '#app/ui/signal-words.ts'
import { type CaseState, DESK_REASON_LENGTH } from '#app/voting/desk/case.ts'
import type { CaseAct, CaseView } from '#app/voting/desk/cases.server.ts'
import type { DeskView } from './desk-view.server.ts'
import { ACT_WORDS, EMPTY_WORDS } from './state-words.ts'

type Props = { view: DeskView; refusal: FormRefusal | undefined }

/** The cases of one state: tick, give a reason, rule. One form, so that a hundred ballots of one evening take one reason. */
export function CaseList({ view, refusal }: Props) {
  const { cases, state, contest, viewerId } = view
  if (cases.length === 0) return <EmptyState icon="scales">{EMPTY_WORDS[state]()}</EmptyState>
  const list = (
    <ul>
      {cases.map((one) => (
        <Case key={one.id} one={one} zone={contest.zone} tick={state !== 'excluded'} refusal={refusal} />
      ))}
    </ul>
  )
  if (state === 'excluded') return list
  const ownOnly = state === 'exclusion-proposed' && cases.every(({ acts }) => acts.at(-1)?.doneBy === viewerId)
  return (
    <Form method="post" noValidate>
      {cases.map(({ id }) => (
        <input key={id} type="hidden" name="shown[]" value={id} />
      ))}
      {list}
      <div className="mt-8 max-w-text border-line border-t pt-6">
        <CheckboxField
          name="all"
          label={m.voting_desk_all({ count: cases.length })}
          defaultChecked={typedText(refusal?.typed, 'all') !== undefined}
        />
        <TextArea
          name="reason"
          label={m.voting_desk_reason()}
          hint={m.voting_desk_reason_hint()}
          rows={3}
          maxLength={DESK_REASON_LENGTH.most}
          defaultValue={typedText(refusal?.typed, 'reason')}
          error={refusal?.errors.reason}
          required
        />
        {ownOnly && <p className="mb-4 text-quiet text-sm">{m.voting_desk_own_proposals()}</p>}
        <div className="flex flex-wrap gap-3">
          <Rulings state={state} contestId={contest.contestId} />
        </div>
      </div>
    </Form>
  )
}

function Rulings({ state, contestId }: { state: CaseState; contestId: string }) {
  const to = (ruling: Parameters<typeof links.ruleAtDesk>[1]) => links.ruleAtDesk(contestId, ruling, state)
  if (state === 'noted' || state === 'released')
    return (
      <SubmitButton look="plain" formAction={to('quarantine')}>
        {m.voting_desk_quarantine()}
      </SubmitButton>
    )
  return (
    <>
      <SubmitButton look="plain" formAction={to('release')}>
        {m.voting_desk_release()}
      </SubmitButton>
      <SubmitButton look="danger" formAction={to(state === 'quarantined' ? 'propose' : 'exclude')}>
        {state === 'quarantined' ? m.voting_desk_propose() : m.voting_desk_exclude()}
      </SubmitButton>
    </>
  )
}

type CaseProps = { one: CaseView; zone: string; tick: boolean; refusal: FormRefusal | undefined }

function Case({ one, zone, tick, refusal }: CaseProps) {
  const title = m.voting_desk_case({ number: one.number })
  const ticked = [refusal?.typed.caseId ?? []].flat().includes(one.id)
  return (
    <li className="grid grid-cols-[auto_1fr] gap-x-4 border-line border-t py-5 first:border-t-0">
      {tick ? (
        <input
          type="checkbox"
          id={`case-${one.id}`}
          name="caseId[]"
          value={one.id}
          defaultChecked={ticked}
          className="mt-1 size-5"
        />
      ) : (
        <span />
      )}
      <div className="min-w-0">
        <h3 className="text-lg">{tick ? <label htmlFor={`case-${one.id}`}>{title}</label> : title}</h3>
        <dl className="mt-2 grid gap-y-1.5 text-sm">
          {one.signals.map((signal) => (
            <div key={signal.name} className="grid gap-x-6 sm:grid-cols-[13rem_1fr]">
              <dt className="text-quiet">{SIGNAL_NAMES[signal.name]()}</dt>
              <dd>{signalSeen(signal)}</dd>
            </div>
          ))}
        </dl>
        {one.words && (
          <p className="mt-3 max-w-text break-words text-sm">
            <span className="text-quiet">{m.voting_desk_voter_says()}</span> “{one.words}”
          </p>
        )}
        <ol className="mt-3 space-y-1.5 border-line border-l pl-4 text-sm">
          {one.acts.map((act) => (
            <li key={act.id}>
              <span className="text-quiet">
                <Moment at={act.doneAt} zone={zone} precision="short" />
              </span>{' '}
              {ACT_WORDS[act.kind]({ by: nameOf(act) })}
              {act.reason !== '' && <p className="max-w-text break-words">“{act.reason}”</p>}
            </li>
          ))}
        </ol>
      </div>
    </li>
  )
}

function nameOf({ doneBy, doneByName }: CaseAct): string {
  if (doneBy === null) return m.voting_desk_by_signals()
  return doneByName ?? m.contests_log_somebody()
}
