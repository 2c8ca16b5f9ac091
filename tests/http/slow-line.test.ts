import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openSession } from '#app/accounts/open-session.server.ts'
import { readConfig } from '#app/config.server.ts'
import { writeSessionToken } from '#app/http/session-cookie.server.ts'
import { createLog } from '#app/log.server.ts'
import { appOf } from '../../scripts/remix-app.ts'
import { serve } from '../../scripts/serve.ts'
import { aContest } from '../contests-in-phases.ts'
import { anEntry } from '../entries-in-contests.ts'
import { freshDatabase } from '../fresh-database.ts'
import { fourCorners } from '../images/sample-files.ts'
import { aMember } from '../people.ts'
import { realApp } from './real-app.ts'

const ORIGIN = 'http://placet.example'
const SLOW_LINES = 12

test('large files over slow lines keep nobody waiting, and arrive in the end', { timeout: 120_000 }, async () => {
  const site = await runningSite()
  const slow = []
  for (let line = 0; line < SLOW_LINES; line++)
    slow.push(
      await site.beginUpload(
        await fourCorners(600 + line, 400)
          .png()
          .toBuffer(),
      ),
    )
  // With half of each file there, the others come, send and read.
  const quick = await fourCorners(500, 400).jpeg().toBuffer()
  expect((await site.upload(quick)).status).toBe(201)
  expect((await site.upload(quick)).status).toBe(201)
  expect((await fetch(`${site.address}/healthz`)).status).toBe(200)
  expect((await fetch(`${site.address}/contests`)).status).toBe(200)
  expect(await Promise.all(slow.map(({ finish }) => finish()))).toEqual(Array(SLOW_LINES).fill(201))
  expect(await site.piecesLeft()).toEqual([])
})

test('a line that breaks in the middle leaves nothing behind', { timeout: 120_000 }, async () => {
  const site = await runningSite()
  const broken = await site.beginUpload(await fourCorners(600, 400).png().toBuffer())
  expect(await site.piecesLeft()).toHaveLength(1)
  broken.breakOff()
  await expect.poll(() => site.piecesLeft()).toEqual([])
})

async function runningSite() {
  const folder = await mkdtemp(join(tmpdir(), 'placet-slow-'))
  // A place of its own: other tests put their uploads into the system's at the same time.
  vi.stubEnv('TMPDIR', folder)
  onTestFinished(() => void vi.unstubAllEnvs())
  const piecesNow = async () => (await readdir(folder)).filter((name) => name.startsWith('placet-upload-'))
  const settings = { UPLOADS_DIR: join(folder, 'uploads'), MAIL_DIR: join(folder, 'mail'), LOG_LEVEL: 'silent' }
  const config = readConfig({ PORT: '0', PUBLIC_ORIGIN: ORIGIN, ...settings })
  const db = await freshDatabase()
  const running = await serve({ config, db, log: createLog(config), app: appOf(realApp()) })
  onTestFinished(async () => {
    await running.stop()
    await rm(folder, { recursive: true })
  })
  const now = new Date()
  const brief = { minimumWidthPx: 300, minimumHeightPx: 300 }
  const { contestId } = await aContest(db, { phase: 'open', now, brief })

  async function somebody() {
    const designer = await aMember(db, {}, now)
    const entryId = await anEntry(db, { contestId, designer, at: now, draft: true, pictures: 0 })
    const token = await openSession(db, { accountId: designer.id, device: 'test' }, now)
    const cookie = (await writeSessionToken(token, config)).split(';')[0] ?? ''
    return { path: `/entries/${entryId}/pictures`, headers: { Cookie: cookie, Origin: ORIGIN } }
  }

  async function upload(file: Buffer) {
    const { path, headers } = await somebody()
    const body = new FormData()
    body.append('pictures', new File([new Uint8Array(file)], 'boot.jpg'))
    return fetch(`${running.address}${path}`, { method: 'POST', headers, body })
  }

  /** Half of a file, and then as slow as it likes to be. */
  async function beginUpload(file: Buffer) {
    const { path, headers } = await somebody()
    const head = '--b\r\nContent-Disposition: form-data; name="pictures"; filename="a.png"\r\n\r\n'
    const body = Buffer.concat([Buffer.from(head), file, Buffer.from('\r\n--b--\r\n')])
    const type = { 'Content-Type': 'multipart/form-data; boundary=b', 'Content-Length': String(body.length) }
    const had = (await piecesNow()).length
    const outgoing = request(`${running.address}${path}`, {
      method: 'POST',
      headers: { ...headers, ...type },
      agent: false,
    })
    outgoing.on('error', () => undefined)
    outgoing.write(body.subarray(0, body.length / 2))
    await expect.poll(async () => (await piecesNow()).length, { timeout: 30_000 }).toBeGreaterThan(had)
    const finish = async () => {
      const answered = once(outgoing, 'response')
      outgoing.end(body.subarray(body.length / 2))
      const [answer] = await answered
      answer.resume()
      return answer.statusCode
    }
    return { finish, breakOff: () => outgoing.destroy() }
  }

  return {
    address: running.address,
    upload,
    beginUpload,
    piecesLeft: piecesNow,
  }
}
