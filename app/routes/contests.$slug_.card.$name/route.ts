import type { LoaderFunctionArgs } from '@remix-run/node'
import { findBriefCard } from '#app/contests/brief-cards.server.ts'
import { links } from '#app/http/links.ts'
import { sendCard } from '#app/http/send-card.server.ts'

/** What link previews show of a contest’s brief. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  const { slug = '', name = '' } = params
  return sendCard(context, request, {
    name,
    findPlan: () => findBriefCard(context.db, slug, context.config.brandName),
    addressOf: (digest) => links.briefCard(slug, digest),
  })
}
