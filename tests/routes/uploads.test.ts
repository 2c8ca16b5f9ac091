import { createHash } from 'node:crypto'
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findEntryEdit } from '#app/entries/entry-edits.server.ts'
import { limitBody, PIECE_TYPE } from '#app/http/edge/body-limit.ts'
import { RATE_LIMITS } from '#app/http/rate-limits.server.ts'
import { UNFINISHED_PER_PERSON_MOST } from '#app/images/unfinished-upload.ts'
import { openUnfinishedUploads } from '#app/images/unfinished-uploads.server.ts'
import { action as deleteAccount } from '#app/routes/account_.delete/route.tsx'
import { action as begin } from '#app/routes/entries.$entryId_.uploads/route.tsx'
import { loader as ask, action as piece } from '#app/routes/entries.$entryId_.uploads_.$uploadId/route.tsx'
import { action as finish } from '#app/routes/entries.$entryId_.uploads_.$uploadId_.finish/route.tsx'
import { answerOf } from '../answer.ts'
import { aContest, type ContestMade } from '../contests-in-phases.ts'
import { anEntry, expectDone } from '../entries-in-contests.ts'
import { aMember, PASSWORD, type TestPerson } from '../people.ts'
import { NOW, requestTo, routeContext, sessionCookieOf, type TestContext } from '../route-context.ts'

const MINUTE_MS = 60 * 1000

let context: TestContext
let contest: ContestMade
let designer: TestPerson
let entryId: string
let file: Buffer

beforeEach(async () => {
  context = await routeContext()
  const brief = { minimumWidthPx: 300, minimumHeightPx: 300, maximumPictures: 3 }
  contest = await aContest(context.db, { phase: 'open', now: NOW, brief })
  designer = await aMember(context.db)
  entryId = await anEntry(context.db, { contestId: contest.contestId, designer, at: NOW, draft: true })
  file = await png('#804020')
})
afterEach(() => context.close())

function png(colour: string, width = 400): Promise<Buffer> {
  return sharp({ create: { width, height: 320, channels: 3, background: colour } })
    .png({ compressionLevel: 0 })
    .toBuffer()
}

interface Asked {
  as?: TestPerson
  headers?: Record<string, string>
  body?: Buffer | ReadableStream<Uint8Array>
  entry?: string
}

async function asked(method: string, { as = designer, headers = {}, body }: Asked = {}): Promise<Request> {
  const cookie = { Cookie: await sessionCookieOf(context, as) }
  const sent = Buffer.isBuffer(body) ? new Uint8Array(body) : body
  const half = sent ? { body: sent, duplex: 'half' as const } : {}
  return new Request('http://placet.test/', { method, headers: { ...cookie, ...headers }, ...half })
}

async function begun(bytes = file.length, details: Asked = {}): Promise<string> {
  const answer = await beginning(bytes, details)
  expect(answer.status).toBe(201)
  return answer.headers.get('Location')?.split('/').at(-1) ?? ''
}

async function beginning(bytes: number | string, { entry = entryId, ...details }: Asked = {}) {
  const request = await asked('POST', { headers: { 'Upload-Length': String(bytes) }, ...details })
  return answered(begin({ request, params: { entryId: entry }, context }))
}

async function sent(uploadId: string, offset: number, body: Asked['body'], details: Asked = {}) {
  const headers = { 'Upload-Offset': String(offset), 'Content-Type': PIECE_TYPE }
  const request = await asked('PATCH', { headers, body, ...details })
  return answered(piece({ request, params: { entryId: details.entry ?? entryId, uploadId }, context }))
}

async function standing(uploadId: string, details: Asked = {}) {
  const request = await asked('HEAD', details)
  return answered(ask({ request, params: { entryId: details.entry ?? entryId, uploadId }, context }))
}

async function finished(uploadId: string, details: Asked = {}) {
  const request = await asked('POST', details)
  return answered(finish({ request, params: { entryId: details.entry ?? entryId, uploadId }, context }))
}

/** The response, thrown or returned. */
async function answered(answer: Promise<unknown>): Promise<Response> {
  const found = await answer.catch((thrown: unknown) => thrown)
  if (found instanceof Response) return found
  return new Response(null, { status: (await answerOf(Promise.resolve(found))).status })
}

const anUpload = ({ id: ownerId }: TestPerson) =>
  ({ ownerId, kind: 'picture', subjectId: entryId, ownBytesMost: 1000 }) as const
const offsetOf = (answer: Response) => Number(answer.headers.get('Upload-Offset'))
const artworks = async () => (await findEntryEdit(context.db, { entryId, designer }, context.clock()))?.artworks ?? []
const pictures = async () => (await context.db.selectFrom('picture').select('id').execute()).length
const filesLeft = () => readdir(context.config.unfinishedUploadsDir, { recursive: true }).catch(() => [])

