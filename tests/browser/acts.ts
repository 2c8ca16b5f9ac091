import { expect, type Page } from '@playwright/test'
import sharp from 'sharp'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { pathIn } from '../mailbox.ts'
import { awake, PASSWORD, signInByForm } from './fixtures.ts'
import type { Site } from './running-site.ts'

/**
 * What people do on the site, by the words on the page, so that the same acts serve with JavaScript and without it.
 */
export interface Person {
  name: string
  email: string
}

/** Joins by the form, confirms the address by the link in the letter, and signs in. */
export async function join(page: Page, site: Site, person: Person): Promise<void> {
  await page.goto(site.origin + links.join())
  await page.getByLabel(m.accounts_field_name()).fill(person.name)
  await page.getByLabel(m.accounts_field_email()).fill(person.email)
  await page.getByLabel(m.accounts_field_password(), { exact: false }).first().fill(PASSWORD)
  await page.getByRole('button', { name: m.accounts_join_button() }).click()
  await expect.poll(async () => (await site.mailsTo(person.email)).length).toBeGreaterThan(0)
  const [letter] = await site.mailsTo(person.email)
  await page.goto(site.origin + pathIn({ config: site.config }, letter))
  await page.getByLabel(m.accounts_field_password(), { exact: false }).first().fill(PASSWORD)
  await page.getByRole('button', { name: m.accounts_confirm_button() }).click()
  await page.waitForURL(({ pathname }) => !pathname.startsWith('/confirm-email'))
  await signInByForm(page, site, person.email)
}

export async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies()
}

/** An admin gives somebody a staff role. */
export async function appoint(page: Page, site: Site, person: Person, role: string): Promise<void> {
  await page.goto(`${site.origin}${links.people()}?search=${encodeURIComponent(person.email)}`)
  await page.getByRole('link', { name: person.name }).first().click()
  await page.getByRole('link', { name: m.accounts_appoint_link() }).click()
  await page.getByRole('radio', { name: role }).check()
  await page.getByLabel(m.accounts_field_current_password()).fill(PASSWORD)
  await page.getByRole('button', { name: m.accounts_appoint_button() }).click()
  await expect(page.getByText(m.accounts_appointed({ name: person.name, role }))).toBeVisible()
}

/** A brief from the first line to its announcement; returns the contest's id and slug. */
export async function publishContest(
  page: Page,
  site: Site,
  { title, jurors }: { title: string; jurors: readonly Person[] },
): Promise<{ id: string; slug: string }> {
  await page.goto(site.origin + links.newContest())
  await page.getByLabel(m.contests_field_title()).fill(title)
  await page.getByRole('button', { name: m.contests_new_make() }).click()
  await expect(page).toHaveURL(/\/admin\/contests\/[a-z0-9]{16}$/)
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''

  await page.getByLabel(m.contests_field_product()).fill('a low sneaker')
  await page.getByLabel(m.contests_field_summary()).fill('What do we wear when the city is wet?')
  await page.getByLabel(m.contests_field_brief()).fill('## The question\n\nDraw a **low sneaker** for rain.')
  await page.getByLabel(m.contests_field_prizes()).fill('2,000 € and your name on the box.')
  await page
    .getByLabel(m.contests_field_rights_terms())
    .fill('The brand may make and sell the winning design; its designer keeps the authorship and is always named.')
  await page.getByLabel(m.contests_field_head()).setInputFiles(await picture('head.jpg', 1))
  await page.getByLabel(m.contests_field_head_alt()).fill('Rain on a pavement')
  await page.getByRole('button', { name: m.contests_save_draft() }).last().click()
  await expect(page.getByText(m.contests_head_kept())).toBeVisible()

  for (const juror of jurors) {
    await page.goto(site.origin + links.panel(id))
    await page.getByLabel(m.contests_panel_juror()).selectOption({ label: `${juror.name} (${juror.email})` })
    await page.getByRole('button', { name: m.contests_panel_seat_now() }).click()
    await expect(page.getByRole('list').getByText(juror.name).first()).toBeVisible()
  }

  await page.goto(site.origin + links.publishContest(id))
  await page.getByLabel(m.contests_publish_understood()).check()
  await page.getByRole('button', { name: m.contests_publish_now() }).click()
  await expect(page).not.toHaveURL(/publish/)
  const contest = await site.db.selectFrom('contest').select('slug').where('id', '=', id).executeTakeFirstOrThrow()
  return { id, slug: contest.slug }
}

