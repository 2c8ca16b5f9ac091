import { type AppLoadContext, redirect } from '@remix-run/node'
import { type CardPlan, findCard } from '#app/images/cards.server.ts'
import { makeCard } from '#app/images/make-card.server.ts'
import { findPictureAudience } from '#app/production/picture-audience.server.ts'
import { notFound } from './respond.server.ts'
import { sendPicture } from './send-picture.server.ts'
import { findViewer } from './viewer.server.ts'

interface AskedCard {
  /** As the address says it. */
  name: string
  findPlan: () => Promise<CardPlan | null>
  addressOf: (digest: string) => string
}

const NAME = /^([0-9a-f]{32})\.jpg$/
const BUSY_SECONDS = 30

/** What link previews show of a page, to exactly those who may see its picture now; made when it is first asked for. */
export async function sendCard(
  context: AppLoadContext,
  request: Request,
  { name, findPlan, addressOf }: AskedCard,
): Promise<Response> {
  const { db, clock, pictures } = context
  const digest = NAME.exec(name)?.[1]
  const plan = digest ? await findPlan() : null
  if (!plan) return notFound()
  const viewer = await findViewer(context, request)
  const audience = await findPictureAudience(db, { pictureId: plan.pictureId, viewer }, clock())
  if (audience === 'nobody') return notFound()
  if (digest !== plan.digest) {
    return redirect(addressOf(plan.digest), { headers: { 'Cache-Control': 'private, no-store' } })
  }
  const kept = await findCard(db, plan)
  const isThere = kept !== null && (await pictures.store.open(kept.key)) !== null
  const made = isThere ? null : await makeCard(db, pictures, plan)
  if (made && !made.ok && made.refusal === 'too-busy') {
    context.notReady('pictures/card-not-drawn')
    return new Response(null, { status: 503, headers: { 'Retry-After': `${BUSY_SECONDS}` } })
  }
  const file = made?.ok ? made.value : kept
  if (!file) return notFound()
  return sendPicture(request, pictures.store, file, { tag: `card-${digest}`, isPublic: audience === 'everyone' })
}
