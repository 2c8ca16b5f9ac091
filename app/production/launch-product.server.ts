import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { freeSlug, slugOf } from '#app/contests/slug.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { findRunFacts } from './run-facts.server.ts'
import type { ProductForm } from './run-forms.ts'
import { type ClosedLaunch, closedLaunch } from './stages.ts'

export type LaunchProductRefusal = 'no-such-run' | 'product-picture-not-described' | ClosedLaunch

interface LaunchProduct extends ProductForm {
  runId: string
  /** A picture that was taken already; null shows the entry's own first picture. */
  headPictureId: string | null
  launchedBy: string
}

/** The end of a run: the product gets its public page, with its designers' names on it. */
export function launchProduct(db: Kysely<Database>, { runId, launchedBy, ...product }: LaunchProduct, now: Date) {
  return writing(db, async (trx): Promise<Outcome<{ slug: string }, LaunchProductRefusal>> => {
    const facts = await findRunFacts(trx, runId)
    if (!facts) return refused('no-such-run')
    const closed = closedLaunch(facts.stage, facts, now)
    if (closed) return refused(closed)
    if (product.headPictureId !== null && product.headAlt === '') return refused('product-picture-not-described')

    const taken = await trx.selectFrom('product').select('slug').execute()
    const slug = freeSlug(
      slugOf(product.name, 'product'),
      taken.map((row) => row.slug),
    )
    const at = now.toISOString()
    const { contestId, entryId } = facts.run
    await trx
      .insertInto('stageMove')
      .values({ runId, fromStage: 'making', toStage: 'launched', movedBy: launchedBy, movedAt: at })
      .execute()
    await trx
      .insertInto('product')
      .values({ ...product, runId, slug, launchedBy, launchedAt: at })
      .execute()
    await recordActivity(trx, {
      ...{ at: now, actorId: launchedBy, contestId, entryId, runId },
      kind: 'product-launched',
      particulars: { slug },
    })
    return done({ slug })
  })
}
