import { readdir } from 'node:fs/promises'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findEntryEdit } from '#app/entries/entry-edits.server.ts'
import { submitEntry } from '#app/entries/submit-entry.server.ts'
import { RATE_LIMITS } from '#app/http/rate-limits.server.ts'
import { openUnfinishedUploads } from '#app/images/unfinished-uploads.server.ts'
import { loader as enterPage, action as start } from '#app/routes/contests.$slug_.enter/route.tsx'
import { loader as editPage } from '#app/routes/entries.$entryId_.edit/route.tsx'
import { action as invite } from '#app/routes/entries.$entryId_.edit_.collaborators/route.tsx'
import { action as keep } from '#app/routes/entries.$entryId_.edit_.pictures/route.tsx'
import { action as remove } from '#app/routes/entries.$entryId_.edit_.pictures_.$artworkId.remove/route.tsx'
import { action as submit } from '#app/routes/entries.$entryId_.edit_.submit/route.tsx'
import { action as withdraw } from '#app/routes/entries.$entryId_.edit_.withdraw/route.tsx'
import { action as upload } from '#app/routes/entries.$entryId_.pictures/route.tsx'
import { action as saveWords } from '#app/routes/entries.$entryId_.words/route.tsx'
import { answerOf } from '../answer.ts'
import { aContest, type ContestMade } from '../contests-in-phases.ts'
import { anEntry, expectDone } from '../entries-in-contests.ts'
import { aJuror, aMember, type TestPerson } from '../people.ts'
import { NOW, requestTo, routeContext, sessionCookieOf, type TestContext } from '../route-context.ts'

let context: TestContext
let contest: ContestMade
let designer: TestPerson
let entryId: string

beforeEach(async () => {
  context = await routeContext()
  const brief = { minimumWidthPx: 300, minimumHeightPx: 300, maximumPictures: 3 }
  contest = await aContest(context.db, { phase: 'open', now: NOW, brief })
  designer = await aMember(context.db)
  entryId = await anEntry(context.db, { contestId: contest.contestId, designer, at: NOW, draft: true })
})
afterEach(() => context.close())

function png(width: number, colour: string): Promise<Buffer> {
  return sharp({ create: { width, height: 320, channels: 3, background: colour } })
    .png()
    .toBuffer()
}

/** A multipart form as a browser without JavaScript sends it. */
async function multipart(path: string, as: TestPerson, fields: Record<string, string>, files: [string, Buffer][] = []) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  for (const [name, bytes] of files) body.append('pictures', new File([new Uint8Array(bytes)], name))
  const headers = { Cookie: await sessionCookieOf(context, as) }
  return new Request(`http://placet.test${path}`, { method: 'POST', headers, body })
}

function edit() {
  return findEntryEdit(context.db, { entryId, designer }, context.clock())
}

const params = () => ({ entryId })

