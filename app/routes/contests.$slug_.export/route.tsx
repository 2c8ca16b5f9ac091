import type { LoaderFunctionArgs } from '@remix-run/node'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { maySee } from '#app/contests/seal.ts'
import { spend } from '#app/http/limit.server.ts'
import { notFound } from '#app/http/respond.server.ts'
import { findViewer } from '#app/http/viewer.server.ts'
import { exportContest } from '#app/jury/export/export-contest.server.ts'
import { findFreeze } from '#app/voting/freezes.server.ts'

/** Once it is public it never changes. */
const KEPT_BY_EVERYBODY = 'public, max-age=86400, immutable'

/**
 * The closed vote as text, and the decision once it is signed, for whoever may see its standings; sent as it is read, however long it is.
 * Its tag is its digest: who has it already is sent nothing.
 */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await findViewer(context, request)
  const facts = await findContestFacts(context.db, { slug: params.slug ?? '' })
  const now = context.clock()
  if (!facts?.schedule.publishedAt || !maySee(viewer, 'standings', facts, now)) throw notFound()
  const digest = (await findFreeze(context.db, facts.contest.id))?.tally?.digest
  const cached = {
    ETag: `"${digest}${facts.schedule.decidedAt ? '-decided' : ''}"`,
    'Cache-Control': maySee(null, 'standings', facts, now) ? KEPT_BY_EVERYBODY : 'private, no-store',
  }
  if (digest && request.headers.get('If-None-Match') === cached.ETag)
    return new Response(null, { status: 304, headers: cached })
  const wait = await spend(context, [['votesPerAddress', context.clientAddress]])
  if (wait) throw new Response(wait.sentence, { status: wait.status, headers: { 'Retry-After': String(wait.seconds) } })
  const pieces = await exportContest(context.db, facts.contest.id)
  if (!pieces) throw notFound()
  const bytes = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    // One piece at a time, when whoever downloads has taken the one before.
    async pull(controller) {
      for (;;) {
        const { done, value } = await pieces.next()
        if (done) return controller.close()
        if (value !== '') return controller.enqueue(bytes.encode(value))
      }
    },
    async cancel() {
      await pieces.return('')
    },
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/plain; charset=us-ascii',
      'Content-Disposition': `attachment; filename="placet-${facts.contest.slug}.txt"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      ...cached,
    },
  })
}
