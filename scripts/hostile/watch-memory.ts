import { readFileSync } from 'node:fs'

const LOOK_EVERY_MS = 50
const KIBIBYTES_PER_MIB = 1024

/** In MiB; null where the system does not tell, which is everywhere but on Linux. */
export interface MemorySeen {
  serverMost: number | null
  decoderMost: number | null
  /** How many different children there were. */
  decoders: number
}

/** Looks at the server and at its children until it is told to stop. */
export function watchMemory(pid: number): { seen: MemorySeen; stop(): void } {
  const seen: MemorySeen = { serverMost: null, decoderMost: null, decoders: 0 }
  const children = new Set<string>()
  const watch = setInterval(() => {
    seen.serverMost = larger(seen.serverMost, readMiB(pid, 'VmRSS'))
    for (const child of childrenOf(pid)) {
      children.add(child)
      // The system remembers the highest mark itself, so that nothing in between two looks is missed.
      seen.decoderMost = larger(seen.decoderMost, readMiB(child, 'VmHWM'))
    }
    seen.decoders = children.size
  }, LOOK_EVERY_MS)
  return { seen, stop: () => clearInterval(watch) }
}

export function serverMiB(pid: number): number | null {
  return readMiB(pid, 'VmRSS')
}

function childrenOf(pid: number): string[] {
  return read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean)
}

function readMiB(pid: number | string, field: 'VmRSS' | 'VmHWM'): number | null {
  const [, kibibytes] = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(read(`/proc/${pid}/status`)) ?? []
  return kibibytes === undefined ? null : Math.round(Number(kibibytes) / KIBIBYTES_PER_MIB)
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function larger(one: number | null, other: number | null): number | null {
  return other === null ? one : Math.max(one ?? 0, other)
}
