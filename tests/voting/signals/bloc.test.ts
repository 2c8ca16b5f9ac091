import { expect, test } from 'vitest'
import { findBlocs } from '#app/voting/signals/bloc.ts'
import { judgeBallots } from '#app/voting/signals/judge-ballots.ts'
import type { JudgedBallot } from '#app/voting/signals/judged-ballot.ts'
import { ENTRIES, honest, honestCrowd, NAMES } from './a-crowd.ts'

/** The two best: what a hired crowd must sink, whomever it was hired for. */
const RIVALS = NAMES.slice(0, 2)

/** An honest ballot but for 0 to the rivals that it holds. No favourite, and an account like anybody's. */
function sinking(number: number, rivals: readonly string[] = RIVALS): JudgedBallot {
  const ballot = honest(1000 + number)
  const scores = ballot.scores.map((score) => (rivals.includes(score.entryId) ? { ...score, value: 0 } : score))
  return { ...ballot, pseudonym: `sinking-${number}`, scores }
}

const crowd = honestCrowd(120)
const bloc = Array.from({ length: 30 }, (_, number) => sinking(number))

function holds(ballot: JudgedBallot | undefined, rivals: readonly string[]): number {
  return ballot?.scores.filter(({ entryId }) => rivals.includes(entryId)).length ?? 0
}

test('old accounts without a common favourite that sink the same two designs are put aside, and nobody else', () => {
  const aside = judgeBallots(ENTRIES, [...crowd, ...bloc]).filter(({ proposesQuarantine }) => proposesQuarantine)
  const aiming = bloc.filter((ballot) => holds(ballot, RIVALS) > 0)
  expect(aiming.length).toBeGreaterThan(15)
  expect(aside.map(({ pseudonym }) => pseudonym)).toEqual(aiming.map(({ pseudonym }) => pseudonym))
  const evidence = aside[0]?.signals.find(({ name }) => name === 'bloc')?.evidence
  expect(evidence).toEqual({ sinks: RIVALS.slice(0, holds(aiming[0], RIVALS)), ballots: aiming.length })
})

test('one design that many cannot bear makes no bloc, and neither do two that different people cannot bear', () => {
  const against = (entryId: string | undefined, from: number) =>
    Array.from({ length: 30 }, (_, number) => sinking(from + number, [entryId ?? '']))
  const judged = judgeBallots(ENTRIES, [...crowd, ...against(NAMES[0], 0), ...against(NAMES[10], 100)])
  expect(judged.flatMap(({ signals }) => signals).filter(({ name }) => name === 'bloc')).toEqual([])
})

/** What a ballot departs from what all say: 0 on the rest of ten designs. */
function departing(from: Record<string, number>) {
  const others = ['c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((entryId): [string, number] => [entryId, 0])
  return new Map([...Object.entries(from), ...others])
}

function findAmong(...looked: ReadonlyMap<string, number>[]) {
  const members = Array.from({ length: 12 }, () => departing({ a: -3, b: -3 }))
  const honestly = Array.from({ length: 60 }, () => departing({ a: 0, b: 0 }))
  const found = findBlocs({ ballots: [], departures: [...looked, ...members, ...honestly] })
  return { found: found.size, weights: looked.map((_, at) => found.get(at)?.weight) }
}

test('who spared one design of the bloc that they met is not named', () => {
  expect(findAmong(departing({ a: -3, b: 0 }))).toEqual({ found: 12, weights: [undefined] })
  expect(findAmong(departing({ a: -3, b: -2 }))).toEqual({ found: 13, weights: [4] })
})

test('who met one design of the bloc and put it not far down weighs too little to be put aside for it', () => {
  expect(findAmong(departing({ a: -2.9 }), departing({ a: -3.1 }))).toEqual({ found: 14, weights: [2, 4] })
})

test('where hardly anybody who met one design of the bloc sinks it, who does is taken for honest', () => {
  const sparing = Array.from({ length: 40 }, () => departing({ a: 0 }))
  expect(findAmong(departing({ a: -3.1 }), ...sparing)).toMatchObject({ found: 13, weights: { 0: 2 } })
})
