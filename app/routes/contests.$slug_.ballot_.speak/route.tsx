import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useParams } from '@remix-run/react'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { overLimit } from '#app/http/limit.server.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { pageMeta } from '#app/ui/page-meta.ts'
import { speakFormSchema } from '#app/voting/desk/case.ts'
import { speakForBallot } from '#app/voting/desk/speak-for-ballot.server.ts'
import { Held } from '../contests.$slug_.ballot/held.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireViewer(context, request)
  const facts = await findContestFacts(context.db, { slug: params.slug ?? '' })
  if (!facts?.schedule.publishedAt) throw notFound()
  return null
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const voter = await requireViewer(context, request)
  const facts = await findContestFacts(context.db, { slug: params.slug ?? '' })
  if (!facts?.schedule.publishedAt) throw notFound()
  const form = await readForm(request, speakFormSchema)
  if (!form.ok) return formRefused(form)
  const waiting = await overLimit(context, [['writePerPerson', voter.id]], form.typed)
  if (waiting) return waiting
  const key = { contestId: facts.contest.id, voterId: voter.id }
  const spoken = await speakForBallot(context.db, { ...key, ...form.value }, context.clock())
  if (!spoken.ok) return refuse(spoken.refusal, { typed: form.typed })
  return redirectWithFlash(links.ballot(facts.contest.slug), m.voting_held_spoken())
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.voting_held_title() })

export default function SpeakRoute() {
  const refusal = useActionData<typeof action>()
  const { slug = '' } = useParams()
  return <Held slug={slug} refusal={refusal} />
}
