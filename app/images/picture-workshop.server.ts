import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Outcome, refused } from '#app/outcome.ts'
import { newId } from '#db/new-id.ts'
import { prepareCardFonts } from './card-fonts.server.ts'
import type { CardJob, LateJob } from './decode-child.ts'
import { CPU_MS_MOST, type DecoderDeath } from './decode-limits.ts'
import { type Decoder, startDecoder } from './decoder.server.ts'
import { openFairLine } from './fair-line.ts'
import { inspectPicture } from './inspect-picture.server.ts'
import { openPictureStore, type PictureStoreSettings } from './open-picture-store.server.ts'
import type { PictureRefusal, Size } from './picture.ts'
import type { PictureStore } from './picture-store.server.ts'
import type { LateFile } from './render-late.server.ts'
import type { Rendering } from './render-picture.server.ts'

/** Where pictures are judged, rendered and kept. Scripts open one and hand it to routes through the load context. */
export interface PictureWorkshop {
  /**
   * Judges the file at a path and makes everything pages need of it; keeps nothing. `least` is the brief's, in pixels. Where several
   * wait, people take turns.
   */
  inspectAndRender(path: string, least?: Size, person?: string): Promise<Outcome<Rendering, PictureRefusal>>
  /**
   * Writes the renditions that take long of a picture that was taken before into a folder, one picture at a time, in a child of the
   * lowest priority. 'too-busy' when it was cut off.
   */
  renderLate(job: Omit<LateJob, 'cpuMsMost'>): Promise<Outcome<LateFile[], PictureRefusal>>
  /** Draws the card of a link preview around a picture of ours; takes its turn among the pictures that come in. */
  renderCard(job: Omit<CardJob, 'cpuMsMost' | 'fonts'>): Promise<Outcome<Uint8Array, PictureRefusal>>
  store: PictureStore
  /** Ends the children; waiting work is refused as 'too-busy'. */
  close(): Promise<void>
}

export interface WorkshopOptions extends PictureStoreSettings {
  workers?: number
  deadlineMs?: number
  memoryMiB?: number
  /** As in nice(1), of the child of `renderLate`. */
  lateNiceness?: number
  /** Keeps one child more than has work, up to all `workers`, so that nobody who sends a picture waits for one to start. */
  startsAhead?: boolean
  onDecoderReady?: (ms: number) => void
  onDecoderDeath?: (death: DecoderDeath) => void
}

const WORKERS = 2
/** The clock's time is only for what hangs without working: a machine with seven times its load took four times the processor's time. */
const DEADLINE_MS = 20_000
const MEMORY_MIB = 1024
/** The most that the limits of picture.ts let in takes 20 s of a core, for which it waits behind everything else. */
const LATE_CPU_MS_MOST = 60_000
const LATE_DEADLINE_MS = 10 * 60_000
const LATE_NICENESS = 19
const CARD_CPU_MS_MOST = 4000
/** At a second each the last of them waits 40 s, and after 60 its silent connection would be cut: better to say so at once. */
const WAITING_MOST = { inAll: 80, perPerson: 24 }
/** Work of our own: seeds, mending, checks. */
const NOBODY = ''

export async function openPictureWorkshop(options: WorkshopOptions): Promise<PictureWorkshop> {
  const { workers = WORKERS, deadlineMs = DEADLINE_MS, memoryMiB = MEMORY_MIB, startsAhead = false } = options
  const store = await openPictureStore(options)
  const limits = { deadlineMs, memoryMiB, onReady: options.onDecoderReady, onDeath: options.onDecoderDeath }
  const decoders = Array.from({ length: workers }, () => startDecoder({ ...limits, replacesAtOnce: startsAhead }))
  const late = startDecoder({
    ...limits,
    deadlineMs: LATE_DEADLINE_MS,
    niceness: options.lateNiceness ?? LATE_NICENESS,
    // Its file was rendered once before: a child that is starved, or killed from outside, says nothing of it.
    blamesFile: ({ why }) => why === 'over-cpu-limit',
  })
  const idle = [...decoders]
  let lateTurn: Promise<unknown> = Promise.resolve()
  const waiting = openFairLine<(decoder: Decoder | null) => void>(WAITING_MOST)
  const fonts = join(tmpdir(), `placet-fonts-${newId()}`)
  let closed = false
  if (startsAhead) idle.at(-1)?.getReady()

  async function inspectAndRender(path: string, least?: Size, person = NOBODY) {
    const inspected = await inspectPicture(path)
    if (!inspected.ok) return inspected
    const format = inspected.value
    return withDecoder(person, (decoder) => decoder.decode({ path, format, least, cpuMsMost: CPU_MS_MOST[format] }))
  }

  async function renderCard(job: Omit<CardJob, 'cpuMsMost' | 'fonts'>) {
    await prepareCardFonts(fonts)
    return withDecoder(NOBODY, (decoder) => decoder.renderCard({ ...job, fonts, cpuMsMost: CARD_CPU_MS_MOST }))
  }

  async function withDecoder<Made>(
    person: string,
    work: (decoder: Decoder) => Promise<Outcome<Made, PictureRefusal>>,
  ): Promise<Outcome<Made, PictureRefusal>> {
    const decoder = await freeDecoder(person)
    if (decoder === null) return refused({ reason: 'too-busy' })
    try {
      const outcome = await work(decoder)
      // Closing kills the child under its job, which is no fault of the picture.
      return closed && !outcome.ok ? refused({ reason: 'too-busy' }) : outcome
    } finally {
      const next = waiting.next()
      if (next) next(decoder)
      else idle.push(decoder)
    }
  }

  function renderLate(job: Omit<LateJob, 'cpuMsMost'>): Promise<Outcome<LateFile[], PictureRefusal>> {
    const turn = lateTurn.then(async () => {
      if (closed) return refused({ reason: 'too-busy' } as const)
      const outcome = await late.renderLate({ ...job, cpuMsMost: LATE_CPU_MS_MOST })
      return closed && !outcome.ok ? refused({ reason: 'too-busy' } as const) : outcome
    })
    lateTurn = turn.catch(() => undefined)
    return turn
  }

  function freeDecoder(person: string): Promise<Decoder | null> {
    if (closed) return Promise.resolve(null)
    // The last one used is the warmest.
    const decoder = idle.pop()
    if (startsAhead) idle.at(-1)?.getReady()
    if (decoder) return Promise.resolve(decoder)
    return new Promise((resolve) => {
      if (!waiting.join(person, resolve)) resolve(null)
    })
  }

  async function close(): Promise<void> {
    closed = true
    for (const next of waiting.empty()) next(null)
    await Promise.all([late, ...decoders].map((decoder) => decoder.stop()))
    await rm(fonts, { recursive: true, force: true })
  }

  return { inspectAndRender, renderLate, renderCard, store, close }
}
