import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { toFields } from '#app/contests/brief-fields.ts'
import { findBrief } from '#app/contests/briefs.server.ts'
import { loader as list } from '#app/routes/admin._index/route.tsx'
import { loader as editor, action as save } from '#app/routes/admin.contests.$contestId/route.tsx'
import { loader as checklist, action as publish } from '#app/routes/admin.contests.$contestId_.publish/route.tsx'
import { action as create } from '#app/routes/admin.contests.new/route.tsx'
import { answerOf } from '../answer.ts'
import { aContest, type ContestMade } from '../contests-in-phases.ts'
import { aJuror, aMember, anAdmin, type TestPerson } from '../people.ts'
import { NOW, requestTo, routeContext, sessionCookieOf, type TestContext } from '../route-context.ts'

let context: TestContext
let admin: TestPerson
let draft: ContestMade

beforeEach(async () => {
  context = await routeContext()
  admin = await anAdmin(context.db)
  draft = await aContest(context.db, { phase: 'draft', now: NOW, adminId: admin.id })
})
afterEach(() => context.close())

const params = () => ({ contestId: draft.contestId })

async function formOf(change: Record<string, string> = {}): Promise<Record<string, string>> {
  const found = await findBrief(context.db, draft.contestId)
  if (!found) throw new Error('The draft is gone.')
  return { ...toFields(found.brief), seenAt: found.updatedAt, ...change }
}

async function send(form: Record<string, string>, as: TestPerson | null = admin) {
  const request = await requestTo(context, `/admin/contests/${draft.contestId}`, { as, form })
  return answerOf(save({ request, params: params(), context }))
}

async function sendWithPicture(form: Record<string, string>, bytes: Buffer) {
  const body = new FormData()
  for (const [name, value] of Object.entries(form)) body.append(name, value)
  body.append('headPicture', new File([new Uint8Array(bytes)], 'head.png'))
  const headers = { Cookie: await sessionCookieOf(context, admin) }
  const request = new Request(`http://placet.test/admin/contests/${draft.contestId}`, { method: 'POST', headers, body })
  return answerOf(save({ request, params: params(), context }))
}

function png(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#804020' } })
    .png()
    .toBuffer()
}

const briefNow = async () => (await findBrief(context.db, draft.contestId))?.brief

describe('a draft', () => {
  test('starts from a title and lands in its editor', async () => {
    const form = { title: 'A boot for snow', zone: 'Europe/Rome' }
    const request = await requestTo(context, '/admin/contests/new', { as: admin, form })
    const { status, headers } = await answerOf(create({ request, params: {}, context }))
    expect(status).toBe(303)
    expect(headers.get('Location')).toMatch(/^\/admin\/contests\/[a-z0-9]{16}$/)
  })

  test('without a title is not started, and what was typed comes back', async () => {
    const form = { title: ' ', zone: 'Europe/Atlantis' }
    const request = await requestTo(context, '/admin/contests/new', { as: admin, form })
    const { status, data } = await answerOf(create({ request, params: {}, context }))
    expect(status).toBe(422)
    expect(data).toMatchObject({ errors: { title: [expect.any(String)], zone: [expect.any(String)] }, typed: form })
  })

  test('is saved, times in its zone', async () => {
    const { status } = await send(await formOf({ prizes: '€ 3,000', votingClosesAt: '2026-06-01T09:00' }))
    expect(status).toBe(303)
    expect(await briefNow()).toMatchObject({ prizes: '€ 3,000', votingClosesAt: '2026-06-01T07:00:00.000Z' })
  })

  test('keeps everything typed when one field is wrong, and saves nothing', async () => {
    const form = await formOf({ title: 'Another name', quorum: 'two', brief: 'New words.' })
    const { status, data } = await send(form)
    expect(status).toBe(422)
    expect(data).toMatchObject({ errors: { quorum: [expect.any(String)] }, typed: { brief: 'New words.' } })
    expect((await briefNow())?.title).toBe('A boot for rain')
  })

  test('that somebody else saved meanwhile is refused, and kept', async () => {
    const form = await formOf({ title: 'Mine' })
    context.setClock(new Date(NOW.getTime() + 60_000))
    await send(await formOf({ title: 'Theirs' }))
    const { status, data } = await send(form)
    expect(status).toBe(409)
    expect(data).toMatchObject({ errors: { '': [expect.any(String)] }, typed: { title: 'Mine' } })
    expect((await briefNow())?.title).toBe('Theirs')
  })

  test('takes a question more, moves it and removes it by plain buttons', async () => {
    const question = (index: number, prompt: string) => ({
      [`questions.${index}.kind`]: 'short',
      [`questions.${index}.prompt`]: prompt,
      [`questions.${index}.hint`]: '',
    })
    const two = { ...question(0, 'Who?'), ...question(1, 'Where?') }
    const added = await send(await formOf({ ...question(0, 'Who?'), arrange: 'add' }))
    expect(added.headers.get('Location')).toBe(`/admin/contests/${draft.contestId}#questions`)
    expect((await briefNow())?.questions).toHaveLength(2)
    await send(await formOf({ ...two, arrange: 'up:1' }))
    expect((await briefNow())?.questions.map(({ prompt }) => prompt)).toEqual(['Where?', 'Who?'])
    await send(await formOf({ ...two, arrange: 'remove:0' }))
    expect((await briefNow())?.questions.map(({ prompt }) => prompt)).toEqual(['Where?'])
  })

  test('keeps its head picture although the text beside it is refused', async () => {
    const { status } = await sendWithPicture(await formOf({ quorum: 'two' }), await png(1300, 700))
    expect(status).toBe(422)
    const request = await requestTo(context, '/', { as: admin })
    const { data } = await answerOf(editor({ request, params: params(), context }))
    expect(data.head).toMatchObject({ width: 1300, height: 700 })
  })

  test('keeps its text although the picture is too small, and says how large it must be', async () => {
    const { status, data } = await sendWithPicture(await formOf({ prizes: 'A boat' }), await png(400, 300))
    expect(status).toBe(422)
    expect(data).toMatchObject({
      errors: { headPicture: [expect.stringContaining('1,200')] },
      typed: { prizes: 'A boat' },
    })
  })
})

