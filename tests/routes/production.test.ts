import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { links } from '#app/http/links.ts'
import { followRequestLocale, inLocale } from '#app/i18n/locale.server.ts'
import { agreementText } from '#app/production/agreement.ts'
import type { Stage } from '#app/production/stages.ts'
import { writeNote } from '#app/production/write-note.server.ts'
import * as agreement from '#app/routes/agreements.$runId/route.tsx'
import * as pipeline from '#app/routes/production._index/route.tsx'
import * as run from '#app/routes/production.$runId/route.tsx'
import * as advance from '#app/routes/production.$runId_.advance/route.tsx'
import * as go from '#app/routes/production.$runId_.go/route.tsx'
import * as launch from '#app/routes/production.$runId_.launch/route.tsx'
import * as notes from '#app/routes/production.$runId_.notes/route.tsx'
import * as plan from '#app/routes/production.$runId_.plan/route.tsx'
import * as board from '#app/routes/production_.board/route.tsx'
import * as products from '#app/routes/products._index/route.tsx'
import * as product from '#app/routes/products.$slug/route.tsx'
import { renderMarkdown } from '#app/ui/markdown.ts'
import { answerOf } from '../answer.ts'
import { aPictureRow, expectDone } from '../contests-in-phases.ts'
import { aRunAt, type RunMade } from '../decided-contests.ts'
import { NOW, requestTo, routeContext, type TestContext } from '../route-context.ts'

followRequestLocale()

type Who = { id: string } | null
type Form = Record<string, string>

let context: TestContext
let made: RunMade

beforeEach(async () => {
  context = await routeContext()
})
afterEach(() => context.close())

async function at(stage: Stage) {
  made = await aRunAt(context.db, stage, { now: NOW })
}

async function asked(path: string, as: Who, form?: Form, params: Record<string, string> = { runId: made.runId }) {
  return { request: await requestTo(context, path, { as, form }), params, context }
}

/** As a browser sends a form that may carry a file: an empty file input sends a file of no bytes. */
async function askedWithFile(path: string, as: Who, fields: Form, file = new File([], '')) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  body.append('picture', file)
  const { headers } = await requestTo(context, path, { as })
  const request = new Request(new URL(path, context.config.publicOrigin), { method: 'POST', headers, body })
  return { request, params: { runId: made.runId }, context }
}

async function aPictureFile(background: string): Promise<File> {
  const image = sharp({ create: { width: 400, height: 400, channels: 3, background } })
  return new File([new Uint8Array(await image.png().toBuffer())], 'last.png', { type: 'image/png' })
}

const refusedFields = (data: unknown) =>
  data && typeof data === 'object' && 'errors' in data ? Object.keys(data.errors ?? {}) : []

describe('a run’s page', () => {
  test('is public, without the desk and the private notes', async () => {
    await at('files')
    const note = { runId: made.runId, audience: 'private', text: 'The supplier asks for more.' } as const
    expectDone(await writeNote(context.db, { ...note, pictures: [], writtenBy: made.producer.id }, NOW))
    for (const as of [null, made.designers[0]]) {
      const { status, data } = await answerOf(run.loader(await asked(links.run(made.runId), as)))
      expect(status).toBe(200)
      expect(data.desk).toBeNull()
      expect(JSON.stringify(data)).not.toContain('supplier')
    }
    const { data } = await answerOf(run.loader(await asked(links.run(made.runId), made.producer)))
    expect(data.desk).not.toBeNull()
    expect(data.notes).toHaveLength(1)
  })

  test('that nobody began is not found', async () => {
    await at('agreement')
    expect(
      (await answerOf(run.loader(await asked(links.run('none'), null, undefined, { runId: 'none' })))).status,
    ).toBe(404)
  })

  test('asks its makers, and nobody else, to sign', async () => {
    await at('agreement')
    const maySign = async (as: Who) => (await answerOf(run.loader(await asked(links.run(made.runId), as)))).data.maySign
    expect(await Promise.all([maySign(made.designers[0]), maySign(made.designers[1]), maySign(null)])).toEqual([
      true,
      false,
      false,
    ])
  })
})

