import type { LoaderFunctionArgs } from '@remix-run/node'
import { findEntryCard } from '#app/entries/entry-cards.server.ts'
import { links } from '#app/http/links.ts'
import { sendCard } from '#app/http/send-card.server.ts'

/** What link previews show of an entry. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  const { entryId = '', name = '' } = params
  return sendCard(context, request, {
    name,
    findPlan: () => findEntryCard(context.db, entryId, context.config.brandName),
    addressOf: (digest) => links.entryCard(entryId, digest),
  })
}