describe('save and upload in one plain form', () => {
  test('the words and the good picture are kept, and the bad one is named with its reason', async () => {
    const files: [string, Buffer][] = [
      ['boot.png', await png(400, '#804020')],
      ['tiny.png', await png(250, '#208040')],
      ['notes.txt', Buffer.from('not a picture at all')],
    ]
    const request = await multipart(
      `/entries/${entryId}/edit/pictures`,
      designer,
      { title: 'Kept', original: 'yes' },
      files,
    )
    const answer = await answerOf(keep({ request, params: params(), context }))
    expect(answer.status).toBe(415)
    const sentences = answer.data.errors.pictures ?? []
    expect(sentences).toHaveLength(2)
    expect(sentences[0]).toContain('tiny.png')
    expect(sentences[1]).toContain('notes.txt')
    expect(answer.data.typed.title).toBe('Kept')
    const after = await edit()
    expect(after?.artworks).toHaveLength(2)
    expect(after?.words.title).toBe('Kept')
  })

  test('words that are too long come back as typed, and the picture sent with them is kept', async () => {
    const title = 'x'.repeat(121)
    const request = await multipart('/', designer, { title }, [['boot.png', await png(400, '#804020')]])
    const answer = await answerOf(keep({ request, params: params(), context }))
    expect(answer.status).toBe(422)
    expect(answer.data.errors.title?.[0]).toContain('121')
    expect(answer.data.typed.title).toBe(title)
    expect((await edit())?.artworks).toHaveLength(2)
  })

  test('a stale page is told so, with what was typed', async () => {
    const request = await multipart('/', designer, { title: 'Mine', savedAt: '2026-01-01T00:00:00.000Z' })
    const answer = await answerOf(keep({ request, params: params(), context }))
    expect(answer.status).toBe(409)
    expect(answer.data.typed.title).toBe('Mine')
    expect((await edit())?.words.title).toBe('The long way home')
    // Who has been told may write over the newer words.
    const again = await multipart('/', designer, { title: 'Mine', savedAt: String(answer.data.typed.savedAt) })
    expect((await answerOf(keep({ request: again, params: params(), context }))).status).toBe(303)
  })

  test('a stale page whose words are refused for themselves stays stale', async () => {
    const savedAt = '2026-01-01T00:00:00.000Z'
    const form = { title: 'x'.repeat(121), savedAt }
    const answer = await answerOf(keep({ request: await multipart('/', designer, form), params: params(), context }))
    expect(answer).toMatchObject({ status: 422, data: { typed: { savedAt } } })
    const request = await requestTo(context, '/', { as: designer, form })
    const saved = await saveWords({ request, params: params(), context })
    expect(await saved.json()).toMatchObject({ savedAt })
  })

  test('a full entry says how many pictures it may have', async () => {
    const colours = ['#111111', '#222222', '#333333']
    const files = await Promise.all(
      colours.map(async (colour): Promise<[string, Buffer]> => [colour, await png(400, colour)]),
    )
    const request = await multipart('/', designer, { title: 'Three' }, files)
    const answer = await answerOf(keep({ request, params: params(), context }))
    expect(answer.status).toBe(409)
    expect(answer.data.errors.pictures?.[0]).toContain('3')
    expect((await edit())?.artworks).toHaveLength(3)
  })

  test('a form for which the uploads of everybody leave no room is told when to come back, and keeps its words', async () => {
    context.unfinishedUploads = openUnfinishedUploads(context.config.unfinishedUploadsDir, 1000)
    const request = await multipart('/', designer, { title: 'Not lost' }, [['one', await png(400, '#444444')]])
    const answer = await answerOf(keep({ request, params: params(), context }))
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '60'])
    expect(answer.data).toMatchObject({ typed: { title: 'Not lost' }, errors: { pictures: [expect.any(String)] } })
  })

  test('what is no form at all is refused whole', async () => {
    const headers = { Cookie: await sessionCookieOf(context, designer), 'Content-Type': 'application/json' }
    const request = new Request('http://placet.test/', { method: 'POST', headers, body: '{"title":"No"}' })
    const answer = await answerOf(keep({ request, params: params(), context }))
    expect(answer.status).toBe(400)
    expect((await edit())?.words.title).toBe('The long way home')
  })
})

describe('submitting', () => {
  test('what was typed last is kept even when something is missing', async () => {
    const request = await multipart('/', designer, { title: 'Last words' })
    const answer = await answerOf(submit({ request, params: params(), context }))
    expect(answer.status).toBe(422)
    expect(answer.data.errors[''] ?? []).toHaveLength(1)
    expect((await edit())?.words.title).toBe('Last words')
  })

  test('after the deadline nothing is submitted', async () => {
    context.setClock(new Date(contest.brief.votingOpensAt))
    const request = await multipart('/', designer, { title: 'Late' })
    const answer = await answerOf(submit({ request, params: params(), context }))
    expect(answer.status).toBe(409)
    expect(answer.data.typed.title).toBe('Late')
    expect((await edit())?.state).toBe('draft')
  })
})