test('every act on a run is for producers and admins', async () => {
  await at('making')
  const acts = [
    [advance, links.advanceRun(made.runId), { from: 'making' }],
    [plan, links.planStage(made.runId), { stage: 'making' }],
    [go, links.decideGo(made.runId), { go: 'go', reason: 'Because it is good.' }],
    [notes, links.runNote(made.runId), { audience: 'public', text: 'Hello.' }],
    [launch, links.launch(made.runId), { name: 'A boot' }],
  ] as const
  for (const [route, path, form] of acts) {
    for (const as of [made.designers[0], made.jurors[0]]) {
      expect((await answerOf(route.action(await asked(path, as, form)))).status).toBe(403)
      expect((await answerOf<unknown>(route.loader(await asked(path, as)))).status).toBe(403)
    }
    expect((await answerOf(route.action(await asked(path, null, form)))).status).toBe(302)
  }
  const { data } = await answerOf(pipeline.loader(await asked(links.production(), null)))
  expect(data.runs[0]?.stage).toBe('making')
  expect((await answerOf(board.loader(await asked(links.productionBoard(), made.jurors[0])))).status).toBe(403)
})

test('a run is moved on from the stage that was seen, and once', async () => {
  await at('tech-pack')
  const send = async () =>
    answerOf(advance.action(await asked(links.advanceRun(made.runId), made.producer, { from: 'tech-pack' })))
  expect([(await send()).status, (await send()).status]).toEqual([303, 409])
})

test('a stage is due when its day ends where the contest is held', async () => {
  await at('files')
  const form = { stage: 'files', ownerId: made.producer.id, dueOn: '2026-05-10' }
  const sent = await answerOf(plan.action(await asked(links.planStage(made.runId), made.producer, form)))
  expect(sent.status).toBe(303)
  const row = await context.db.selectFrom('stagePlan').select('dueAt').executeTakeFirst()
  expect(row?.dueAt).toBe('2026-05-10T21:59:00.000Z')
  const wrong = await answerOf(
    plan.action(await asked(links.planStage(made.runId), made.producer, { ...form, dueOn: '2026-02-30' })),
  )
  expect([wrong.status, refusedFields(wrong.data)]).toEqual([422, ['dueOn']])
})

test.each(['0026-05-10', '2019-12-31', '2100-01-01', '9999-12-31'])(
  'a day that no calendar of a contest has (%s) is refused, kept as typed, and erases no date',
  async (dueOn) => {
    await at('files')
    const send = async (form: Form) =>
      answerOf(
        plan.action(await asked(links.planStage(made.runId), made.producer, { stage: 'files', ownerId: '', ...form })),
      )
    expect((await send({ dueOn: '2026-05-10' })).status).toBe(303)
    const { status, data } = await send({ dueOn })
    expect([status, refusedFields(data)]).toEqual([422, ['dueOn']])
    expect(data).toMatchObject({ typed: { stage: 'files', dueOn } })
    const row = await context.db.selectFrom('stagePlan').select('dueAt').executeTakeFirst()
    expect(row?.dueAt).toBe('2026-05-10T21:59:00.000Z')
  },
)

test('a go needs its reason, which is kept while it is mended', async () => {
  await at('go-no-go')
  const typed = { go: 'go', reason: 'Yes.' }
  const { status, data } = await answerOf(go.action(await asked(links.decideGo(made.runId), made.producer, typed)))
  expect([status, refusedFields(data)]).toEqual([422, ['reason']])
  expect(data).toMatchObject({ typed })
})

