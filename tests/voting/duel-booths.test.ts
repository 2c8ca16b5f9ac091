import { expect, test } from 'vitest'
import { findDuelProgress } from '#app/voting/duel-booths.server.ts'
import { findParticipation } from '#app/voting/participation.server.ts'
import { fileDatabase } from '../file-database.ts'
import { aDuelVote, fillDuels } from './a-duel-vote.ts'

test('a designer is told of a ballot of duels that it counts when the count takes it, and not sooner', async () => {
  const db = await fileDatabase()
  // 30 % of four designs are two answers; of the three that are not theirs it would be one.
  const { contestId, designerIds } = await aDuelVote(db, 4)
  const key = { contestId, voterId: designerIds[0] ?? '' }
  await fillDuels(db, key, 1)
  expect(await findDuelProgress(db, key)).toMatchObject({ scorable: 3, gate: 2, given: 1, missing: 1 })
  expect(await findParticipation(db, contestId)).toEqual({ begun: 1, counted: 0 })
  await fillDuels(db, key, 1)
  expect(await findDuelProgress(db, key)).toMatchObject({ given: 2, missing: 0 })
  expect(await findParticipation(db, contestId)).toEqual({ begun: 1, counted: 1 })
})