/** Half of the file, and then the connection is gone. */
function brokenAfter(bytes: Buffer): ReadableStream<Uint8Array> {
  let given = false
  return new ReadableStream({
    pull(controller) {
      if (given) return controller.error(new Error('aborted'))
      given = true
      controller.enqueue(new Uint8Array(bytes))
    },
  })
}

describe('an upload in pieces', () => {
  test('becomes the same picture bit for bit, and leaves nothing behind but its verdict', async () => {
    const id = await begun()
    expect(offsetOf(await sent(id, 0, file.subarray(0, 1000)))).toBe(1000)
    expect(offsetOf(await sent(id, 1000, file.subarray(1000)))).toBe(file.length)
    const answer = await finished(id)
    expect(answer.status).toBe(201)
    const { made } = await answer.json()
    expect((await artworks()).at(-1)?.id).toBe(made)
    const sha256 = createHash('sha256').update(file).digest('hex')
    const kept = await context.db.selectFrom('picture').select('id').where('sha256', '=', sha256).execute()
    expect(kept).toHaveLength(1)
    expect((await filesLeft()).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test('goes on from the byte that arrived when the connection broke', async () => {
    const id = await begun()
    await sent(id, 0, brokenAfter(file.subarray(0, 5000)))
    expect(offsetOf(await standing(id))).toBe(5000)
    expect((await sent(id, 5000, file.subarray(5000))).status).toBe(204)
    expect((await finished(id)).status).toBe(201)
  })

  test('keeps what had come of a piece that the edge cut for trickling', async () => {
    const id = await begun()
    let ms = 0
    const chunks = [file.subarray(0, 1000), file.subarray(1000, 2000)]
    const trickle = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          const chunk = chunks.shift()
          if (chunks.length === 0) ms = 10 * MINUTE_MS
          if (chunk) controller.enqueue(new Uint8Array(chunk))
        },
      },
      { highWaterMark: 0 },
    )
    const cut: number[] = []
    const bounds = { maxBytes: file.length, now: () => ms, onBreak: (status: number) => cut.push(status) }
    await sent(id, 0, limitBody(trickle, bounds))
    expect(cut).toEqual([408])
    expect(offsetOf(await standing(id))).toBe(1000)
  })

  test('goes on after the server was started anew', async () => {
    const id = await begun()
    await sent(id, 0, file.subarray(0, 5000))
    context.unfinishedUploads = openUnfinishedUploads(context.config.unfinishedUploadsDir)
    expect(offsetOf(await standing(id))).toBe(5000)
    await sent(id, 5000, file.subarray(5000))
    expect((await finished(id)).status).toBe(201)
  })

  test('takes nothing at another place than its end, and says where that is', async () => {
    const id = await begun()
    await sent(id, 0, file.subarray(0, 1000))
    for (const offset of [0, 999, 1001]) {
      const answer = await sent(id, offset, file.subarray(offset))
      expect([answer.status, offsetOf(answer)]).toEqual([409, 1000])
    }
  })

  test('takes no byte more than was announced', async () => {
    const id = await begun(100)
    expect((await sent(id, 0, file)).status).toBe(413)
    expect(offsetOf(await standing(id))).toBe(0)
  })

  test('is not judged before all of it is there', async () => {
    const id = await begun()
    await sent(id, 0, file.subarray(0, 1000))
    const answer = await finished(id)
    expect([answer.status, offsetOf(answer)]).toEqual([409, 1000])
    expect(await artworks()).toHaveLength(1)
  })

  test('whose sender comes back while the dead connection still hangs is let in at once', async () => {
    const id = await begun()
    let hang = (_: Uint8Array) => {}
    const hanging = new ReadableStream<Uint8Array>({
      start(controller) {
        hang = (bytes) => controller.enqueue(bytes)
      },
    })
    const lost = sent(id, 0, hanging)
    hang(new Uint8Array(file.subarray(0, 700)))
    await expect.poll(async () => (await filesLeft()).some((name) => name.endsWith('.part'))).toBe(true)
    const offset = offsetOf(await standing(id))
    expect((await sent(id, offset, file.subarray(offset))).status).toBe(204)
    expect((await lost).status).toBe(409)
    expect((await finished(id)).status).toBe(201)
  })

  test('that is finished twice, at once and once more, is one artwork, and each time the same answer', async () => {
    const id = await begun()
    await sent(id, 0, file)
    const both = await Promise.all([finished(id), finished(id)])
    const answers = await Promise.all(
      [...both, await finished(id)].map(async (answer) => [answer.status, await answer.json()]),
    )
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
    expect(await artworks()).toHaveLength(2)
  })

  test('whose judging was cut off is told as taken once the same file hangs in the entry, whoever hung it', async () => {
    const before = await pictures()
    const id = await begun()
    await sent(id, 0, file)
    await expect(
      context.unfinishedUploads.finish({ ...anUpload(designer), id, bytes: file.length, begunAt: NOW }, async () => {
        throw new Error('killed')
      }),
    ).rejects.toThrow('killed')
    const twin = await begun()
    await sent(twin, 0, file)
    expect((await finished(twin)).status).toBe(201)
    expect((await finished(id)).status).toBe(201)
    expect(await artworks()).toHaveLength(2)
    expect(await pictures()).toBe(before + 1)
  })

  test('of a file that is refused says why each time it is asked', async () => {
    const tiny = await png('#208040', 250)
    const id = await begun(tiny.length)
    await sent(id, 0, tiny)
    for (const answer of [await finished(id), await finished(id)]) {
      expect(answer.status).toBe(422)
      expect((await answer.json()).sentence).toContain('250 × 320')
    }
  })

  test('into a full entry waits there until there is room', async () => {
    const ids: string[] = []
    for (const colour of ['#111111', '#222222', '#333333']) {
      file = await png(colour)
      const id = await begun()
      await sent(id, 0, file)
      ids.push(id)
    }
    expect((await finished(ids[0] ?? '')).status).toBe(201)
    expect((await finished(ids[1] ?? '')).status).toBe(201)
    const full = await finished(ids[2] ?? '')
    expect(full.status).toBe(409)
    expect((await full.json()).sentence).toContain('3')
    await context.db.deleteFrom('artwork').where('entryId', '=', entryId).where('position', '=', 0).execute()
    expect((await finished(ids[2] ?? '')).status).toBe(201)
  })

  test('that is ended leaves nothing', async () => {
    const id = await begun()
    await sent(id, 0, file)
    const request = await asked('DELETE')
    expect((await answered(piece({ request, params: { entryId, uploadId: id }, context }))).status).toBe(204)
    expect((await standing(id)).status).toBe(404)
    expect((await filesLeft()).filter((name) => name.includes(id))).toEqual([])
  })
})

