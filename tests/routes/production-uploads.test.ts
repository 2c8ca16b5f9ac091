import { createHash, randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bodyMaxBytes, PIECE_TYPE } from '#app/http/edge/body-limit.ts'
import { RATE_LIMITS } from '#app/http/rate-limits.server.ts'
import { PICTURE_BYTES_MOST } from '#app/images/picture.ts'
import { openUnfinishedUploads } from '#app/images/unfinished-uploads.server.ts'
import { PRODUCTION_FILE_BYTES_MOST } from '#app/production/production-file.ts'
import { action as begin } from '#app/routes/production.$runId_.uploads/route.tsx'
import { loader as ask, action as piece } from '#app/routes/production.$runId_.uploads_.$uploadId/route.tsx'
import { action as finish } from '#app/routes/production.$runId_.uploads_.$uploadId_.finish/route.tsx'
import { answerOf } from '../answer.ts'
import { aRunAt, type RunMade } from '../decided-contests.ts'
import { aPdf } from '../production/production-files.ts'
import { NOW, routeContext, sessionCookieOf, type TestContext } from '../route-context.ts'

let context: TestContext
let made: RunMade
/** The winner, whose file it is. */
let designer: { id: string }
let file: Buffer

beforeEach(async () => {
  context = await routeContext()
  made = await aRunAt(context.db, 'files', { now: NOW })
  designer = made.designers[0]
  file = Buffer.concat([aPdf('one'), randomBytes(9000)])
})
afterEach(() => context.close())

interface Asked {
  as?: { id: string }
  headers?: Record<string, string>
  body?: BodyInit
}

async function asked(method: string, { as = designer, headers = {}, body }: Asked = {}): Promise<Request> {
  const cookie = { Cookie: await sessionCookieOf(context, as) }
  return new Request('http://placet.test/', { method, headers: { ...cookie, ...headers }, body })
}

const params = (uploadId = '') => ({ runId: made.runId, uploadId })

async function beginning(bytes: number, details: Asked = {}) {
  const request = await asked('POST', { headers: { 'Upload-Length': String(bytes) }, ...details })
  return answered(begin({ request, params: params(), context }))
}

async function begun(bytes = file.length, details: Asked = {}): Promise<string> {
  const answer = await beginning(bytes, details)
  expect(answer.status).toBe(201)
  return answer.headers.get('Location')?.split('/').at(-1) ?? ''
}

async function sent(uploadId: string, offset: number, bytes: Buffer, details: Asked = {}) {
  const headers = { 'Upload-Offset': String(offset), 'Content-Type': PIECE_TYPE }
  const request = await asked('PATCH', { headers, body: new Uint8Array(bytes), ...details })
  return answered(piece({ request, params: params(uploadId), context }))
}

async function standing(uploadId: string, details: Asked = {}) {
  return answered(ask({ request: await asked('HEAD', details), params: params(uploadId), context }))
}

async function finished(uploadId: string, note = '', details: Asked = {}) {
  const request = await asked('POST', { body: new URLSearchParams({ note }), ...details })
  return answered(finish({ request, params: params(uploadId), context }))
}

async function answered(answer: Promise<unknown>): Promise<Response> {
  const found = await answer.catch((thrown: unknown) => thrown)
  if (found instanceof Response) return found
  return new Response(null, { status: (await answerOf(Promise.resolve(found))).status })
}

const versions = () =>
  context.db.selectFrom('productionFile').select(['version', 'note', 'sha256', 'bytes']).orderBy('version').execute()
const offsetOf = (answer: Response) => Number(answer.headers.get('Upload-Offset'))

