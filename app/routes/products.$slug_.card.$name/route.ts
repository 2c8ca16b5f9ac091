import type { LoaderFunctionArgs } from '@remix-run/node'
import { links } from '#app/http/links.ts'
import { sendCard } from '#app/http/send-card.server.ts'
import { findProductCard } from '#app/production/product-cards.server.ts'

/** What link previews show of a product. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  const { slug = '', name = '' } = params
  return sendCard(context, request, {
    name,
    findPlan: () => findProductCard(context.db, slug, context.config.brandName),
    addressOf: (digest) => links.productCard(slug, digest),
  })
}