describe('before anything is read', () => {
  /** A body that fails whoever touches it. */
  async function unreadable(as: TestPerson) {
    const headers = { Cookie: await sessionCookieOf(context, as), 'Content-Type': 'multipart/form-data; boundary=x' }
    const body = new ReadableStream(
      { pull: () => Promise.reject(new Error('the body was read')) },
      { highWaterMark: 0 },
    )
    return new Request('http://placet.test/', { method: 'POST', headers, body, duplex: 'half' })
  }

  test('a stranger’s upload to somebody else’s entry is refused', async () => {
    const stranger = await aMember(context.db)
    const [form, script] = [await unreadable(stranger), await unreadable(stranger)]
    expect((await answerOf(keep({ request: form, params: params(), context }))).status).toBe(404)
    expect((await answerOf(upload({ request: script, params: params(), context }))).status).toBe(404)
    expect([form.bodyUsed, script.bodyUsed]).toEqual([false, false])
  })

  test('whoever sent too many pictures sends no more; words alone still arrive', async () => {
    for (let go = 0; go < RATE_LIMITS.uploadPerPerson.points; go++)
      await context.limiter.spend('uploadPerPerson', designer.id)
    const script = await unreadable(designer)
    const refusal = await upload({ request: script, params: params(), context })
    expect(refusal.status).toBe(429)
    expect(Number(refusal.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect((await refusal.json()).sentence).toContain('Wait 60 minutes')
    expect(script.bodyUsed).toBe(false)
    const fields = { title: 'Typed beside it' }
    const form = await multipart('/', designer, fields, [['boot.png', await png(400, '#804020')]])
    const answer = await answerOf(keep({ request: form, params: params(), context }))
    expect(answer).toMatchObject({ status: 429, data: { typed: fields } })
    const words = await multipart('/', designer, { title: 'Words alone' })
    expect((await answerOf(keep({ request: words, params: params(), context }))).status).toBe(303)
    expect((await edit())?.words.title).toBe('Words alone')
  })
})

describe('the limits of a contest', () => {
  const send = async (as: TestPerson, entryId: string) => {
    const request = await multipart('/', as, {}, [['boot.png', await png(320 + sent++, '#804020')]])
    return upload({ request, params: { entryId }, context })
  }
  let sent = 0

  test('a person over their own part of it leaves the others theirs', async () => {
    const rival = await aMember(context.db)
    const rivals = await anEntry(context.db, { contestId: contest.contestId, designer: rival, at: NOW, draft: true })
    const key = `${designer.id} ${contest.contestId}`
    const most = RATE_LIMITS.uploadPerPersonInContest.points
    for (let go = 0; go < most; go++) await context.limiter.spend('uploadPerPersonInContest', key)
    for (let go = 0; go < 3; go++) {
      const refusal = await send(designer, entryId)
      expect(refusal.status).toBe(429)
      expect(Number(refusal.headers.get('Retry-After'))).toBeGreaterThan(60)
    }
    expect((await send(rival, rivals)).status).toBe(201)
    expect(await context.limiter.wait('uploadPerContest', contest.contestId)).toBe(0)
  })

  test('a contest that a crowd floods takes no more of those who have sent much this hour, and all that others send', async () => {
    const rival = await aMember(context.db)
    const rivals = await anEntry(context.db, { contestId: contest.contestId, designer: rival, at: NOW, draft: true })
    const most = RATE_LIMITS.uploadPerContest.points
    for (let go = 0; go < most; go++) await context.limiter.spend('uploadPerContest', contest.contestId)
    const key = `${designer.id} ${contest.contestId}`
    const uncounted = RATE_LIMITS.uploadPerPersonUncounted.points
    for (let go = 0; go < uncounted; go++) await context.limiter.spend('uploadPerPersonUncounted', key)
    expect((await send(designer, entryId)).status).toBe(429)
    expect((await send(rival, rivals)).status).toBe(201)
  })
})

describe('withdrawing', () => {
  const files = () => readdir(context.config.uploadsDir, { recursive: true, withFileTypes: true })
  const pictures = async () => (await files()).filter((file) => file.isFile()).length

  async function withdrawn() {
    const request = await requestTo(context, `/entries/${entryId}/edit/withdraw`, { as: designer, form: {} })
    return (await answerOf(withdraw({ request, params: params(), context }))).status
  }

  test('discards the pictures of a draft with their files, since nobody will see them again', async () => {
    const before = await pictures()
    const request = await multipart('/', designer, {}, [['boot.png', await png(400, '#804020')]])
    expect((await upload({ request, params: params(), context })).status).toBe(201)
    expect(await pictures()).toBeGreaterThan(before)
    expect(await withdrawn()).toBe(303)
    expect(await pictures()).toBe(before)
    expect(await context.db.selectFrom('picture').select('id').where('uploadedBy', '=', designer.id).execute()).toEqual(
      [],
    )
  })

  test('keeps those of an entry that was public', async () => {
    expectDone(await submitEntry(context.db, { entryId, designer }, NOW))
    expect(await withdrawn()).toBe(303)
    expect(await context.db.selectFrom('artwork').select('id').execute()).toHaveLength(1)
  })
})

describe('who writes without end', () => {
  test('is stopped from beginning, saving words and marking alike, with what was typed', async () => {
    for (let go = 0; go < 300; go++) await context.limiter.spend('writePerPerson', designer.id)
    const begin = await requestTo(context, '/', { as: designer, form: {} })
    const begun = await answerOf(start({ request: begin, params: { slug: contest.slug }, context }))
    expect([begun.status, Number(begun.headers.get('Retry-After')) > 0]).toEqual([429, true])
    const form = await multipart('/', designer, { title: 'Once more', savedAt: (await edit())?.savedAt ?? '' })
    const kept = await answerOf(keep({ request: form, params: params(), context }))
    expect(kept).toMatchObject({ status: 429, data: { typed: { title: 'Once more' } } })
    expect((await edit())?.words.title).toBe('The long way home')
  })
})

describe('one picture by the page’s script', () => {
  test('is answered in JSON, with the sentence when it is refused', async () => {
    const good = await multipart('/', designer, {}, [['boot.png', await png(400, '#804020')]])
    expect((await upload({ request: good, params: params(), context })).status).toBe(201)
    const again = await multipart('/', designer, {}, [['boot.png', await png(400, '#804020')]])
    const refused = await upload({ request: again, params: params(), context })
    expect(refused.status).toBe(409)
    expect(await refused.json()).toEqual({ sentence: expect.stringContaining('already') })
  })
})

describe('who may', () => {
  test('another member’s entry is a 404, a visitor is sent to sign in, staff are told why not', async () => {
    const stranger = await aMember(context.db)
    const juror = await aJuror(context.db)
    const artworkId = (await edit())?.artworks[0]?.id
    const asked = async (as: TestPerson | null) => {
      const page = await requestTo(context, `/entries/${entryId}/edit`, { as })
      const form = await requestTo(context, `/entries/${entryId}/edit`, { as, form: { handle: 'ada-rossi' } })
      const details = { params: { entryId, artworkId }, context }
      return [
        (await answerOf(editPage({ request: page, ...details }))).status,
        (await answerOf(invite({ request: form.clone(), ...details }))).status,
        (await answerOf(remove({ request: form.clone(), ...details }))).status,
        (await answerOf(withdraw({ request: form.clone(), ...details }))).status,
      ]
    }
    expect(await asked(stranger)).toEqual([404, 404, 404, 404])
    expect(await asked(juror)).toEqual([403, 403, 403, 403])
    expect(await asked(null)).toEqual([302, 302, 302, 302])
    const theirs = await multipart('/', stranger, { title: 'Mine now' })
    expect((await answerOf(keep({ request: theirs, params: params(), context }))).status).toBe(404)
    expect((await edit())?.words.title).toBe('The long way home')
  })

  test('a draft is begun by a post, and refused with the number when there are enough', async () => {
    const path = `/contests/${contest.slug}/enter`
    const details = { params: { slug: contest.slug }, context }
    for (let held = 1; held < contest.brief.entriesPerPerson; held++) {
      const request = await requestTo(context, path, { as: designer, form: {} })
      expect((await answerOf(start({ request, ...details }))).status).toBe(303)
    }
    const request = await requestTo(context, path, { as: designer, form: {} })
    const answer = await answerOf(start({ request, ...details }))
    expect(answer.status).toBe(409)
    expect(answer.data.errors['']?.[0]).toContain(String(contest.brief.entriesPerPerson))
  })

  test('the page before entering is everybody’s, except of a contest still being drafted', async () => {
    const drafted = await aContest(context.db, { phase: 'draft', now: NOW, title: 'Hidden' })
    const request = await requestTo(context, '/')
    const statusOf = async (slug: string) => (await answerOf(enterPage({ request, params: { slug }, context }))).status
    expect([await statusOf(contest.slug), await statusOf(drafted.slug), await statusOf('none')]).toEqual([
      200, 404, 404,
    ])
  })

  test('removing the last picture of a published entry is refused on its page', async () => {
    expectDone(await submitEntry(context.db, { entryId, designer }, NOW))
    const artworkId = (await edit())?.artworks[0]?.id
    const request = await requestTo(context, '/', { as: designer, form: {} })
    const answer = await answerOf(remove({ request, params: { entryId, artworkId }, context }))
    expect(answer.status).toBe(422)
    expect((await edit())?.artworks).toHaveLength(1)
  })
})
