import type { Browser, Page } from '@playwright/test'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { aMember } from '../people.ts'
import { aPdf } from '../production/production-files.ts'
import { appoint, bringForward, enter, join, type Person, picture, publishContest, signOut, vote } from './acts.ts'
import { type Alarms, expect, PASSWORD, signIn, test } from './fixtures.ts'
import { openSite, type Site } from './running-site.ts'

/**
 * The main job, whole: an empty house, the link that was printed, a brief, three designers, eight voters, the jury's veto on the
 * leader, the next one's win, the agreement, the run, and the product with its designer's name. Phases advance by the
 * admin's logged act. Once with JavaScript, and once without it, where three voters stand for eight.
 */
const ADMIN: Person = { name: 'Anna Amministra', email: 'anna@example.org' }
const JURORS = [person('Giulia Giurata'), person('Gino Giurato')]
const PRODUCER = person('Piera Produce')
const DESIGNERS = [person('Dora Disegna'), person('Dario Disegna'), person('Delia Disegna')]
const VOTERS = Array.from({ length: 8 }, (_, index) => person(`Vera Vota ${'ABCDEFGH'[index]}`))
const TITLES = ['Puddle', 'Gutter', 'Drizzle']
/** The crowd's order: Puddle first, Gutter second, Drizzle last. */
const SCORES = { Puddle: 5, Gutter: 4, Drizzle: 1 }
const VETO = 'The sole cannot be vulcanised in one piece at our supplier, and in two it would leak.'

for (const script of [true, false]) {
  test.describe(script ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: script })

    test('a brief becomes a product that carries its designer’s name', async ({ browser, alarms }) => {
      test.setTimeout(600_000)
      const site = await openSite()
      try {
        await live(site, { browser, alarms, script })
      } finally {
        await site.stop()
      }
    })
  })
}

async function live(site: Site, { browser, alarms, script }: { browser: Browser; alarms: Alarms; script: boolean }) {
  const context = await browser.newContext({ javaScriptEnabled: script, locale: 'en-GB' })
  alarms.listenTo(context)
  const page = await context.newPage()

  const voters = script ? VOTERS : VOTERS.slice(0, 3)

  await becomeFirstAdmin(page, site)
  for (const people of [JURORS, [PRODUCER], DESIGNERS, voters]) await settle(page, site, people)

  await as(page, site, ADMIN)
  for (const juror of JURORS) await appoint(page, site, juror, m.accounts_role_juror())
  await appoint(page, site, PRODUCER, m.accounts_role_producer())
  const contest = await publishContest(page, site, { title: 'Shoes for rain', jurors: JURORS })
  await bringForward(page, site, contest.id, m.contests_now_open())

  const files = [await picture('a.jpg', 1), await picture('b.png', 2), await picture('c.webp', 3)]
  for (const [index, designer] of DESIGNERS.entries()) {
    const [title, file] = [TITLES[index], files[index]]
    if (!title || !file) throw new Error('A designer has nothing to enter.')
    await as(page, site, designer)
    await enter(page, site, { slug: contest.slug, title, file, script })
  }

  await as(page, site, ADMIN)
  await bringForward(page, site, contest.id, m.contests_now_vote())
  for (const voter of voters) {
    await as(page, site, voter)
    await vote(page, site, { slug: contest.slug, entries: TITLES.length, scoreOf: SCORES, script })
  }

  await as(page, site, ADMIN)
  await bringForward(page, site, contest.id, m.contests_now_close())
  await expect.poll(() => isCounted(site, contest.id), { timeout: 30_000 }).toBe(true)

  await judge(page, site, contest.slug)
  await signAndMake(page, site, contest)
  await seeProduct(page, site)
  await context.close()
}

async function becomeFirstAdmin(page: Page, site: Site): Promise<void> {
  await page.goto(site.origin + site.firstAdminPath)
  await page.getByLabel(m.accounts_field_name()).fill(ADMIN.name)
  await page.getByLabel(m.accounts_field_email()).fill(ADMIN.email)
  await page.getByLabel(m.accounts_field_password(), { exact: false }).first().fill(PASSWORD)
  await page.getByRole('button', { name: m.accounts_first_admin_button() }).click()
  await page.waitForURL(({ pathname }) => pathname !== site.firstAdminPath)
  await signOut(page)
}

/** The first of each kind joins by the form and signs in by it; those who would only do it again are there by the same verbs. */
async function settle(page: Page, site: Site, [first, ...rest]: readonly Person[]): Promise<void> {
  if (first) await join(page, site, first)
  await signOut(page)
  for (const someone of rest) await aMember(site.db, someone, new Date())
}

/** The first juror vetoes the crowd's first, both approve the second, and the first one signs. */
async function judge(page: Page, site: Site, slug: string): Promise<void> {
  for (const [index, juror] of JURORS.entries()) {
    await as(page, site, juror)
    await page.goto(site.origin + links.juryRoom(slug))
    await stamp(page, 'Puddle', index === 0 ? VETO : null)
    await page.goto(site.origin + links.juryRoom(slug))
    await stamp(page, 'Gutter', null)
  }
  await as(page, site, JURORS[0] ?? ADMIN)
  await page.goto(site.origin + links.decision(slug))
  const sign = page.locator('details').filter({ has: page.getByLabel(m.jury_decision_letter()) })
  await sign.locator('summary').click()
  await sign.getByRole('button').click()
  await expect(page).toHaveURL(new RegExp(`${links.result(slug)}$`))

  await signOut(page)
  await page.goto(site.origin + links.result(slug))
  await expect(page.getByText(VETO)).toBeVisible()
  await expect(page.getByText(m.jury_result_winner({ title: 'Gutter', designer: 'Dario Disegna' }))).toBeVisible()
}