describe('who and how much', () => {
  test('to another person, and under another entry, it does not exist', async () => {
    const rival = await aMember(context.db)
    const other = await anEntry(context.db, { contestId: contest.contestId, designer, at: NOW, draft: true })
    const id = await begun()
    for (const details of [{ as: rival }, { entry: other }]) {
      expect((await standing(id, details)).status).toBe(404)
      expect((await sent(id, 0, file, details)).status).toBe(404)
      expect((await finished(id, details)).status).toBe(404)
    }
    expect((await beginning(file.length, { as: rival })).status).toBe(404)
    expect((await standing('../../x')).status).toBe(404)
    expect(offsetOf(await standing(id))).toBe(0)
  })

  test.each([
    ['more than a picture may weigh', 25 * 1024 * 1024 + 1, 413],
    ['nothing', 0, 400],
    ['no number', 'many', 400],
    ['less than nothing', -1, 400],
  ])('that announces %s is refused before a byte is sent', async (_, bytes, status) => {
    const answer = await beginning(bytes)
    expect(answer.status).toBe(status)
    expect((await answer.json()).sentence).not.toBe('')
    expect(await filesLeft()).toEqual([])
  })

  test('one person has twelve at most: the oldest gives way', async () => {
    const ids: string[] = []
    for (let n = 0; n <= UNFINISHED_PER_PERSON_MOST; n += 1) {
      context.setClock(new Date(NOW.getTime() + n * 1000))
      ids.push(await begun(1000))
    }
    expect((await standing(ids[0] ?? '')).status).toBe(404)
    expect((await standing(ids[1] ?? '')).status).toBe(200)
  })

  test('nor more bytes announced than six of the largest pictures', async () => {
    const ids: string[] = []
    for (let n = 0; n < 7; n += 1) {
      context.setClock(new Date(NOW.getTime() + n * 1000))
      ids.push(await begun(25 * 1024 * 1024))
    }
    expect((await standing(ids[0] ?? '')).status).toBe(404)
    expect((await standing(ids[1] ?? '')).status).toBe(200)
  })

  test('that begin at the same moment are no more for it', async () => {
    const large = Array.from({ length: 14 }, () => beginning(20 * 1024 * 1024))
    expect((await Promise.all(large)).map(({ status }) => status)).toEqual(Array(14).fill(201))
    expect((await filesLeft()).filter((name) => name.endsWith('.json'))).toHaveLength(7)
  })

  test('of everybody together have so much room, and who finds none is told when to come back', async () => {
    const most = 2 * file.length + 500
    const open = () => openUnfinishedUploads(context.config.unfinishedUploadsDir, most)
    context.unfinishedUploads = open()
    const rival = await aMember(context.db)
    const theirs = await anEntry(context.db, { contestId: contest.contestId, designer: rival, at: NOW, draft: true })
    const first = await begun()
    await begun(file.length, { as: rival, entry: theirs })
    const refusedOne = async () => {
      const answer = await beginning(1000)
      expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '60'])
      expect((await answer.json()).sentence).not.toBe('')
    }
    await refusedOne()
    // A server that was started anew counts what it finds.
    context.unfinishedUploads = open()
    await refusedOne()
    await sent(first, 0, file)
    expect((await finished(first)).status).toBe(201)
    await begun(1000)
  })

  test('of which only the verdict is left give way before one that is still coming', async () => {
    const slow = await begun(1000)
    for (let n = 1; n <= UNFINISHED_PER_PERSON_MOST; n += 1) {
      context.setClock(new Date(NOW.getTime() + n * 1000))
      const id = await begun(7)
      await sent(id, 0, Buffer.from('no file'))
      expect((await finished(id)).status).toBe(415)
    }
    expect((await standing(slow)).status).toBe(200)
  })

  test.each([
    ['torn', '{"id":"abc'],
    ['of somebody else’s making', '{"id":7}'],
  ])('begin beside a note that is %s, which is nobody’s upload and is swept', async (_, note) => {
    const folder = join(context.config.unfinishedUploadsDir, designer.id)
    const stray = await begun()
    await writeFile(join(folder, `${stray}.json`), note)
    await mkdir(join(folder, 'a-folder.json'))
    for (const name of await readdir(folder)) await utimes(join(folder, name), NOW, NOW)
    expect((await standing(stray)).status).toBe(404)
    await begun()
    const other = await aMember(context.db)
    const old = expectDone(await context.unfinishedUploads.begin({ ...anUpload(other), bytes: 9 }, NOW))
    expect(await context.unfinishedUploads.find(old, NOW)).toMatchObject({ bytes: 9 })
    context.setClock(new Date(NOW.getTime() + 25 * 60 * MINUTE_MS))
    expect(await context.unfinishedUploads.sweep(context.clock())).toBe(2)
    expect(await filesLeft()).toEqual([])
  })

  test('end with the account of their sender', async () => {
    const id = await begun()
    await sent(id, 0, file.subarray(0, 1000))
    const others = await aMember(context.db)
    await context.unfinishedUploads.begin({ ...anUpload(others), bytes: 9 }, NOW)
    const request = await requestTo(context, '/account/delete', { as: designer, form: { password: PASSWORD } })
    expect((await answered(deleteAccount({ request, params: {}, context }))).status).toBe(303)
    expect((await filesLeft()).filter((name) => name.startsWith(designer.id))).toEqual([])
    expect((await filesLeft()).filter((name) => name.startsWith(others.id))).toHaveLength(2)
  })

  test('is forgotten after a day, and its bytes are removed when the next one begins', async () => {
    const id = await begun()
    await sent(id, 0, file)
    context.setClock(new Date(NOW.getTime() + 25 * 60 * MINUTE_MS))
    expect((await standing(id)).status).toBe(404)
    expect(await context.unfinishedUploads.sweep(context.clock())).toBe(1)
    expect((await filesLeft()).filter((name) => name.includes(id))).toEqual([])
  })

  test('who has sent too many is told when to come back, and nothing is begun', async () => {
    for (let n = 0; n < RATE_LIMITS.uploadPerPerson.points; n += 1)
      await context.limiter.spend('uploadPerPerson', designer.id)
    const answer = await beginning(file.length)
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect(await filesLeft()).toEqual([])
  })
})

describe('the deadline', () => {
  const closes = () => new Date(contest.brief.votingOpensAt).getTime()

  test('an upload begun before it may finish within ten minutes of it', async () => {
    context.setClock(new Date(closes() - MINUTE_MS))
    const id = await begun()
    await sent(id, 0, file.subarray(0, 1000))
    context.setClock(new Date(closes() + 9 * MINUTE_MS))
    expect((await sent(id, 1000, file.subarray(1000))).status).toBe(204)
    expect((await finished(id)).status).toBe(201)
  })

  test('after the ten minutes not a byte more is taken', async () => {
    context.setClock(new Date(closes() - MINUTE_MS))
    const id = await begun()
    await sent(id, 0, file.subarray(0, 1000))
    context.setClock(new Date(closes() + 11 * MINUTE_MS))
    expect((await sent(id, 1000, file.subarray(1000))).status).toBe(409)
    expect(offsetOf(await standing(id))).toBe(1000)
  })

  test('none is begun after it', async () => {
    context.setClock(new Date(closes() + MINUTE_MS))
    expect((await beginning(file.length)).status).toBe(409)
  })
})
