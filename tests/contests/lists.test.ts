import { describe, expect, it } from 'vitest'
import { orderForAdmin } from '#app/contests/admin-order.ts'
import { warningsFor } from '#app/contests/contest-warnings.ts'
import { differenceOf } from '#app/contests/difference.ts'
import { rightsInWords } from '#app/contests/rights.ts'
import { freeSlug, slugOf } from '#app/contests/slug.ts'

describe('the order of the admins’ list', () => {
  const contest = (title: string, phase: 'draft' | 'open' | 'decided', next: string | null, updatedAt: string) => ({
    contestId: title,
    title,
    phase,
    next: next === null ? null : { boundary: 'opens' as const, at: next },
    updatedAt,
  })
  const contests = [
    contest('Éclair', 'decided', null, '2027-01-01'),
    contest('zebra', 'draft', '2027-03-01', '2027-01-03'),
    contest('Apple', 'open', '2027-02-01', '2027-01-02'),
  ]
  it.each([
    ['title', false, ['Apple', 'Éclair', 'zebra']],
    ['title', true, ['zebra', 'Éclair', 'Apple']],
    ['phase', false, ['zebra', 'Apple', 'Éclair']],
    ['next', false, ['Apple', 'zebra', 'Éclair']],
    ['changed', false, ['zebra', 'Apple', 'Éclair']],
  ] as const)('by %s, reversed: %s', (by, reversed, expected) => {
    expect(orderForAdmin(contests, { by, reversed, locale: 'en' }).map(({ title }) => title)).toEqual(expected)
  })
})

describe('warnings', () => {
  const schedule = {
    opensAt: '2027-01-10T00:00:00.000Z',
    votingOpensAt: '2027-01-20T00:00:00.000Z',
    votingClosesAt: '2027-01-30T00:00:00.000Z',
    decisionDueAt: '2027-02-10T00:00:00.000Z',
    publishedAt: '2027-01-01T00:00:00.000Z',
    decidedAt: null,
    cancelledAt: null,
  }
  const panel = { seats: 2, closers: 1, quorum: 2 }
  const late = new Date('2027-02-11T00:00:00.000Z')

  it('come for a draft whose opening has passed, a panel that cannot decide and a late decision', () => {
    expect(warningsFor({ ...schedule, publishedAt: null }, panel, late)).toEqual(['opening-missed'])
    const nobody = { seats: 1, closers: 0, quorum: 2 }
    expect(warningsFor(schedule, nobody, late)).toEqual(['panel-below-quorum', 'nobody-may-close', 'decision-late'])
  })

  it('end with the contest', () => {
    expect(warningsFor({ ...schedule, decidedAt: schedule.decisionDueAt }, panel, late)).toEqual([])
  })
})

describe('the difference of two texts', () => {
  it('keeps what both have and marks what went and what came', () => {
    expect(differenceOf('one\ntwo\nthree', 'one\n2\nthree\nfour')).toEqual([
      { kind: 'kept', text: 'one' },
      { kind: 'removed', text: 'two' },
      { kind: 'added', text: '2' },
      { kind: 'kept', text: 'three' },
      { kind: 'added', text: 'four' },
    ])
  })

  it('gives both texts back, whatever they are', () => {
    for (const [before, after] of [
      ['', ''],
      ['', 'a\nb'],
      ['a\nb\na', 'b\na\nb'],
      ['x'.repeat(50), 'y'],
      ['a\n'.repeat(2500), 'b\n'.repeat(10)],
    ] as const) {
      const lines = differenceOf(before, after)
      const without = (kind: string) => lines.filter((line) => line.kind !== kind).map((line) => line.text)
      expect(without('added').join('\n')).toBe(before)
      expect(without('removed').join('\n')).toBe(after)
    }
  })
})

describe('an address made of a title', () => {
  it.each([
    ['A boot for rain', 'a-boot-for-rain'],
    ['Città d’acqua, perché no?', 'citta-dacqua-perche-no'],
    ['靴', 'contest'],
    ['---', 'contest'],
    ['x'.repeat(120), 'x'.repeat(70)],
  ])('%s', (title, slug) => {
    expect(slugOf(title)).toBe(slug)
  })

  it('takes the first number that is free', () => {
    expect(freeSlug('boot', [])).toBe('boot')
    expect(freeSlug('boot', ['boot', 'boot-2', 'boot-rain'])).toBe('boot-3')
  })
})

describe('rights in plain words', () => {
  it('say whose it is, how long it is held and what it earns', () => {
    const [whose, held, earns] = rightsInWords(
      { rightsKind: 'assignment', exclusivityDays: 1, royaltyBasisPoints: 250 },
      'en-GB',
    )
    expect(whose).toContain('pass to the brand')
    expect(held).toContain('For 1 day after')
    expect(earns).toContain('2.5%')
  })

  it('say so when nothing is held and nothing earned', () => {
    const [, held, earns] = rightsInWords({ rightsKind: 'open', exclusivityDays: 0, royaltyBasisPoints: 0 }, 'en-GB')
    expect(held).toContain('never held back')
    expect(earns).toContain('no royalty')
  })
})
