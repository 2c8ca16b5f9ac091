import fc from 'fast-check'
import { expect, test } from 'vitest'
import { castScore } from '#app/voting/cast-score.server.ts'
import { GATE_SCORES } from '#app/voting/gate.ts'
import { handNextEntry } from '#app/voting/hand-next-entry.server.ts'
import { findParticipation } from '#app/voting/participation.server.ts'
import { aVote, DURING, people } from '#db/seeds/a-vote.ts'
import { fileDatabase } from '../file-database.ts'
import { ballotsInTables } from './score-table.ts'

test('what triggers keep of the turnout is what the table of scores has, also when designs go and people join the staff', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 12 }),
      fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 5 }),
      fc.array(fc.tuple(fc.nat(11), fc.constantFrom('withdrawal', 'takedown')), { maxLength: 4 }),
      fc.option(fc.nat(4)),
      async (entries, plans, gone, appointed) => {
        const db = await fileDatabase()
        const vote = await aVote(db, { entries })
        const { contestId } = vote
        const voters = await people(db, plans.length)
        const at = DURING.toISOString()
        for (const [index, most] of plans.entries()) {
          const key = { contestId, voterId: voters[index] ?? '' }
          for (let given = 0; given < most; given += 1) {
            const handed = await handNextEntry(db, key, DURING)
            const entryId = handed.ok ? handed.value.entryId : null
            if (entryId) await castScore(db, { ...key, entryId, value: 3 }, DURING)
          }
        }
        for (const [number, table] of gone) {
          const entryId = vote.entryIds[number]
          if (!entryId) continue
          if (table === 'takedown')
            await db
              .insertInto('takedown')
              .values({ entryId, reason: 'copied', takenDownBy: vote.adminId, takenDownAt: at })
              .onConflict((twice) => twice.doNothing())
              .execute()
          else
            await db
              .insertInto('withdrawal')
              .values({ entryId, withdrawnBy: vote.adminId, withdrawnAt: at })
              .onConflict((twice) => twice.doNothing())
              .execute()
        }
        const staffId = appointed === null ? undefined : voters[appointed]
        if (staffId)
          await db
            .insertInto('roleGrant')
            .values({ accountId: staffId, role: 'juror', grantedBy: null, grantedAt: at })
            .execute()

        const { begun, counted } = await findParticipation(db, contestId)
        expect(counted).toBe((await ballotsInTables(db, contestId)).length)
        const standing = vote.entryIds.filter((id) => !gone.some(([number]) => vote.entryIds[number] === id))
        const scores = await db.selectFrom('score').select(['voterId', 'entryId']).execute()
        expect(begun).toBe(
          new Set(scores.filter(({ entryId }) => standing.includes(entryId)).map(({ voterId }) => voterId)).size,
        )
      },
    ),
    { numRuns: 30 },
  )
}, 60_000)

test('the highest gate is the size from which ballots are told together', async () => {
  const db = await fileDatabase()
  const { contestId } = await aVote(db, { entries: 1 })
  const size = (given: number) => db.insertInto('turnout').values({ contestId, given, ballots: 1 }).execute()
  await size(GATE_SCORES)
  await expect(size(GATE_SCORES + 1)).rejects.toThrow('CHECK')
})