describe('a note', () => {
  test('without words is refused, and what else was typed is kept', async () => {
    await at('files')
    const typed = { audience: 'private', text: ' ', alt: 'A last' }
    const { status, data } = await answerOf(
      notes.action(await askedWithFile(links.runNote(made.runId), made.producer, typed)),
    )
    expect([status, refusedFields(data)]).toEqual([422, ['text']])
    expect(data).toMatchObject({ typed: { audience: 'private', alt: 'A last' } })
  })

  const send = async (fields: Form, file?: File) =>
    answerOf(notes.action(await askedWithFile(links.runNote(made.runId), made.producer, fields, file)))
  const typedOf = (data: unknown) => (data && typeof data === 'object' && 'typed' in data ? data.typed : null) as Form
  const hung = () => context.db.selectFrom('notePicture').select(['noteId', 'pictureId']).execute()
  const loose = async () => {
    const taken = await context.db
      .selectFrom('picture')
      .select('id')
      .where('uploadedBy', '=', made.producer.id)
      .execute()
    const known = (await hung()).map(({ pictureId }) => pictureId)
    return taken.map(({ id }) => id).filter((id) => !known.includes(id))
  }

  test('that is refused keeps the chosen picture too, and hangs it without its being sent again', async () => {
    await at('files')
    const undescribed = await send({ audience: 'public', text: 'The last.', alt: '' }, await aPictureFile('#804020'))
    expect([undescribed.status, refusedFields(undescribed.data)]).toEqual([422, ['alt']])
    const { pictureId = '' } = typedOf(undescribed.data)
    expect(await loose()).toEqual([pictureId])
    const unsaid = await send({ audience: 'public', text: '', alt: 'A last', pictureId })
    expect(typedOf(unsaid.data)).toMatchObject({ alt: 'A last', pictureId })
    expect((await send({ audience: 'public', text: 'The last.', alt: 'A last', pictureId })).status).toBe(303)
    expect(await hung()).toMatchObject([{ pictureId }])
    expect(await loose()).toEqual([])
  })

  test('takes another chosen picture in the place of the kept one', async () => {
    await at('files')
    const first = typedOf((await send({ audience: 'public', text: '', alt: '' }, await aPictureFile('#804020'))).data)
    const second = typedOf((await send({ ...first, alt: '' }, await aPictureFile('#204080'))).data)
    expect(second.pictureId).not.toBe(first.pictureId)
    expect(await loose()).toEqual([second.pictureId])
  })

  test('with a picture, sent twice, is one note, and leaves no second picture behind', async () => {
    await at('files')
    const form = { audience: 'public', text: 'The last is carved.', alt: 'A last' }
    for (let times = 0; times < 2; times += 1)
      expect((await send(form, await aPictureFile('#804020'))).status).toBe(303)
    expect(await hung()).toHaveLength(1)
    expect(await loose()).toEqual([])
  })

  test('takes nobody else’s picture, nor one that hangs somewhere already', async () => {
    await at('files')
    const other = await aPictureRow(context.db, made.admin.id, NOW)
    expect((await send({ audience: 'public', text: 'Mine.', alt: 'x', pictureId: other })).status).toBe(303)
    expect(await hung()).toEqual([])
  })

  test('on a run that is not there takes no picture in', async () => {
    await at('files')
    const asking = await askedWithFile(
      links.runNote('none'),
      made.producer,
      { text: 'Hello.' },
      await aPictureFile('#111111'),
    )
    expect((await answerOf(notes.action({ ...asking, params: { runId: 'none' } }))).status).toBe(404)
    expect(await loose()).toEqual([])
  })

  test('may come without a picture', async () => {
    await at('files')
    const form = { audience: 'public', text: 'The last is carved.', alt: '' }
    const sent = await answerOf(notes.action(await askedWithFile(links.runNote(made.runId), made.producer, form)))
    expect([sent.status, sent.headers.get('Location')]).toEqual([303, links.run(made.runId)])
  })
})

describe('the launch', () => {
  const FORM = { name: 'The Rain Boot', story: 'It **rains**.', price: '€ 180', shopUrl: 'https://shop.example/boot' }

  test('opens the product’s page with the designer’s name', async () => {
    await at('making')
    const sent = await answerOf(launch.action(await askedWithFile(links.launch(made.runId), made.producer, FORM)))
    expect([sent.status, sent.headers.get('Location')]).toEqual([303, links.product('the-rain-boot')])
    const slug = { slug: 'the-rain-boot' }
    const { data } = await answerOf(product.loader(await asked(links.product(slug.slug), null, undefined, slug)))
    expect(data.product).toMatchObject({ name: FORM.name, entry: { authors: [{ name: 'Designer 1' }] } })
    const list = await answerOf(products.loader(await asked(links.products(), null)))
    expect(list.data.products).toHaveLength(1)
  })

  test('takes no address of a shop but https, and keeps the rest', async () => {
    await at('making')
    for (const shopUrl of ['javascript:alert(1)', 'http://shop.example', 'shop']) {
      const typed = { ...FORM, shopUrl }
      const { status, data } = await answerOf(
        launch.action(await askedWithFile(links.launch(made.runId), made.producer, typed)),
      )
      expect([status, refusedFields(data)]).toEqual([422, ['shopUrl']])
      expect(data).toMatchObject({ typed })
    }
  })

  test('says on its page why it cannot be yet', async () => {
    await at('prototype')
    const { data } = await answerOf(launch.loader(await asked(links.launch(made.runId), made.producer)))
    expect(data.closed).toEqual(expect.any(String))
    const picture = await aPictureFile('#804020')
    const sent = await answerOf(
      launch.action(await askedWithFile(links.launch(made.runId), made.producer, FORM, picture)),
    )
    expect(sent.status).toBe(409)
    const left = context.db.selectFrom('picture').select('id').where('uploadedBy', '=', made.producer.id)
    expect(await left.execute()).toEqual([])
  })

  test('has no page for a product that is not there', async () => {
    await at('making')
    const none = await asked(links.product('none'), null, undefined, { slug: 'none' })
    expect((await answerOf(product.loader(none))).status).toBe(404)
  })
})