async function stamp(page: Page, title: string, veto: string | null): Promise<void> {
  await page.getByRole('link', { name: title }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  if (veto === null)
    await page
      .getByRole('radio', { name: new RegExp(`^${m.jury_kind_approve()}(?!,)`) })
      .first()
      .check()
  else {
    await page.getByRole('radio', { name: new RegExp(`^${m.jury_kind_veto()}`) }).check()
    await page.getByLabel(m.jury_verdict_code()).selectOption('cannot-be-made')
    await page.getByRole('textbox', { name: m.jury_verdict_reason() }).fill(veto)
  }
  await page.getByRole('button', { name: m.jury_verdict_submit() }).click()
  await expect(page.getByText(m.jury_verdict_given({ title }))).toBeVisible()
}

/** The designer signs, and the producer walks the run to its launch. */
async function signAndMake(page: Page, site: Site, contest: { id: string }): Promise<void> {
  const run = await site.db.selectFrom('run').selectAll().where('contestId', '=', contest.id).executeTakeFirstOrThrow()
  await as(page, site, DESIGNERS[1] ?? ADMIN)
  await page.goto(site.origin + links.agreement(run.id))
  await page.getByLabel(m.agreement_full_name()).fill('Dario Maria Disegna')
  await page.getByLabel(m.agreement_agree()).check()
  await page.getByRole('button', { name: m.agreement_sign() }).click()
  await expect(page).toHaveURL(new RegExp(`${links.run(run.id)}$`))

  await as(page, site, PRODUCER)
  await advance(page, site, run.id, m.production_stage_files())
  await handInFile(page, site, run.id)
  const stages = [
    m.production_stage_tech_pack(),
    m.production_stage_prototype(),
    m.production_stage_reservations(),
    m.production_stage_go_no_go(),
  ]
  for (const stage of stages) await advance(page, site, run.id, stage)
  await page.goto(site.origin + links.runNote(run.id))
  await page.getByLabel(m.production_note_text()).fill('The first pair left the last this morning.')
  await page.getByLabel(m.production_note_pictures(), { exact: true }).setInputFiles(await picture('bench.jpg', 4))
  await page.getByLabel(m.production_note_alt()).fill('A shoe on a last')
  await page.getByRole('button', { name: m.production_note_save() }).click()
  await expect(page.getByText('The first pair left the last this morning.')).toBeVisible()

  await page.goto(site.origin + links.decideGo(run.id))
  await page.getByRole('radio', { name: m.production_go_yes() }).check()
  await page.getByLabel(m.production_go_reason()).fill('The supplier confirmed the price and the lot.')
  await page.getByRole('button', { name: m.production_go_confirm() }).click()
  await expect(page.getByText(m.production_go_given())).toBeVisible()
  await advance(page, site, run.id, m.production_stage_making())

  await page.goto(site.origin + links.launch(run.id))
  await page.getByLabel(m.production_launch_name()).fill('Gutter, the rain sneaker')
  await page.getByRole('button', { name: m.production_launch_confirm() }).click()
  await expect(page).toHaveURL(/\/products\//)
}

/** The designer hands in what the product is made from, and the producer approves it. */
async function handInFile(page: Page, site: Site, runId: string): Promise<void> {
  await as(page, site, DESIGNERS[1] ?? ADMIN)
  await page.goto(site.origin + links.run(runId))
  await page.getByRole('link', { name: m.production_file_hand_in() }).click()
  const pdf = { name: 'sneaker.pdf', mimeType: 'application/pdf', buffer: aPdf('The sneaker, at 1:1.') }
  await page.getByLabel(m.production_file_field()).setInputFiles(pdf)
  await page.getByRole('button', { name: m.production_file_send(), exact: true }).click()
  await expect(page.getByText(m.production_file_handed_in({ version: 1 }))).toBeVisible()
  await as(page, site, PRODUCER)
  await page.goto(site.origin + links.run(runId))
  await page.getByRole('radio', { name: m.production_ruling_approve() }).check()
  await page.getByRole('button', { name: m.production_ruling_give() }).click()
  await expect(page.getByText(m.production_file_ruled())).toBeVisible()
}

async function advance(page: Page, site: Site, runId: string, stage: string): Promise<void> {
  await page.goto(site.origin + links.run(runId))
  await page.getByRole('button', { name: m.production_advance_to({ stage }) }).click()
  await expect(page.getByText(m.production_advanced({ stage }))).toBeVisible()
}

async function seeProduct(page: Page, site: Site): Promise<void> {
  await signOut(page)
  await page.goto(site.origin + links.products())
  await page.getByRole('link', { name: 'Gutter, the rain sneaker' }).click()
  await expect(page.getByRole('link', { name: 'Dario Disegna' })).toBeVisible()
  await expect(page.getByRole('img', { name: 'A shoe on a last' })).toBeVisible()
}

async function as(page: Page, site: Site, { email }: Person): Promise<void> {
  await signOut(page)
  const found = site.db.selectFrom('account').select('id').where('email', '=', email)
  await signIn(page.context(), site, await found.executeTakeFirstOrThrow())
}

async function isCounted(site: Site, contestId: string): Promise<boolean> {
  return (
    (await site.db.selectFrom('tally').select('contestId').where('contestId', '=', contestId).executeTakeFirst()) !==
    undefined
  )
}

function person(name: string): Person {
  return { name, email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org` }
}
