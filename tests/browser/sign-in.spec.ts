import { links } from '#app/http/links.ts'
import { aMember } from '../people.ts'
import { expect, signIn, signInByForm, test } from './fixtures.ts'
import { openSite, type Site } from './running-site.ts'

let site: Site
test.beforeAll(async () => {
  site = await openSite()
})
test.afterAll(() => site.stop())

test('whoever starts an empty house is handed the link that makes the first admin, and it leads to a form', async ({
  page,
}) => {
  expect(site.firstAdminPath).not.toBeNull()
  await page.goto(`${site.origin}${site.firstAdminPath}`)
  await expect(page.getByRole('button', { name: 'Create the first admin' })).toBeVisible()
})

test('a member signs in by the form, is known on the next page, and signs out', async ({ page }) => {
  const member = await aMember(site.db, { name: 'Ada Ferri' })
  await signInByForm(page, site, member.email)
  const menu = page.getByRole('banner').locator('summary', { hasText: 'Ada Ferri' }).first()
  await menu.click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible()
})

test('a planted session is as good as signing in', async ({ page, context }) => {
  const member = await aMember(site.db, { name: 'Bo Lind' })
  await signIn(context, site, member)
  await page.goto(`${site.origin}${links.account()}`)
  await expect(page.getByLabel('Name')).toHaveValue('Bo Lind')
})