/** The admin's logged act that brings the next boundary to this moment. */
export async function bringForward(page: Page, site: Site, contestId: string, act: string): Promise<void> {
  await page.goto(site.origin + links.calendar(contestId))
  await page.locator('summary').filter({ hasText: act }).click()
  const details = page.locator('details[open]').filter({ has: page.getByRole('button', { name: act }) })
  await details.getByLabel(m.contests_move_reason()).fill('Everybody agreed to go on, so we go on today.')
  await details.getByRole('button', { name: act }).click()
  await expect(page.locator('summary').filter({ hasText: act })).toHaveCount(0)
}

/** Enters a design with one picture, all on the one page; returns the entry's id. */
export async function enter(
  page: Page,
  site: Site,
  { slug, title, file, script }: { slug: string; title: string; file: PictureFile; script: boolean },
): Promise<string> {
  await page.goto(site.origin + links.enter(slug))
  await page.getByRole('button', { name: m.entries_start() }).click()
  await expect(page).toHaveURL(/\/entries\/[a-z0-9]+\/edit/)
  const id = new URL(page.url()).pathname.split('/')[2] ?? ''

  await page.getByLabel(m.entries_choose_pictures()).setInputFiles(file)
  if (!script) await page.getByRole('button', { name: m.entries_save(), exact: true }).click()
  await page.getByLabel(m.entries_alt_label({ place: 1 })).fill(`A drawing of ${title}`)
  await page.getByLabel(m.entries_title_label()).fill(title)
  await page.getByLabel(m.entries_story_label()).fill('I drew it on a tram, in the rain, looking at wet feet.')
  await page.getByLabel(m.entries_ai_none()).check()
  await page.getByLabel(m.entries_original_label()).check()
  await page.getByLabel(m.entries_rights_label()).check()
  await page.getByRole('button', { name: m.entries_submit() }).click()
  await expect
    .poll(() => site.db.selectFrom('entrySubmission').selectAll().where('entryId', '=', id).executeTakeFirst())
    .toBeDefined()
  return id
}

/** Works the whole queue; `scoreOf` says what a title gets. */
export async function vote(
  page: Page,
  site: Site,
  {
    slug,
    entries,
    scoreOf,
    script,
  }: { slug: string; entries: number; scoreOf: Record<string, number>; script: boolean },
): Promise<void> {
  await page.goto(site.origin + links.booth(slug))
  await page.getByRole('button', { name: m.voting_begin() }).click()
  for (let scored = 0; scored < entries; scored += 1) {
    const heading = page.getByRole('heading', { level: 1 })
    await expect(
      page
        .getByRole('group', { name: /./ })
        .filter({ has: page.getByRole('radio') })
        .first(),
    ).toBeVisible()
    if (script) await awake(page)
    const title = (await heading.textContent()) ?? ''
    const score = scoreOf[title]
    if (score === undefined) throw new Error(`The booth shows “${title}”, which nobody entered.`)
    if (script) await page.keyboard.press(String(score))
    else {
      await page.getByRole('radio', { name: new RegExp(`^${score}:`) }).check()
      await page.getByRole('button', { name: m.voting_score_and_next() }).click()
    }
    await expect(heading).not.toHaveText(title)
  }
  await expect(page.getByRole('heading', { name: m.voting_finished_title() })).toBeVisible()
}

export interface PictureFile {
  name: string
  mimeType: string
  buffer: Buffer
}

const FORMATS = { jpg: 'jpeg', png: 'png', webp: 'webp' } as const

/** A real picture, drawn here: `name` says the format, `seed` colours and forms, so that no two are taken for copies of each other. */
export async function picture(name: string, seed: number): Promise<PictureFile> {
  const format = FORMATS[name.split('.').at(-1) as keyof typeof FORMATS]
  const hue = (seed * 67) % 360
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1800" height="1500">
    <rect width="1800" height="1500" fill="hsl(${hue} 40% 88%)"/>
    <path d="M250 950 Q600 ${600 + seed * 40} 900 800 T1500 900 L1520 1050 L240 1050 Z" fill="hsl(${hue} 60% 35%)"/>
    <circle cx="${400 + seed * 90}" cy="420" r="180" fill="hsl(${(hue + 180) % 360} 70% 55%)"/>
    ${Array.from({ length: 12 }, (_, at) => {
      const [x, y] = [((at * 7 + seed * 5) * (seed + 3)) % 17, ((at * 3 + seed * 11) * (seed + 1)) % 13]
      return `<rect x="${x * 105}" y="${y * 112}" width="${70 + seed * 30}" height="110" fill="hsl(${hue} 30% ${20 + at * 4}%)"/>`
    }).join('')}
  </svg>`
  const buffer = await sharp(Buffer.from(svg)).flatten().toFormat(format).toBuffer()
  return { name, mimeType: `image/${format}`, buffer }
}
