import type { DecoderDeath } from '#app/images/decode-limits.ts'
import { nameReason } from './name-reason.ts'
import type { PostAnswer } from './post-file.ts'
import type { MemorySeen } from './watch-memory.ts'

const MS_MOST = 2000
const SERVER_GROWTH_MIB_MOST = 64
const DECODER_MIB_MOST = 1024
const SLOWEST_SHOWN = 10

export interface Answered extends PostAnswer {
  file: string
}

/** The last line of the check, for programs. Memory is in MiB and null where the system does not tell. */
export interface HostileReport {
  count: number
  accepted: number
  refused: Record<string, number>
  crashes: { server: number; decoder: number }
  decodersStopped: { overCpuLimit: number; overDeadline: number; overMemoryCap: number }
  slowest: { file: string; ms: number; status: number }[]
  serverMiB: { warm: number | null; most: number | null; grown: number | null }
  decoderMiB: number | null
  /** What the decoders that crashed said last. */
  lastWords: string[]
  /** Answers that are neither 201 nor 4xx, refusals without a reason, and what the bombs of our own were wrongly told. */
  wrong: string[]
}

interface Seen {
  answers: readonly Answered[]
  deaths: readonly DecoderDeath[]
  memory: MemorySeen
  warmMiB: number | null
  serverEnded: string | null
  wrong: readonly string[]
}

export function report({ answers, deaths, memory, warmMiB, serverEnded, wrong }: Seen): HostileReport {
  const refused: Record<string, number> = {}
  for (const { status, sentence } of answers) {
    if (status === 201) continue
    const reason = sentence === null ? `${status} without a reason` : nameReason(sentence)
    refused[reason] = (refused[reason] ?? 0) + 1
  }
  const died = (of: DecoderDeath['why']) => deaths.filter(({ why }) => why === of)
  const crashed = died('fell')
  const slowest = [...answers].sort((a, b) => b.ms - a.ms).slice(0, SLOWEST_SHOWN)
  const grown = warmMiB === null || memory.serverMost === null ? null : memory.serverMost - warmMiB
  return {
    count: answers.length,
    accepted: answers.filter(({ status }) => status === 201).length,
    refused: Object.fromEntries(Object.entries(refused).sort(([, a], [, b]) => b - a)),
    crashes: { server: serverEnded === null ? 0 : 1, decoder: crashed.length },
    decodersStopped: {
      overCpuLimit: died('over-cpu-limit').length,
      overDeadline: died('over-deadline').length,
      overMemoryCap: died('over-memory-cap').length,
    },
    slowest: slowest.map(({ file, ms, status }) => ({ file, ms: Math.round(ms), status })),
    serverMiB: { warm: warmMiB, most: memory.serverMost, grown },
    decoderMiB: memory.decoderMost,
    lastWords: crashed.map(({ code, signal, lastWords }) => `${signal ?? code}: ${lastWords}`),
    wrong: [...wrong, ...answers.filter(isWrong).map(inWords)],
  }
}

/** One sentence for each promise that was not kept. */
export function brokenPromises({ crashes, slowest, serverMiB, decoderMiB, wrong }: HostileReport): string[] {
  const broken = [...wrong]
  if (crashes.server > 0) broken.push('The server ended.')
  if (crashes.decoder > 0) broken.push(`A decoder crashed ${crashes.decoder} times.`)
  const slow = slowest.filter(({ ms }) => ms > MS_MOST)
  broken.push(...slow.map(({ file, ms }) => `${file} took ${ms} ms; the most is ${MS_MOST}.`))
  if ((serverMiB.grown ?? 0) >= SERVER_GROWTH_MIB_MOST) broken.push(`The server grew by ${serverMiB.grown} MiB.`)
  if ((decoderMiB ?? 0) >= DECODER_MIB_MOST) broken.push(`A decoder took ${decoderMiB} MiB.`)
  return broken
}

function isWrong({ status, sentence }: Answered): boolean {
  return status !== 201 && (status < 400 || status > 499 || sentence === null)
}

function inWords({ file, status, sentence }: Answered): string {
  return `${file} was answered ${status}, ${sentence === null ? 'without a reason' : `“${sentence}”`}.`
}
