import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { findCard, findCardPlan } from '#app/entries/entry-cards.server.ts'
import { makeCard } from '#app/entries/make-card.server.ts'
import { links } from '#app/http/links.ts'
import { notFound } from '#app/http/respond.server.ts'
import { sendPicture } from '#app/http/send-picture.server.ts'
import { findViewer } from '#app/http/viewer.server.ts'
import { findPictureAudience } from '#app/production/picture-audience.server.ts'

const NAME = /^([0-9a-f]{32})\.jpg$/
const BUSY_SECONDS = 30

/** What link previews show of an entry, to exactly those who may see its first picture now; made when it is first asked for. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, clock, config, pictures } = context
  const { entryId = '', name = '' } = params
  const digest = NAME.exec(name)?.[1]
  const plan = digest ? await findCardPlan(db, entryId, config.brandName) : null
  if (!plan) return notFound()
  const viewer = await findViewer(context, request)
  const audience = await findPictureAudience(db, { pictureId: plan.pictureId, viewer }, clock())
  if (audience === 'nobody') return notFound()
  if (digest !== plan.digest) {
    return redirect(links.entryCard(entryId, plan.digest), { headers: { 'Cache-Control': 'private, no-store' } })
  }
  const kept = await findCard(db, plan)
  const isThere = kept !== null && (await pictures.store.open(kept.key)) !== null
  const made = isThere ? null : await makeCard(db, pictures, plan)
  if (made && !made.ok && made.refusal === 'too-busy') {
    return new Response(null, { status: 503, headers: { 'Retry-After': `${BUSY_SECONDS}` } })
  }
  const file = made?.ok ? made.value : kept
  if (!file) return notFound()
  return sendPicture(request, pictures.store, file, { tag: `card-${digest}`, isPublic: audience === 'everyone' })
}
