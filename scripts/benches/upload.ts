import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BenchResult } from '../bench.ts'
import type { ScratchDesigner } from '../hostile/scratch-contest.ts'
import { isBuilt } from '../remix-app.ts'
import { bareSharp } from './upload/bare-sharp.ts'
import { photoLikeJpeg } from './upload/photo.ts'
import { sendPicture } from './upload/send-picture.ts'
import type { Said } from './upload/served-site.ts'

const ROUNDS = 7
const AT_ONCE = 8
const PORT = 4931

/**
 * From the last byte of a 12-megapixel JPEG to the answer that all its pages' pictures are there, by a production server, over bare
 * sharp making the same files: medians of rounds in which they take turns. Then the longest that the server's event loop was held
 * while 8 designers each send another such photo at once.
 */
export async function bench(): Promise<BenchResult> {
  if (!isBuilt()) throw new Error('There is no build to serve. Run npm run build first.')
  const folder = await mkdtemp(join(tmpdir(), 'placet-bench-'))
  const photo = await photoLikeJpeg(1)
  const { server, origin, designers } = await openSite(folder)
  try {
    const [warming, ...others] = designers
    if (warming) await sendPicture(origin, warming, photo)
    await bareSharp(photo, folder)
    const rounds: { ours: number; floor: number }[] = []
    for (const designer of others.slice(0, ROUNDS)) {
      const ours = await sendPicture(origin, designer, photo)
      const beganAt = performance.now()
      await bareSharp(photo, folder)
      rounds.push({ ours, floor: performance.now() - beganAt })
      console.log(rounds.at(-1))
    }
    const photos: Buffer[] = []
    for (let seed = 2; seed < 2 + AT_ONCE; seed++) photos.push(await photoLikeJpeg(seed))
    const heldMs = await longestHold(server, origin, others.slice(ROUNDS), photos)
    const [ours, floor] = [median(rounds.map(({ ours }) => ours)), median(rounds.map(({ floor }) => floor))]
    return {
      ...{ name: 'upload', ours: Math.round(ours), floor: Math.round(floor), ratio: round(ours / floor) },
      ...{ ratioMost: 1.3, heldMs: round(heldMs), heldMsMost: 50, unit: 'ms', bytes: photo.length },
    }
  } finally {
    server.disconnect()
    await once(server, 'exit')
    await rm(folder, { recursive: true, force: true })
  }
}

async function openSite(
  folder: string,
): Promise<{ server: ChildProcess; origin: string; designers: ScratchDesigner[] }> {
  const program = fileURLToPath(new URL('./upload/served-site.ts', import.meta.url))
  const wanted = 1 + ROUNDS + AT_ONCE
  const server = fork(program, [folder, `${PORT}`, `${wanted}`], { execArgv: ['--import', 'tsx'] })
  const said = await hear(server)
  if (!('origin' in said)) throw new Error('The server did not say where it is.')
  return { server, ...said }
}

async function longestHold(
  server: ChildProcess,
  origin: string,
  designers: ScratchDesigner[],
  photos: Buffer[],
): Promise<number> {
  server.send('begin')
  const sent = photos.map((photo, at) => {
    const designer = designers[at]
    if (!designer) throw new Error('There are fewer designers than photos.')
    return sendPicture(origin, designer, photo)
  })
  await Promise.all(sent)
  server.send('held')
  const said = await hear(server)
  return 'heldMs' in said ? said.heldMs : Number.NaN
}

async function hear(server: ChildProcess): Promise<Said> {
  const died = once(server, 'exit').then(() => {
    throw new Error('The server of the bench ended.')
  })
  died.catch(() => undefined)
  const [said] = await Promise.race([once(server, 'message'), died])
  return said
}

function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
