import type { Kysely } from 'kysely'
import { exportedEventLines } from '#db/ballot-event-lines.server.ts'
import { runPrepared } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import { listRecordedWithdrawals } from '../entries-gone.server.ts'
import type { Head } from '../record.ts'
import type { StandingLine } from '../standings.ts'
import { constantsOf, RULES_VERSION } from './constants.ts'
import type { ExportEntry, ExportHeader, KeptHead, View } from './export-format.ts'
import { NODE_HASHING } from './node-hashing.server.ts'
import { beginExport } from './write-export.ts'

type Views = Readonly<Record<View, readonly StandingLine[]>>

interface CountedVote {
  contestId: string
  /** The last event of all that was counted. */
  lastHead: Head
  views: Views
}

/** Some 200 kB of text: others have their turn in between. */
const EVENTS_A_PIECE = 1000
const RECEIPTS_A_PIECE = 2000

/** The digest that the export of this count will carry. */
export async function digestOfExport(db: Kysely<Database>, vote: CountedVote): Promise<string> {
  const pieces = writeVote(db, vote)
  for (;;) {
    const { done, value } = await pieces.next()
    if (done) return value
  }
}

/** The export of a counted vote, piece by piece; null before the count. Sealed: who may have it is the caller's to ask. */
export async function exportVote(
  db: Kysely<Database>,
  contestId: string,
): Promise<AsyncGenerator<string, string> | null> {
  const lastHead = await db
    .selectFrom('tally')
    .select(['sequence', 'hash'])
    .where('contestId', '=', contestId)
    .executeTakeFirst()
  if (!lastHead) return null
  const lines = await db.selectFrom('standing').selectAll().where('contestId', '=', contestId).execute()
  const view = (name: View) => lines.filter((line) => line.view === name)
  return writeVote(db, {
    ...{ contestId, lastHead },
    views: { official: view('official'), raw: view('raw'), audited: view('audited') },
  })
}

/** Returns the digest. */
async function* writeVote(db: Kysely<Database>, vote: CountedVote): AsyncGenerator<string, string> {
  const { contestId, lastHead, views } = vote
  const writer = beginExport(NODE_HASHING)
  const entries = await listEntries(db, vote)
  const heads = await listHeads(db, vote)
  const { receipts } = await db
    .selectFrom('receipt')
    .select((eb) => eb.fn.countAll<number>().as('receipts'))
    .where('contestId', '=', contestId)
    .executeTakeFirstOrThrow()
  const holds = { entries: entries.length, receipts, heads: heads.length }
  yield writer.opening({ header: { ...(await findHeader(db, contestId)), lastHead, holds }, entries })
  for await (const codes of listReceipts(db, contestId)) yield writer.receipts(codes)
  yield writer.heads(heads)
  for (let after = 0; after < lastHead.sequence; after += EVENTS_A_PIECE) {
    const until = Math.min(lastHead.sequence, after + EVENTS_A_PIECE)
    const [piece] = await runPrepared(db, exportedEventLines, { contestId, after, until })
    yield writer.events(`${piece?.lines ?? ''}\n`)
  }
  const { text, digest } = writer.closing(views)
  yield text
  return digest
}

async function findHeader(db: Kysely<Database>, contestId: string): Promise<Omit<ExportHeader, 'lastHead' | 'holds'>> {
  const { slug, method, closedAt, frozenAt, sequence, hash, nonce } = await db
    .selectFrom('freeze')
    .innerJoin('contest', 'contest.id', 'freeze.contestId')
    .select(['contest.slug', 'contest.method', 'contest.votingClosesAt as closedAt'])
    .select(['freeze.frozenAt', 'freeze.sequence', 'freeze.hash', 'freeze.nonce'])
    .where('freeze.contestId', '=', contestId)
    .executeTakeFirstOrThrow()
  const constants = constantsOf(method)
  const frozenHead = { sequence, hash }
  return { rulesVersion: RULES_VERSION, contestId, slug, method, closedAt, frozenAt, frozenHead, nonce, constants }
}

/** Those that stand, with the marks that were counted, and those that the record says have left. */
async function listEntries(db: Kysely<Database>, { contestId, views }: CountedVote): Promise<ExportEntry[]> {
  const rows = await db
    .selectFrom('entry')
    .innerJoin('entrySubmission', 'entrySubmission.entryId', 'entry.id')
    .select(['entry.id as entryId', 'entrySubmission.submittedAt'])
    .where('entry.contestId', '=', contestId)
    .execute()
  const gone = new Set(await listRecordedWithdrawals(db, contestId))
  const marks = new Map(views.official.map(({ entryId, buyMarks }) => [entryId, buyMarks]))
  return rows
    .filter(({ entryId }) => marks.has(entryId) || gone.has(entryId))
    .map(({ entryId, submittedAt }) => ({ entryId, submittedAt, buyMarks: marks.get(entryId) ?? 0 }))
}

/** The last event's own is in the header: when it was published depends on who counted, and the same vote is the same bytes. */
function listHeads(db: Kysely<Database>, { contestId, lastHead }: CountedVote): Promise<KeptHead[]> {
  return db
    .selectFrom('publishedHead')
    .select(['sequence', 'hash', 'publishedAt'])
    .where('contestId', '=', contestId)
    .where('sequence', '<', lastHead.sequence)
    .execute()
}

async function* listReceipts(db: Kysely<Database>, contestId: string): AsyncGenerator<string[]> {
  let after = ''
  for (;;) {
    const rows = await db
      .selectFrom('receipt')
      .select('code')
      .where('contestId', '=', contestId)
      .where('code', '>', after)
      .orderBy('code')
      .limit(RECEIPTS_A_PIECE)
      .execute()
    const last = rows.at(-1)
    if (!last) return
    yield rows.map(({ code }) => code)
    after = last.code
  }
}
