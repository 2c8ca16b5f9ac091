import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import type { ContestFacts } from '#app/contests/contests.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { maySee } from '#app/contests/seal.ts'
import { listArtworks } from '#app/entries/entry-contents.server.ts'
import { listWallEntries } from '#app/entries/wall-entries.server.ts'
import type { PictureView } from '#app/images/picture.ts'
import { answerOf, type DuelAnswer } from '#app/voting/duel.ts'
import type { Database } from '#db/schema.ts'
import { type Exposed, enoughFor, exposedBy, orderFinalists } from './finalist-order.ts'
import { chooseFinalists } from './finalist-pairs.ts'
import { among, countPairs, listFinalists, listJudgeable, listJuryDuels } from './finalists.server.ts'
import { countAble, findPanelOrder, type OrderLine, type PanelOrderState, toOrderLine } from './panel-order.server.ts'

export interface ShownFinalist {
  entryId: string
  title: string
  /** Its first; null once it was taken down. */
  picture: PictureView | null
  /** The crowd's. */
  place: number
}

export interface FinalistRoom {
  finalists: ShownFinalist[]
  /** How many of them this juror may compare. */
  judgeable: number
  /** In pairs, whichever way round. */
  progress: { compared: number; enough: number; pairs: number }
  /** What is on the table; null when all was compared both ways round, or the jury does not sit. */
  duel: { first: TabledFinalist; second: TabledFinalist; swapped: boolean } | null
  answers: { first: string; second: string; answer: DuelAnswer }[]
  /** This juror's own order; null before the first answer. */
  own: OrderLine[] | null
  panel: PanelOrderState | null
  /** Who will be able to read this juror's answers in the panel's order; null: nobody. */
  exposed: Exposed | null
}

export interface TabledFinalist {
  id: string
  title: string
  pictures: PictureView[]
}

/** Where a juror compares the finalists two by two; null while the seal or the count keeps it closed. */
export async function findFinalistRoom(
  db: Kysely<Database>,
  { facts, viewer }: { facts: ContestFacts; viewer: Viewer },
  now: Date,
): Promise<FinalistRoom | null> {
  if (!maySee(viewer, 'standings', facts, now) || !maySee(viewer, 'verdicts', facts, now)) return null
  const [contestId, jurorId] = [facts.contest.id, viewer.id]
  const finalists = await listFinalists(db, facts.contest)
  const mine = await listJudgeable(db, { contestId, jurorId, finalists })
  const own = among(await listJuryDuels(db, contestId), mine).filter((duel) => duel.jurorId === jurorId)
  const ids = finalists.map(({ entryId }) => entryId)
  const entries = new Map((await listWallEntries(db, ids, viewer, now)).map((entry) => [entry.id, entry]))
  const shown = finalists.map(({ entryId, standing }) => {
    const { title = '', picture = null } = entries.get(entryId) ?? {}
    return { entryId, title, picture, place: standing.place }
  })
  const sitting = phaseAt(facts.schedule, now) === 'jury'
  const myIds = mine.map(({ entryId }) => entryId)
  const next = sitting ? chooseFinalists(myIds, own, jurorId) : null
  const laid = async (id: string): Promise<TabledFinalist> => ({
    id,
    title: entries.get(id)?.title ?? '',
    pictures: (await listArtworks(db, id)).map(({ picture }) => picture),
  })
  return {
    finalists: shown,
    judgeable: mine.length,
    progress: {
      compared: countPairs(own),
      enough: enoughFor(mine.length),
      pairs: (mine.length * (mine.length - 1)) / 2,
    },
    duel: next && { first: await laid(next.pair[0]), second: await laid(next.pair[1]), swapped: next.swapped },
    answers: own.map(({ first, second, value }) => ({ first, second, answer: answerOf(value) })),
    own: own.length > 0 ? orderFinalists(mine, [own]).map(toOrderLine) : null,
    panel: await findPanelOrder(db, { facts, viewer }, now),
    exposed: exposedBy(await countAble(db, { contestId, finalists })),
  }
}
