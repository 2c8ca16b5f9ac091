import type { LoaderFunctionArgs } from '@remix-run/node'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { absolute, links } from '#app/http/links.ts'
import { notFound } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { momentText } from '#app/ui/moment-text.ts'
import { findReceipt } from '#app/voting/receipts.server.ts'

/** The voter's receipt as a small text to keep. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const voter = await requireViewer(context, request)
  const facts = await findContestFacts(context.db, { slug: params.slug ?? '' })
  if (!facts?.schedule.publishedAt) throw notFound()
  const { id, slug, title, zone } = facts.contest
  const receipt = await findReceipt(context.db, { contestId: id, voterId: voter.id })
  if (!receipt) throw notFound()
  const { code, head } = receipt
  const kept = head ? ` --head ${head.sequence}:${head.hash}` : ''
  const paragraphs = [
    m.voting_receipt_text_title({ title }),
    `${m.voting_receipt_code()}: ${code}`,
    head
      ? `${m.voting_receipt_head()}: ${head.sequence}:${head.hash}\n${m.voting_receipt_head_at({ at: momentText(head.publishedAt, zone, context.locale, 'minute') })}`
      : m.voting_receipt_no_head(),
    m.voting_receipt_lead(),
    `${m.voting_receipt_text_check()}\n${absolute(context.config.publicOrigin, links.checkResult(slug))}`,
    `npm run verify -- FILE --receipt ${code}${kept}`,
  ]
  return new Response(`${paragraphs.join('\n\n')}\n`, {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename="placet-${slug}-receipt.txt"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
}
