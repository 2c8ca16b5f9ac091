import { createHash, randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { PIECE_TYPE } from '#app/http/edge/body-limit.ts'
import { links } from '#app/http/links.ts'
import { addDesigner, type ScratchDesigner } from './hostile/scratch-contest.ts'
import { KILL_WITHIN_MS, type Victim } from './kill-while-taking.ts'
import type { ScratchSite } from './scratch-site.ts'

const PICTURES_PER_ENTRY = 6
const FIRST_MS_MOST = 60_000
/** Now and then the server lives until it also makes what takes long, and compares. */
const LONG_LIVED_EVERY = 10
const LONG_LIFE_MS = 5500

/** Sends a picture by one of the doors; says whether the server answered that it is taken. */
type Door = (origin: string, designer: ScratchDesigner, picture: Buffer) => Promise<boolean>
const DOORS: readonly Door[] = [sendWhole, sendWhole, sendInPieces]

/** The production server, to which designers upload by every door at once, until it is killed; the next one runs on the same files. */
export function servingVictim(site: ScratchSite & { prepared: string }, source: Buffer): Victim {
  let lives = 0
  async function runAndKill(): Promise<string[]> {
    if (lives > 0) await site.startAgain()
    lives += 1
    const longer = lives % LONG_LIVED_EVERY === 0 ? LONG_LIFE_MS : 0
    const accepted: string[] = []
    let first = () => {}
    const working = new Promise<void>((resolve) => {
      first = resolve
    })
    let killed = false
    async function upload(door: Door): Promise<void> {
      while (!killed) {
        const designer = await addDesigner(site.db, site.config, site.prepared)
        for (let picture = 0; picture < PICTURES_PER_ENTRY && !killed; picture++) {
          const file = Buffer.concat([source, randomBytes(8)])
          // Whatever is cut off by the kill was not accepted.
          if (!(await door(site.config.publicOrigin, designer, file).catch(() => false))) continue
          accepted.push(createHash('sha256').update(file).digest('hex'))
          first()
        }
      }
    }
    const uploads = Promise.all(DOORS.map(upload))
    await Promise.race([working, setTimeout(FIRST_MS_MOST, undefined, { ref: false }), uploads])
    if (accepted.length === 0) throw new Error('The server took no picture.')
    await setTimeout(longer + Math.random() * KILL_WITHIN_MS)
    await site.kill()
    killed = true
    await uploads
    return accepted
  }
  return { runAndKill }
}

async function sendWhole(origin: string, designer: ScratchDesigner, picture: Buffer): Promise<boolean> {
  const form = new FormData()
  form.append('pictures', new File([new Uint8Array(picture)], 'design.jpeg'))
  const answer = await ask(`${origin}${links.entryPictures(designer.entryId)}`, designer, {
    method: 'POST',
    body: form,
  })
  return answer.status === 201
}

async function sendInPieces(origin: string, designer: ScratchDesigner, picture: Buffer): Promise<boolean> {
  const length = { 'Upload-Length': String(picture.byteLength) }
  const begun = await ask(`${origin}${links.entryUploads(designer.entryId)}`, designer, {
    method: 'POST',
    headers: length,
  })
  const at = new URL(begun.headers.get('Location') ?? '', origin)
  const half = Math.floor(picture.byteLength / 2)
  for (const [from, to] of [
    [0, half],
    [half, picture.byteLength],
  ] as const) {
    const headers = { 'Upload-Offset': String(from), 'Content-Type': PIECE_TYPE }
    await ask(at.href, designer, { method: 'PATCH', headers, body: new Uint8Array(picture.subarray(from, to)) })
  }
  return (await ask(`${at.href}/finish`, designer, { method: 'POST' })).status === 201
}

async function ask(address: string, { cookie }: ScratchDesigner, init: RequestInit): Promise<Response> {
  const headers = { ...init.headers, Cookie: cookie, Origin: new URL(address).origin }
  const answer = await fetch(address, { ...init, headers, redirect: 'manual' })
  await answer.arrayBuffer()
  return answer
}
