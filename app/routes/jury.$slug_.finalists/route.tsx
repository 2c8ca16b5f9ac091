import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { phaseAt } from '#app/contests/schedule.ts'
import { requireSeat } from '#app/http/jury-guard.server.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { answerFinalistDuel } from '#app/jury/answer-finalist-duel.server.ts'
import { finalistDuelSchema } from '#app/jury/finalist-duel.ts'
import { findFinalistRoom } from '#app/jury/finalist-room.server.ts'
import { DarkLightTable } from '#app/ui/dark-light-table.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Page } from '#app/ui/page.tsx'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Room } from './room.tsx'

export const handle = { surround: 'lamp' } satisfies PageHandle

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data ? `${m.jury_finalists_title()}: ${data.title}` : m.jury_finalists_title() })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { viewer, facts } = await requireSeat(context, request, params.slug)
  const now = context.clock()
  const { slug, title, zone, votingClosesAt } = facts.contest
  return {
    ...{ slug, title, zone, votingClosesAt },
    phase: phaseAt(facts.schedule, now),
    goOn: new URL(request.url).searchParams.get('go') === 'on',
    room: await findFinalistRoom(context.db, { facts, viewer }, now),
  }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { viewer, facts } = await requireSeat(context, request, params.slug)
  const form = await readForm(request, finalistDuelSchema)
  if (!form.ok) return formRefused(form)
  const { id: contestId, slug } = facts.contest
  const duel = { contestId, jurorId: viewer.id, ...form.value }
  const answered = await answerFinalistDuel(context.db, duel, context.clock())
  if (!answered.ok) return refuse(answered.refusal, { typed: form.typed })
  const here = new URL(request.url).searchParams.get('go') === 'on' ? links.finalistsGoOn(slug) : links.finalists(slug)
  // The next two on the table are answer enough; a change further down is not seen from there.
  if (answered.value.what === 'first') throw redirect(`${here}#table`, 303)
  return redirectWithFlash(here, m.jury_finalists_changed())
}

export default function FinalistsPage() {
  const { slug, title, zone, votingClosesAt, phase, goOn, room } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Page
      width="wide"
      kicker={title}
      title={m.jury_finalists_title()}
      lead={room && room.progress.compared > 0 ? undefined : m.jury_finalists_lead()}
      back={{ to: links.juryRoom(slug), label: m.jury_room_title() }}
    >
      <ErrorSummary errors={refused?.errors} />
      {room === null ? (
        <DarkLightTable phase={phase} votingClosesAt={votingClosesAt} zone={zone} />
      ) : (
        <Room slug={slug} room={room} sitting={phase === 'jury'} goOn={goOn} typed={refused?.typed ?? {}} />
      )}
    </Page>
  )
}
