import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseNext, firstInHand, shuffleKey } from '#app/voting/queue.ts'

const queue = fc.uniqueArray(fc.record({ entryId: fc.string({ minLength: 1 }), handed: fc.nat(50) }), {
  selector: (entry) => entry.entryId,
  maxLength: 30,
})

test('the least seen entry comes first', () => {
  const entries = [
    { entryId: 'a', handed: 3 },
    { entryId: 'b', handed: 1 },
    { entryId: 'c', handed: 2 },
  ]
  expect(chooseNext(entries, new Set(), 'voter')).toBe('b')
  expect(chooseNext(entries, new Set(['b']), 'voter')).toBe('c')
  expect(chooseNext(entries, new Set(['a', 'b', 'c']), 'voter')).toBeNull()
})

test('what was handed before never comes again and nothing seen more is preferred', () => {
  fc.assert(
    fc.property(queue, fc.string(), fc.array(fc.nat(29)), (entries, voterId, handedBefore) => {
      const already = new Set(handedBefore.flatMap((index) => entries[index]?.entryId ?? []))
      const open = entries.filter((entry) => !already.has(entry.entryId))
      const next = chooseNext(entries, already, voterId)
      if (open.length === 0) return next === null
      const chosen = open.find((entry) => entry.entryId === next)
      return chosen !== undefined && open.every((entry) => chosen.handed <= entry.handed)
    }),
  )
})

test('the choice does not depend on the order in which the database lists the entries', () => {
  fc.assert(
    fc.property(queue, fc.string(), (entries, voterId) => {
      expect(chooseNext(entries.toReversed(), new Set(), voterId)).toBe(chooseNext(entries, new Set(), voterId))
    }),
  )
})

test('equally seen entries come to different voters in different orders, each entry first about as often', () => {
  const entries = Array.from({ length: 10 }, (_, index) => ({ entryId: `entry-${index}`, handed: 0 }))
  const firsts = new Map<string, number>()
  for (let voter = 0; voter < 5000; voter += 1) {
    const first = chooseNext(entries, new Set(), `voter-${voter}`) ?? ''
    firsts.set(first, (firsts.get(first) ?? 0) + 1)
  }
  expect(firsts.size).toBe(10)
  // 500 expected; six standard deviations of a fair draw are about 127.
  for (const times of firsts.values()) expect(Math.abs(times - 500)).toBeLessThan(127)
})

test('a voter finds the same order again', () => {
  expect(shuffleKey('voter', 'entry')).toBe(shuffleKey('voter', 'entry'))
  expect(shuffleKey('voter', 'entry')).not.toBe(shuffleKey('entry', 'voter'))
})

test('of several entries in hand the one handed first is shown', () => {
  const hand = [
    { entryId: 'late', handedAt: '2026-03-25T12:00:02.000Z' },
    { entryId: 'early', handedAt: '2026-03-25T12:00:01.000Z' },
  ]
  expect(firstInHand(hand, 'voter')).toBe('early')
  expect(firstInHand([], 'voter')).toBeNull()
})