describe('publishing', () => {
  const send = async (form: Record<string, string>, as = admin) => {
    const request = await requestTo(context, `/admin/contests/${draft.contestId}/publish`, { as, form })
    return answerOf(publish({ request, params: params(), context }))
  }

  test('lists what is missing', async () => {
    await context.db.updateTable('contest').set({ prizes: '', headPictureId: null }).execute()
    const request = await requestTo(context, '/', { as: admin })
    const { data } = await answerOf(checklist({ request, params: params(), context }))
    expect(data.reasons).toEqual(['head-picture-missing', 'prizes-missing'])
  })

  test('asks for the word of the person who does it', async () => {
    const { seenAt = '' } = await formOf()
    const { status, data } = await send({ seenAt })
    expect(status).toBe(422)
    expect(data).toMatchObject({ errors: { understood: [expect.any(String)] } })
  })

  test('from a page that is out of date is refused; from a fresh one it leads to the public page', async () => {
    const stale = await send({ seenAt: '2020-01-01T00:00:00.000Z', understood: 'yes' })
    expect(stale.status).toBe(409)
    const { seenAt = '' } = await formOf()
    const { status, headers } = await send({ seenAt, understood: 'yes' })
    expect([status, headers.get('Location')]).toEqual([303, `/contests/${draft.slug}`])
    const twice = await send({ seenAt, understood: 'yes' })
    expect(twice.status).toBe(409)
  })
})

describe('the rooms of the admins', () => {
  test('send visitors to the door and turn everybody else away, to read or to write', async () => {
    const others = [await aMember(context.db), await aJuror(context.db)]
    const form = await formOf({ title: 'Not yours' })
    for (const person of others) {
      const request = await requestTo(context, '/admin', { as: person })
      expect((await answerOf(list({ request, params: {}, context }))).status).toBe(403)
      expect((await send(form, person)).status).toBe(403)
    }
    const visitor = await requestTo(context, '/admin')
    const { status, headers } = await answerOf(list({ request: visitor, params: {}, context }))
    expect([status, headers.get('Location')]).toEqual([302, '/sign-in?next=%2Fadmin'])
    expect((await send(form, null)).status).toBe(302)
    expect((await briefNow())?.title).toBe('A boot for rain')
  })

  test('know nothing of a contest that does not exist', async () => {
    const request = await requestTo(context, '/', { as: admin })
    const { status } = await answerOf(editor({ request, params: { contestId: 'nothing' }, context }))
    expect(status).toBe(404)
  })
})
