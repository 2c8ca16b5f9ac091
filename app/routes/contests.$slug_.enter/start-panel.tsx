import { Form, useLocation } from '@remix-run/react'
import type { MyEntry } from '#app/entries/my-entries.server.ts'
import { links } from '#app/http/links.ts'
import { inWords } from '#app/http/refusals.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { Countdown, Moment } from '#app/ui/moment.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { EnterData } from './route.tsx'

interface Props {
  contest: EnterData['contest']
  who: EnterData['who']
  mine: readonly MyEntry[]
  now: string
}

/** The act itself, or why it is not there. */
export function StartPanel({ contest, who, mine, now }: Props) {
  const { phase, zone, entriesPerPerson } = contest
  const { pathname } = useLocation()
  if (phase === 'announced') {
    return (
      <Notice tone="sealed" title={m.entries_enter_not_yet()}>
        <Moment at={contest.opensAt} zone={zone} />, {m.ui_rail_in()} <Countdown at={contest.opensAt} now={now} />
      </Notice>
    )
  }
  if (phase !== 'open') {
    return (
      <Notice
        title={m.entries_enter_over()}
        actions={<ButtonLink to={links.gallery(contest.slug)}>{m.entries_see_gallery()}</ButtonLink>}
      >
        {phase === 'cancelled' ? m.entries_enter_cancelled() : m.entries_enter_over_text()}
      </Notice>
    )
  }
  if (who === 'staff') return <Notice>{inWords('staff-do-not-take-part').sentence}</Notice>
  if (who === 'unconfirmed') return <Notice tone="amber">{inWords('email-not-confirmed').sentence}</Notice>
  if (who === 'visitor') {
    return (
      <Notice
        title={m.entries_enter_sign_in_title()}
        actions={
          <>
            <ButtonLink look="primary" to={links.join()}>
              {m.entries_enter_join()}
            </ButtonLink>
            <ButtonLink to={links.signIn(pathname)}>{m.entries_enter_sign_in()}</ButtonLink>
          </>
        }
      >
        {m.entries_enter_sign_in_text()}
      </Notice>
    )
  }
  const held = mine.filter(({ part, state }) => part === 'designer' && state !== 'withdrawn').length
  if (held >= entriesPerPerson) return <Notice>{inWords('enough-entries', { most: entriesPerPerson }).sentence}</Notice>
  return (
    <Form method="post" className="my-8 flex flex-wrap items-center gap-x-6 gap-y-3">
      <SubmitButton size="large" icon="brush">
        {held === 0 ? m.entries_start() : m.entries_start_another()}
      </SubmitButton>
      <p className="text-quiet text-sm">
        {m.entries_enter_until()} <Moment at={contest.votingOpensAt} zone={zone} />,{' '}
        <span className="whitespace-nowrap text-accent">
          {m.ui_rail_in()} <Countdown at={contest.votingOpensAt} now={now} />
        </span>
      </p>
    </Form>
  )
}
