import type { DuelAnswer } from '#app/voting/duel.ts'
import { between, type Random, randomFrom } from './drawings/drawing.ts'

/**
 * A crowd with taste, for the demo's votes. A design has an appeal that most feel and two traits (say: loud or quiet, plain or
 * playful) on which people differ; a voter has a liking for each trait, a habit of scoring high or low, and moods.
 */

const TRAIT_WEIGHT = 0.55
const HABIT_SPREAD = 0.55
const MOOD_SPREAD = 0.75
const APPEAL_MIDDLE = 2.5
const APPEAL_SPREAD = 0.55
const SETTLED_TRAITS = 0.4
/** Points: what feels so alike is answered with "neither". */
const EVEN = 0.25

export interface Taste {
  likings: readonly [number, number]
  habit: number
  random: Random
}

export interface Design {
  /** 0 to 5: what an average voter would give. */
  appeal: number
  traits: readonly [number, number]
}

export function tasteOf(contest: string, voter: string): Taste {
  const random = randomFrom('taste', contest, voter)
  return { likings: [bell(random), bell(random)], habit: bell(random) * HABIT_SPREAD, random }
}

export function designFor(contest: string, title: string, appeal?: number): Design {
  const random = randomFrom('appeal', contest, title)
  const drawn = APPEAL_MIDDLE + bell(random) * APPEAL_SPREAD
  // What is settled beforehand must come out: such a design divides people less.
  const traits = appeal === undefined ? 1 : SETTLED_TRAITS
  return { appeal: appeal ?? drawn, traits: [bell(random) * traits, bell(random) * traits] }
}

/** What this voter gives this design, today: a whole number from 0 to 5. */
export function scoreOf(taste: Taste, design: Design): number {
  const value = Math.round(feelingOf(taste, design) + taste.habit)
  return Math.max(0, Math.min(5, value))
}

/** Which of two this voter prefers, today; near ones are as good as each other. */
export function answerBetween(taste: Taste, first: Design, second: Design): DuelAnswer {
  const lead = feelingOf(taste, first) - feelingOf(taste, second)
  if (Math.abs(lead) < EVEN) return 'neither'
  return lead > 0 ? 'first' : 'second'
}

function feelingOf({ likings, random }: Taste, { appeal, traits }: Design): number {
  const liking = (likings[0] * traits[0] + likings[1] * traits[1]) * TRAIT_WEIGHT
  return appeal + liking + bell(random) * MOOD_SPREAD
}

/** How many scores somebody gives before they leave: some look in, most fill a ballot, a few see everything. */
export function patienceOf({ random }: Taste, entries: number): number {
  const kind = random()
  if (kind < 0.14) return Math.round(between(random, 1, 6))
  if (kind < 0.84) return Math.round(between(random, 8, 16))
  if (kind < 0.95) return Math.round(between(random, 16, 28))
  return entries
}

/** Roughly normal, with mean 0 and spread 1: the sum of four dice is bell-shaped enough. */
function bell(random: Random): number {
  return (random() + random() + random() + random() - 2) * Math.sqrt(3)
}
