import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import { listWallEntries, type WallEntry } from '#app/entries/wall-entries.server.ts'
import type { PictureView } from '#app/images/picture.ts'
import { PICTURE_VIEW_COLUMNS, toPictureView } from '#app/images/pictures.server.ts'
import type { Database } from '#db/schema.ts'

export interface ProductView {
  runId: string
  slug: string
  name: string
  story: string
  price: string
  shopUrl: string
  launchedAt: string
  /** The product's own picture, else the entry's first. */
  picture: PictureView | null
  entry: WallEntry
  contest: { slug: string; title: string; zone: string }
  /** From the frozen record: how many ballots were counted, and how many gave this entry a score. */
  ballots: number
  scores: number
  place: number
  royaltyBasisPoints: number
}

export async function listProducts(db: Kysely<Database>, viewer: Viewer | null, now: Date): Promise<ProductView[]> {
  return readProducts(db, viewer, now)
}

export async function findProduct(
  db: Kysely<Database>,
  slug: string,
  viewer: Viewer | null,
  now: Date,
): Promise<ProductView | undefined> {
  const [product] = await readProducts(db, viewer, now, slug)
  return product
}

async function readProducts(
  db: Kysely<Database>,
  viewer: Viewer | null,
  now: Date,
  slug?: string,
): Promise<ProductView[]> {
  const rows = await db
    .selectFrom('product')
    .innerJoin('run', 'run.id', 'product.runId')
    .innerJoin('contest', 'contest.id', 'run.contestId')
    .innerJoin('tally', 'tally.contestId', 'run.contestId')
    .innerJoin('standing', (join) =>
      join.onRef('standing.entryId', '=', 'run.entryId').on('standing.view', '=', 'official'),
    )
    .select(['product.runId', 'product.slug', 'product.name', 'product.story', 'product.price', 'product.shopUrl'])
    .select(['product.launchedAt', 'product.headPictureId', 'product.headAlt', 'run.entryId'])
    .select(['contest.slug as contestSlug', 'contest.title', 'contest.zone', 'contest.royaltyBasisPoints'])
    .select(['tally.countedBallots as ballots', 'standing.scores', 'standing.place'])
    .$if(slug !== undefined, (query) => query.where('product.slug', '=', slug ?? ''))
    .orderBy('product.launchedAt', 'desc')
    .execute()
  const entries = await listWallEntries(
    db,
    rows.map(({ entryId }) => entryId),
    viewer,
    now,
  )
  const heads = await findHeads(
    db,
    rows.flatMap(({ headPictureId }) => headPictureId ?? []),
  )
  return rows.flatMap(({ entryId, headPictureId, headAlt, contestSlug, title, zone, ...product }) => {
    const entry = entries.find(({ id }) => id === entryId)
    if (!entry) return []
    const head = headPictureId ? heads.find(({ id }) => id === headPictureId) : undefined
    return [
      {
        ...product,
        entry,
        picture: head ? toPictureView(head, headAlt) : entry.picture,
        contest: { slug: contestSlug, title, zone },
      },
    ]
  })
}

function findHeads(db: Kysely<Database>, ids: readonly string[]) {
  return db.selectFrom('picture').select(PICTURE_VIEW_COLUMNS).where('id', 'in', ids).execute()
}

export interface MadeProduct {
  slug: string
  name: string
  launchedAt: string
}

/** What somebody's designs became: for their public page. */
export function listProductsOf(db: Kysely<Database>, designerId: string): Promise<MadeProduct[]> {
  return db
    .selectFrom('product')
    .innerJoin('run', 'run.id', 'product.runId')
    .innerJoin('entry', 'entry.id', 'run.entryId')
    .select(['product.slug', 'product.name', 'product.launchedAt'])
    .where((eb) =>
      eb.or([
        eb('entry.designerId', '=', designerId),
        eb.exists(
          eb
            .selectFrom('collaborator')
            .select('collaborator.entryId')
            .whereRef('collaborator.entryId', '=', 'entry.id')
            .where('collaborator.accountId', '=', designerId)
            .where('collaborator.acceptedAt', 'is not', null),
        ),
      ]),
    )
    .orderBy('product.launchedAt', 'desc')
    .execute()
}