describe('the agreement', () => {
  const see = async (as: Who) => answerOf(agreement.loader(await asked(links.agreement(made.runId), as)))
  const send = async (as: Who, form: Form) =>
    answerOf(agreement.action(await asked(links.agreement(made.runId), as, form)))

  test('is between the brand and the makers: there is none for others', async () => {
    await at('agreement')
    expect((await see(null)).status).toBe(302)
    for (const as of [made.designers[1], made.producer, made.admin]) {
      expect((await see(as)).status).toBe(404)
      expect((await send(as, { fullName: 'Somebody Else', agreed: 'yes' })).status).toBe(404)
    }
    expect((await see(made.designers[0])).data.text).toContain('Designer 1')
  })

  test('is signed with a name and a tick, once, and kept as it was read', async () => {
    await at('agreement')
    const [designer] = made.designers
    const unticked = await send(designer, { fullName: 'Dora Designer' })
    expect([unticked.status, refusedFields(unticked.data)]).toEqual([422, ['agreed']])
    expect(unticked.data).toMatchObject({ typed: { fullName: 'Dora Designer' } })
    const { text, read } = (await see(designer)).data
    const form = { fullName: 'Dora Designer', agreed: 'yes', read }
    expect([(await send(designer, form)).status, (await send(designer, form)).status]).toEqual([303, 409])
    const signed = (await see(designer)).data
    expect(signed.signature).toMatchObject({ fullName: 'Dora Designer', terms: text })
  })

  test('is not signed from a page that showed another text, or the same in another language', async () => {
    await at('agreement')
    const [designer] = made.designers
    const { read } = await inLocale('it', async () => (await see(designer)).data)
    const stale = await send(designer, { fullName: 'Dora Designer', agreed: 'yes', read })
    expect(stale.status).toBe(409)
    expect(stale.data).toMatchObject({ typed: { fullName: 'Dora Designer', agreed: 'yes' } })
    expect((await send(designer, { fullName: 'Dora Designer', agreed: 'yes' })).status).toBe(409)
    expect((await see(designer)).data.signature).toBeNull()
  })

  test('says for how long the design is held and what it earns, as each language writes it', () => {
    const facts = {
      ...{ brand: 'Placet', contest: 'Rain', title: 'The Boot', designers: ['Ada'], rightsKind: 'licence' as const },
      ...{ exclusivityDays: 90, royaltyBasisPoints: 250, rightsTerms: '' },
    }
    const english = inLocale('en', () => agreementText(facts))
    expect(english).toContain('2.5%')
    expect(english).toContain('90 days')
    const italian = inLocale('it', () => agreementText(facts))
    expect(italian).toContain('2,5%')
    expect(italian).toContain('90 giorni')
    expect(inLocale('en', () => agreementText({ ...facts, exclusivityDays: 0 }))).not.toContain('days')
  })

  test('names its parties as each language names several', () => {
    const facts = {
      ...{
        brand: 'Placet',
        contest: 'Rain',
        title: 'The Boot',
        designers: ['Ada', 'Bea'],
        rightsKind: 'open' as const,
      },
      ...{ exclusivityDays: 0, royaltyBasisPoints: 0, rightsTerms: '' },
    }
    expect(inLocale('en', () => agreementText(facts))).toContain('Placet, Ada and Bea agree')
    expect(inLocale('it', () => agreementText(facts))).toContain('Placet, Ada e Bea si accordano')
  })

  test('shows names as they are written, whatever they would mean in Markdown', () => {
    const facts = {
      ...{ brand: 'Less & More', contest: '*Rain*', title: '[The Boot](/else)', designers: ['_Ada_ &amp; `co`'] },
      ...{ rightsKind: 'open' as const, exclusivityDays: 0, royaltyBasisPoints: 0, rightsTerms: 'Not *here*.' },
    }
    const html = renderMarkdown(inLocale('en', () => agreementText(facts)))
    for (const shown of ['Less &amp; More', '*Rain*', '[The Boot](/else)', '_Ada_ &amp;amp; `co`'])
      expect(html).toContain(shown)
    expect(html).toContain('Not <em>here</em>.')
  })
})
