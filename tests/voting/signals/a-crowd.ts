import type { AccountFacts, JudgedBallot } from '#app/voting/signals/judged-ballot.ts'

import { randomFrom } from '../../../scripts/benches/fairness/random.ts'

export const NAMES = Array.from({ length: 20 }, (_, index) => `entry-${String(index).padStart(2, '0')}`)
export const ENTRIES = NAMES.map((entryId) => ({ entryId, submittedAt: '2026-03-01T09:00:00.000Z', buyMarks: 0 }))
const DAY_MINUTES = 1440

/** Somebody like most: joined long ago, does other things, alone on their address and device. */
export function facts(number: number, more: Partial<AccountFacts> = {}): AccountFacts {
  return {
    ageDays: 100 + number,
    addressHash: `home-${number}`,
    deviceHash: `device-${number}`,
    mail: 'ordinary',
    otherActs: 3,
    ...more,
  }
}

/** Twelve honest scores; entry-00 is the best and entry-19 the worst. Ballots come ten a day. */
export function honest(number: number, more: Partial<AccountFacts> = {}): JudgedBallot {
  const random = randomFrom(number)
  const scores = Array.from({ length: 12 }, (_, look) => {
    const at = (number * 7 + look) % NAMES.length
    const mood = random.whole(3) - 1
    return scoreAt(at, Math.max(0, Math.min(5, usualOf(at) + mood)), (number * DAY_MINUTES) / 10 + look)
  })
  return { pseudonym: `honest-${number}`, facts: facts(number, more), scores }
}

/** 5 for entry-12, 0 for the four best, and for the rest what all say. */
export function bought(number: number, more: Partial<AccountFacts> = {}): JudgedBallot {
  const { scores } = honest(1000 + number)
  const aimed = [0, 1, 2, 3, 12]
  const others = scores.flatMap(({ entryId, minute }) => {
    const at = NAMES.indexOf(entryId)
    return aimed.includes(at) ? [] : scoreAt(at, usualOf(at), minute)
  })
  return {
    pseudonym: `bought-${number}`,
    facts: facts(1000 + number, more),
    scores: [...others, ...aimed.map((at) => scoreAt(at, at === 12 ? 5 : 0, number * 700 + at))],
  }
}

export function honestCrowd(count: number): JudgedBallot[] {
  return Array.from({ length: count }, (_, number) => honest(number))
}

function usualOf(at: number): number {
  return Math.round(4.4 - at / 5)
}

function scoreAt(at: number, value: number, minute: number) {
  return { entryId: NAMES[at] ?? '', value, minute: Math.floor(minute) }
}
