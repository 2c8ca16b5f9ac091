import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { findVisibleEntry } from '#app/entries/entries.server.ts'
import { spend } from '#app/http/limit.server.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { inWords } from '#app/http/refusals.ts'
import { notFound, redirectWithFlash } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { wouldBuyFormSchema } from '#app/voting/ballot.ts'
import { markWouldBuy } from '#app/voting/mark-would-buy.server.ts'

/** There is nothing to see here: the mark stands on the entry's page. */
export function loader({ params }: ActionFunctionArgs) {
  return redirect(links.entry(params.entryId ?? ''))
}

/** "I'd buy it" from the entry's page, or no longer. A refusal is said on that page, which has nothing typed to keep. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, clock } = context
  const viewer = await requireViewer(context, request)
  const { entryId = '' } = params
  const facts = await findVisibleEntry(db, entryId, viewer, clock())
  if (!facts) throw notFound()
  const form = await readForm(request, wouldBuyFormSchema)
  if (!form.ok) return redirectWithFlash(links.entry(entryId), m.voting_mark_missing(), { tone: 'danger' })
  const wait = await spend(context, [['writePerPerson', viewer.id]])
  if (wait) return redirectWithFlash(links.entry(entryId), wait.sentence, { tone: 'danger' })
  const details = { contestId: facts.entry.contestId, voterId: viewer.id, entryId, ...form.value }
  const outcome = await markWouldBuy(db, details, clock())
  if (!outcome.ok) return redirectWithFlash(links.entry(entryId), inWords(outcome.refusal).sentence, { tone: 'danger' })
  return redirectWithFlash(
    links.entry(entryId),
    outcome.value.wouldBuy ? m.voting_would_buy_done() : m.voting_would_buy_undone(),
  )
}
