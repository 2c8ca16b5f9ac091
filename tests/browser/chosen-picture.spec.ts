import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { aRunAt, type RunMade } from '../decided-contests.ts'
import { picture } from './acts.ts'
import { wrongAsItIs } from './axe.ts'
import { expect, holdScripts, signIn, test } from './fixtures.ts'
import { openSite, type Site } from './running-site.ts'

let site: Site & { prepared: RunMade }
test.beforeAll(async () => {
  site = await openSite(({ db }) => aRunAt(db, 'prototype', { now: new Date() }))
})
test.afterAll(() => site.stop())

test('a chosen picture is shown before it is sent, a bad one is named, and the refused form can be used by everybody', async ({
  context,
  page,
  alarms,
}) => {
  // The refusal is meant, and of the winner's own pictures only the rows are there.
  alarms.allow(/status of (415|404)/)
  const { runId, producer } = site.prepared
  await signIn(context, site, producer)
  await page.goto(site.origin + links.runNote(runId))
  const field = page.locator('#picture')
  const preview = page.locator('form canvas')
  await field.setInputFiles(await picture('boot.jpg', 1))
  await expect(preview).toBeVisible()

  const bad = { name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('not a picture at all') }
  await field.setInputFiles(bad)
  await expect(page.getByRole('status').filter({ hasText: 'notes.png' })).toContainText(
    m.images_refused_not_a_picture(),
  )
  await expect(preview).toHaveCount(0)
  await page.getByLabel(m.production_note_text()).fill('The last is turned, and the first pair is on the bench.')
  await page.getByRole('button', { name: m.production_note_save() }).click()
  await expect(page.locator('#picture-error')).toContainText(m.images_refused_not_a_picture())
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await wrongAsItIs(page)).toEqual([])
  }

  await field.setInputFiles(await picture('boot.jpg', 1))
  await expect(preview).toBeVisible()
  await page.getByLabel(m.production_note_alt()).fill('A boot of felt on the bench')
  await page.getByRole('button', { name: m.production_note_save() }).click()
  await expect(page.getByRole('img', { name: 'A boot of felt on the bench' }).last()).toBeVisible()
})

test('a picture that is chosen before the page’s script has come is shown when it has', async ({
  context,
  page,
  alarms,
}) => {
  // Of the winner's own pictures only the rows are there.
  alarms.allow(/status of 404/)
  const { runId, producer } = site.prepared
  await signIn(context, site, producer)
  const letCome = await holdScripts(page)
  await page.goto(site.origin + links.runNote(runId), { waitUntil: 'commit' })
  await page.locator('#picture').setInputFiles(await picture('boot.jpg', 1))
  letCome()
  await expect(page.locator('form canvas')).toBeVisible()
})
