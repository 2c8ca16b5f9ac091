import { describe, expect, test } from 'vitest'
import { communityPrizeGoesTo } from '#app/jury/community-prize.ts'

const line = (place: number, finding: string | null, picture: unknown = {}) => ({
  entry: { picture },
  standing: { place },
  finding,
})

describe('the community prize', () => {
  test('goes to the crowd’s first when nothing is made', () => {
    const lines = [line(2, 'vetoed'), line(1, 'short-of-quorum'), line(3, null)]
    expect(communityPrizeGoesTo(lines)?.standing.place).toBe(1)
  })

  test('goes to a vetoed leader when the next one wins', () => {
    expect(communityPrizeGoesTo([line(1, 'vetoed'), line(2, 'wins')])?.standing.place).toBe(1)
  })

  test('is not given apart when the crowd’s first wins, nor without entries', () => {
    expect(communityPrizeGoesTo([line(1, 'wins'), line(2, 'not-reached')])).toBeNull()
    expect(communityPrizeGoesTo([])).toBeNull()
  })

  test('passes over what was taken down', () => {
    expect(communityPrizeGoesTo([line(1, null, null), line(2, 'wins'), line(3, null)])).toBeNull()
    expect(communityPrizeGoesTo([line(1, null, null), line(2, 'vetoed')])?.standing.place).toBe(2)
  })
})
