import { readFile } from 'node:fs/promises'
import { setPriority } from 'node:os'
import type { Outcome } from '#app/outcome.ts'
import { OVER_CPU_LIMIT } from './decode-limits.ts'
import { hardenSharp } from './harden-sharp.server.ts'
import type { PictureFormat, PictureRefusal, Size } from './picture.ts'
import { type CardPlan, renderCard } from './render-card.server.ts'
import { type LateFile, renderLate } from './render-late.server.ts'
import { type Rendering, renderPicture } from './render-picture.server.ts'

/** The program of the decoding child: one job in, one answer out, until the parent goes away. */
export interface DecodeJob {
  path: string
  format: PictureFormat
  least: Size | undefined
  /** Of the processor's time. */
  cpuMsMost: number
}

/** The renditions that take long are files in a folder of the parent's: too many bytes to send. */
export interface LateJob {
  path: string
  format: PictureFormat
  into: string
  cpuMsMost: number
}

/** A picture of ours with words beside it, for link previews. */
export interface CardJob extends CardPlan {
  path: string
  cpuMsMost: number
}

const CPU_LOOK_EVERY_MS = 50

export type Job = DecodeJob | LateJob | CardJob
type Made = Rendering | LateFile[] | Uint8Array

/** A failure is ours (no such file, no memory to encode in), not the picture's. */
export type Answer<Made> = { outcome: Outcome<Made, PictureRefusal> } | { failure: string }

function main(): void {
  // Pages go first: a decoder that takes a core for a second must not slow the web process.
  setPriority(Number(process.argv[2]))
  hardenSharp()
  process.on('disconnect', () => process.exit())
  process.on('message', (job: Job) => void answer(job))
  process.send?.('ready')
}

async function answer(job: Job): Promise<void> {
  const stopWatching = watchCpu(job.cpuMsMost)
  const answer: Answer<Made> = await make(job).then(
    (outcome) => ({ outcome }),
    (error) => ({ failure: String(error) }),
  )
  stopWatching()
  process.send?.(answer)
}

async function make(job: Job): Promise<Outcome<Made, PictureRefusal>> {
  const file = await readFile(job.path)
  if ('words' in job) return renderCard(file, job)
  return 'into' in job ? renderLate(file, job.format, job.into) : renderPicture(file, job.format, job.least)
}

/**
 * libvips works on threads of its own and cannot be called back, but this one stays free to end the process. What we do on this one
 * ourselves is not watched, and counts its own steps instead (count-scans.ts, without-texts.ts); the parent's deadline is behind it.
 */
function watchCpu(most: number): () => void {
  const before = process.cpuUsage()
  const watch = setInterval(() => {
    const { user, system } = process.cpuUsage(before)
    if ((user + system) / 1000 > most) process.exit(OVER_CPU_LIMIT)
  }, CPU_LOOK_EVERY_MS)
  return () => clearInterval(watch)
}

main()
