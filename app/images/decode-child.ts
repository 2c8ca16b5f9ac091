import { readFile } from 'node:fs/promises'
import { setPriority } from 'node:os'
import type { Outcome } from '#app/outcome.ts'
import { OVER_CPU_LIMIT } from './decode-limits.ts'
import { hardenSharp } from './harden-sharp.server.ts'
import type { PictureFormat, PictureRefusal, Size } from './picture.ts'
import { type Rendering, renderPicture } from './render-picture.server.ts'

/** The program of the decoding child: one job in, one answer out, until the parent goes away. */
export interface DecodeJob {
  path: string
  format: PictureFormat
  least: Size | undefined
  /** Of the processor's time. */
  cpuMsMost: number
}

/** A failure is ours (no such file, no memory to encode in), not the picture's. */
export type DecodeAnswer = { outcome: Outcome<Rendering, PictureRefusal> } | { failure: string }

const CPU_LOOK_EVERY_MS = 50

/** Pages go first: a decoder that takes a core for a second must not slow the web process. */
const NICENESS = 10

function main(): void {
  setPriority(NICENESS)
  hardenSharp()
  process.on('disconnect', () => process.exit())
  process.on('message', (job: DecodeJob) => void answer(job))
  process.send?.('ready')
}

async function answer({ path, format, least, cpuMsMost }: DecodeJob): Promise<void> {
  const stopWatching = watchCpu(cpuMsMost)
  const answer: DecodeAnswer = await readFile(path)
    .then((file) => renderPicture(file, format, least))
    .then(
      (outcome) => ({ outcome }),
      (error) => ({ failure: String(error) }),
    )
  stopWatching()
  process.send?.(answer)
}

/** libvips works on threads of its own and cannot be called back, but this one stays free to end the process. */
function watchCpu(most: number): () => void {
  const before = process.cpuUsage()
  const watch = setInterval(() => {
    const { user, system } = process.cpuUsage(before)
    if ((user + system) / 1000 > most) process.exit(OVER_CPU_LIMIT)
  }, CPU_LOOK_EVERY_MS)
  return () => clearInterval(watch)
}

main()
