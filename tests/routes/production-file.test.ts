import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bodyMaxBytes, FORM_MAX_BYTES, PRODUCTION_UPLOAD_MAX_BYTES } from '#app/http/edge/body-limit.ts'
import { links } from '#app/http/links.ts'
import { followRequestLocale } from '#app/i18n/locale.server.ts'
import { openUnfinishedUploads } from '#app/images/unfinished-uploads.server.ts'
import { sendOwedLetters } from '#app/notifications/send-owed-letters.server.ts'
import type { Stage } from '#app/production/stages.ts'
import * as run from '#app/routes/production.$runId/route.tsx'
import * as advance from '#app/routes/production.$runId_.advance/route.tsx'
import * as file from '#app/routes/production.$runId_.file/route.tsx'
import * as ruling from '#app/routes/production.$runId_.file_.ruling/route.tsx'
import * as saved from '#app/routes/production-files.$fileId/route.ts'
import { answerOf } from '../answer.ts'
import { aRunAt, type RunMade, signByAll } from '../decided-contests.ts'
import { mailsIn } from '../mailbox.ts'
import { aPdf } from '../production/production-files.ts'
import { NOW, requestTo, routeContext, type TestContext } from '../route-context.ts'

followRequestLocale()

type Who = { id: string } | null

const PRINT = { printWidthMm: 280, printHeightMm: 350, printBleedMm: 3, printPpi: 300, printColour: 'cmyk' } as const
const CHANGES = 'The black has to be its own ink, not four of them.'

let context: TestContext
let made: RunMade

beforeEach(async () => {
  context = await routeContext()
})
afterEach(() => context.close())

async function at(stage: Stage) {
  made = await aRunAt(context.db, stage, { now: NOW, brief: PRINT })
}

/** The letters to the run's designer once all that is owed has gone. */
async function lettersToDesigner() {
  await sendOwedLetters({ ...context, locale: 'en', isStopping: () => false })
  return mailsIn(context, designer().email)
}

const params = () => ({ runId: made.runId })
const designer = () => made.designers[0]

async function handIn(as: Who, content: Uint8Array | null, note = '') {
  const body = new FormData()
  body.append('note', note)
  body.append('file', content ? new File([new Uint8Array(content)], 'whatever.exe') : new File([], ''))
  const path = links.productionFile(made.runId)
  const { headers } = await requestTo(context, path, { as })
  const request = new Request(new URL(path, context.config.publicOrigin), { method: 'POST', headers, body })
  return { request, answer: await answerOf(file.action({ request, params: params(), context })) }
}

async function rule(as: Who, form: Record<string, string>) {
  const request = await requestTo(context, links.ruleOnFile(made.runId), { as, form })
  return answerOf(ruling.action({ request, params: params(), context }))
}

async function look(as: Who) {
  const request = await requestTo(context, links.run(made.runId), { as })
  return (await answerOf(run.loader({ request, params: params(), context }))).data
}

async function save(as: Who, fileId: string) {
  const request = await requestTo(context, links.saveProductionFile(fileId), { as })
  return saved.loader({ request, params: { fileId }, context })
}

describe('handing a production file in', () => {
  test('makes a version that only makers, producers and admins see on the run’s page', async () => {
    await at('files')
    expect((await handIn(designer(), aPdf('one'), 'Two inks.')).answer.status).toBe(303)
    for (const as of [null, made.designers[1], made.jurors[0]]) expect((await look(as)).files).toBeNull()
    for (const as of [designer(), made.producer, made.admin]) {
      expect((await look(as)).files).toMatchObject({
        standing: 'waiting',
        versions: [{ version: 1, note: 'Two inks.' }],
      })
    }
  })

  test('is refused to others before a byte of the file is read', async () => {
    await at('files')
    const { request, answer } = await handIn(made.designers[1], aPdf('mine now'))
    expect([answer.status, request.bodyUsed]).toEqual([403, false])
    expect((await handIn(null, aPdf('mine now'))).answer.status).toBe(302)
    expect(await context.db.selectFrom('productionFile').select('id').execute()).toEqual([])
  })

  test('says beside the field what is wrong with the file, and keeps the note', async () => {
    await at('files')
    for (const [content, status] of [
      [Buffer.from('MZ\x90'), 422],
      [Buffer.from('PK\x03\x04'), 422],
      [null, 422],
    ] as const) {
      const { answer } = await handIn(designer(), content, 'Two inks.')
      expect(answer.status).toBe(status)
      expect(answer.data).toMatchObject({ errors: { file: [expect.any(String)] }, typed: { note: 'Two inks.' } })
    }
  })

  test('finds no room while the uploads of everybody hold it all, is told when to come back, and keeps the note', async () => {
    await at('files')
    context.unfinishedUploads = openUnfinishedUploads(context.config.unfinishedUploadsDir, 1000)
    const { answer } = await handIn(designer(), aPdf('one'), 'Two inks.')
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '60'])
    expect(answer.data).toMatchObject({ errors: { file: [expect.any(String)] }, typed: { note: 'Two inks.' } })
    expect(await context.db.selectFrom('productionFile').select('id').execute()).toEqual([])
  })

  test('waits for the agreement', async () => {
    await at('agreement')
    expect((await handIn(designer(), aPdf('early'))).answer.status).toBe(409)
  })

  test('has a limit of its own, and only as a form with files', () => {
    const form = 'multipart/form-data; boundary=x'
    expect(bodyMaxBytes('/production/abc/file', form)).toBe(PRODUCTION_UPLOAD_MAX_BYTES)
    expect(bodyMaxBytes('/production/abc/file', 'application/x-www-form-urlencoded')).toBe(FORM_MAX_BYTES)
    expect(bodyMaxBytes('/production/abc/file/ruling', form)).toBe(FORM_MAX_BYTES)
  })
})