describe('a production file in pieces', () => {
  test('goes on after a restart from the byte that had arrived, and is handed in bit for bit with its note', async () => {
    const id = await begun()
    expect(offsetOf(await sent(id, 0, file.subarray(0, 4000)))).toBe(4000)
    context.unfinishedUploads = openUnfinishedUploads(context.config.unfinishedUploadsDir)
    expect(offsetOf(await standing(id))).toBe(4000)
    expect((await finished(id)).status).toBe(409)
    await sent(id, 4000, file.subarray(4000))
    const answer = await finished(id, 'Two inks.')
    expect([answer.status, await answer.json()]).toEqual([201, { sentence: null, made: '1' }])
    expect(answer.headers.get('Set-Cookie')).toContain('placet_flash')
    const sha256 = createHash('sha256').update(file).digest('hex')
    expect(await versions()).toEqual([{ version: 1, note: 'Two inks.', sha256, bytes: file.length }])
  })

  test('that is finished twice at once is one version, and each time the same answer', async () => {
    const id = await begun()
    await sent(id, 0, file)
    const answers = [...(await Promise.all([finished(id), finished(id)])), await finished(id)]
    for (const answer of answers) expect(await answer.json()).toEqual({ sentence: null, made: '1' })
    expect(await versions()).toHaveLength(1)
  })

  test('whose judging was cut off by the end of the process is told as handed in once it is', async () => {
    const id = await begun()
    await sent(id, 0, file)
    const upload = await context.unfinishedUploads.find(
      { id, ownerId: designer.id, kind: 'production-file', subjectId: made.runId },
      NOW,
    )
    if (!upload) throw new Error('It was begun.')
    const killed = context.unfinishedUploads.finish(upload, async () => {
      throw new Error('killed')
    })
    await expect(killed).rejects.toThrow('killed')
    const twin = await begun()
    await sent(twin, 0, file)
    expect((await finished(twin)).status).toBe(201)
    expect((await finished(id)).status).toBe(201)
    expect(await versions()).toHaveLength(1)
  })

  test.each([
    ['of no kind that is taken', Buffer.from('MZ\x90 and more')],
    ['that is an archive', Buffer.from('PK\x03\x04 and more')],
  ])('%s is refused with the reason, each time it is asked', async (_, bytes) => {
    const id = await begun(bytes.length)
    await sent(id, 0, bytes)
    for (const answer of [await finished(id), await finished(id)]) {
      expect(answer.status).toBe(422)
      expect((await answer.json()).sentence).not.toBe('')
    }
    expect(await versions()).toEqual([])
  })
})

describe('who and how much', () => {
  test('to another person it does not exist, and who may not hand in cannot begin one', async () => {
    const id = await begun()
    for (const as of [made.producer, made.admin]) {
      expect((await standing(id, { as })).status).toBe(404)
      expect((await sent(id, 0, file, { as })).status).toBe(404)
      expect((await finished(id, '', { as })).status).toBe(404)
    }
    expect((await beginning(100, { as: made.designers[1] })).status).toBe(403)
    expect((await standing(id, { as: made.designers[1] })).status).toBe(403)
    expect(offsetOf(await standing(id))).toBe(0)
  })

  test('the largest begins beside pictures of the same person, more does not begin, and the next takes its place', async () => {
    const picture = { ownerId: designer.id, kind: 'picture', subjectId: made.runId, bytes: 1000 } as const
    const other = await context.unfinishedUploads.begin({ ...picture, ownBytesMost: 6 * PICTURE_BYTES_MOST }, NOW)
    if (!other.ok) throw new Error(other.refusal)
    const id = await begun(PRODUCTION_FILE_BYTES_MOST)
    expect(await context.unfinishedUploads.find(other.value, NOW)).not.toBeNull()
    const answer = await beginning(PRODUCTION_FILE_BYTES_MOST + 1)
    expect([answer.status, (await answer.json()).sentence]).toEqual([413, expect.stringContaining('500')])
    expect((await standing(id)).status).toBe(200)
    await begun(1000)
    expect((await standing(id)).status).toBe(404)
  })

  test('a run that was stopped meanwhile takes no further byte', async () => {
    const id = await begun()
    const { db } = context
    const decision = { go: 0, reason: 'The factory has closed its doors.', decidedAt: NOW.toISOString() } as const
    await db
      .insertInto('goDecision')
      .values({ ...decision, runId: made.runId, decidedBy: made.admin.id })
      .execute()
    expect((await sent(id, 0, file)).status).toBe(409)
    expect((await beginning(100)).status).toBe(409)
  })

  test('who has handed in too often is told when to come back, and what has arrived stays', async () => {
    const id = await begun()
    await sent(id, 0, file)
    for (let n = 0; n < RATE_LIMITS.productionFilePerPerson.points; n += 1)
      await context.limiter.spend('productionFilePerPerson', designer.id)
    const answer = await finished(id)
    expect([answer.status, Number(answer.headers.get('Retry-After')) > 0]).toEqual([429, true])
    expect((await beginning(100)).status).toBe(429)
    await context.limiter.forgive('productionFilePerPerson', designer.id)
    expect((await finished(id)).status).toBe(201)
  })

  test('a piece has a picture’s limit, and only as a piece', () => {
    const path = `/production/${made.runId}/uploads/abc`
    expect(bodyMaxBytes(path, PIECE_TYPE)).toBe(PICTURE_BYTES_MOST)
    expect(bodyMaxBytes(`${path}/finish`, PIECE_TYPE)).toBeLessThan(PICTURE_BYTES_MOST)
  })
})
