import { z } from 'zod'
import type { SignalName } from './signal.ts'

/**
 * What each signal may write down, and no more: rows of an older or another version are read by it too. Entries and ballots are in it so
 * that a stranger can check the rule; the desk is shown how many they are (blindEvidence), never which.
 */
const names = z.array(z.string())
const share = z.strictObject({ ballots: z.number() })

export const EVIDENCE = {
  burst: z.strictObject({ ballots: z.number(), evenly: z.number() }),
  'shared-address': share,
  'shared-device': share,
  'disposable-mail': z.strictObject({}),
  'look-alike': z.strictObject({ others: names }),
  'did-nothing-else': z.strictObject({ ageDays: z.number() }),
  'lifts-in-every-duel': z.strictObject({ lifted: names, duels: z.number() }),
  'lifts-one-sinks-rivals': z.strictObject({ lifted: names, sunk: names }),
  ring: z.strictObject({ favourite: z.string(), sinks: names, ballots: z.number() }),
  bloc: z.strictObject({ sinks: names, ballots: z.number() }),
  company: z.strictObject({ by: z.string(), lifted: names, sunk: names, ballots: z.number() }),
} as const satisfies Record<SignalName, z.ZodType>

/** A signal as the desk sees it: its name and whole numbers. */
export interface BlindSignal {
  name: SignalName
  version: number
  weight: number
  /** Each list by its length; texts left out. */
  numbers: Readonly<Record<string, number>>
}

export function isSignalName(name: string): name is SignalName {
  return Object.hasOwn(EVIDENCE, name)
}

/** What can be told of a row of evidence without saying whom it helps; null when it is not what its signal writes. */
export function blindEvidence(row: {
  signal: string
  version: number
  weight: number
  evidence: string
}): BlindSignal | null {
  const { signal: name, version, weight } = row
  if (!isSignalName(name)) return null
  const reading = EVIDENCE[name].safeParse(JSON.parse(row.evidence))
  if (!reading.success) return null
  const numbers = Object.entries(reading.data).flatMap(([key, value]): [string, number][] => {
    if (Array.isArray(value)) return [[key, value.length]]
    return typeof value === 'number' ? [[key, value]] : []
  })
  return { name, version, weight, numbers: Object.fromEntries(numbers) }
}