test('a production file is given out as nothing that a browser opens', async () => {
  await at('files')
  const hostile = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  await handIn(designer(), hostile)
  const { id } = await context.db.selectFrom('productionFile').select('id').executeTakeFirstOrThrow()
  const answer = await save(made.producer, id)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': expect.stringMatching(/^attachment; filename="[a-z0-9-]+-1\.svg"$/),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  })
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(hostile)
  for (const as of [made.designers[1], made.jurors[0]]) expect((await save(as, id)).status).toBe(404)
  expect((await answerOf<unknown>(save(null, id))).status).toBe(302)
})

describe('a producer’s word on it', () => {
  test('reaches whoever handed it in by letter, with the reason', async () => {
    await at('files')
    await handIn(designer(), aPdf('one'))
    const { id: fileId } = await context.db.selectFrom('productionFile').select('id').executeTakeFirstOrThrow()
    expect((await rule(made.producer, { fileId, ruling: 'changes-wanted', reason: CHANGES })).status).toBe(303)
    const [letter, ...others] = (await lettersToDesigner()).filter(({ text }) => text.includes(CHANGES))
    expect(others).toEqual([])
    const head = await context.db
      .selectFrom('publishedHead')
      .select('hash')
      .orderBy('sequence', 'desc')
      .executeTakeFirst()
    expect(letter?.text).toContain(head?.hash ?? 'a head that was published')
    expect((await look(designer())).files?.standing).toBe('changes-wanted')
  })

  test('that was given anew before its letter went is told as it stands, and once', async () => {
    await at('files')
    await handIn(designer(), aPdf('one'))
    const before = (await lettersToDesigner()).length
    const { id: fileId } = await context.db.selectFrom('productionFile').select('id').executeTakeFirstOrThrow()
    await rule(made.producer, { fileId, ruling: 'changes-wanted', reason: CHANGES })
    context.setClock(new Date(NOW.getTime() + 1))
    await rule(made.producer, { fileId, ruling: 'approved', reason: 'Black is its own ink after all.' })
    const letters = await lettersToDesigner()
    expect(letters).toHaveLength(before + 1)
    expect(letters.some(({ text }) => text.includes(CHANGES))).toBe(false)
    expect(letters.some(({ text }) => text.includes('Black is its own ink after all.'))).toBe(true)
  })

  test('needs a reason when changes are wanted, and a producer to give it', async () => {
    await at('files')
    await handIn(designer(), aPdf('one'))
    const { id: fileId } = await context.db.selectFrom('productionFile').select('id').executeTakeFirstOrThrow()
    const short = await rule(made.producer, { fileId, ruling: 'changes-wanted', reason: 'No.' })
    expect(short.status).toBe(422)
    expect(short.data).toMatchObject({ errors: { reason: [expect.any(String)] }, typed: { fileId, reason: 'No.' } })
    expect((await rule(designer(), { fileId, ruling: 'approved', reason: '' })).status).toBe(403)
    expect(await context.db.selectFrom('fileRuling').select('id').execute()).toEqual([])
  })
})

test('a run that comes to its files asks the makers for the file, with what it has to be', async () => {
  await at('agreement')
  await signByAll(context.db, made.runId, NOW)
  const form = { from: 'agreement' }
  const request = await requestTo(context, links.advanceRun(made.runId), { as: made.producer, form })
  expect((await answerOf(advance.action({ request, params: params(), context }))).status).toBe(303)
  expect(await mailsIn(context)).toEqual([])
  const letter = (await lettersToDesigner()).find(({ text }) => text.includes('35 cm'))
  expect(letter?.text).toMatch(/28 × 35 cm, 3 mm bleed; 300 pixels per inch, CMYK/)
})

test('nobody is asked for a file by a letter that comes after the run has left its files', async () => {
  await at('prototype')
  const letters = await lettersToDesigner()
  expect(letters.length).toBeGreaterThan(0)
  expect(letters.filter(({ text }) => text.includes('35 cm'))).toEqual([])
})
