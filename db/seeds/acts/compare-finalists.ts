import { findContestFacts } from '#app/contests/contests.server.ts'
import { answerFinalistDuel } from '#app/jury/answer-finalist-duel.server.ts'
import { findFinalistRoom } from '#app/jury/finalist-room.server.ts'
import { accepted } from '../accepted.ts'
import { randomFrom } from '../drawings/drawing.ts'
import { answerBetween, designFor, tasteOf } from '../taste.ts'
import type { World } from '../world.ts'
import type { HeldContest } from './hold-contest.ts'

const SECONDS_A_DUEL = 40

/** Jurors compare the finalists two by two until they have said enough, each with a taste of their own. */
export async function compareFinalists(
  { db, people }: World,
  { contestId, slug }: HeldContest,
  { jurors, from }: { jurors: readonly string[]; from: Date },
): Promise<void> {
  const facts = await findContestFacts(db, { id: contestId })
  if (!facts) throw new Error('The contest is gone.')
  let given = 0
  for (const handle of jurors) {
    const viewer = people.named(handle)
    const taste = { ...tasteOf(slug, handle), random: randomFrom('comparing', slug, handle) }
    for (;;) {
      const at = new Date(from.getTime() + given * SECONDS_A_DUEL * 1000)
      const room = await findFinalistRoom(db, { facts, viewer }, at)
      if (!room?.duel || room.progress.compared >= room.progress.enough) break
      const { first, second } = room.duel
      const answer = answerBetween(taste, designFor(slug, first.title), designFor(slug, second.title))
      const duel = { contestId, jurorId: viewer.id, first: first.id, second: second.id, answer }
      accepted(await answerFinalistDuel(db, duel, at))
      given += 1
    }
  }
}
