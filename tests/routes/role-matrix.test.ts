import { matchRoutes } from '@remix-run/react'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takeFlash } from '#app/http/flash.server.ts'
import { type Looker, pagesOf } from '../browser/pages.ts'
import { ROUTES } from '../http/real-app.ts'
import { openTown, type TownScene } from '../town/town-scene.ts'
import { type Expected, type Outcome, ROLES, ROWS, type Role, type Row } from './role-matrix.ts'
import { bodyOf } from './row-body.ts'

let town: TownScene
beforeAll(async () => {
  town = await openTown()
}, 120_000)
afterAll(() => town.close())

test('every loader and every action has its row, and every row its route', () => {
  const asked = (route: string, what: 'read' | 'act') => ROWS.some((row) => row.route === route && row[what])
  for (const { name, module } of ROUTES) {
    const isPage = module.loader !== undefined || module.default !== undefined
    expect({ name, read: asked(name, 'read') }).toEqual({ name, read: isPage })
    expect({ name, act: asked(name, 'act') }).toEqual({ name, act: module.action !== undefined })
  }
  expect(ROWS.filter(({ route }) => !ROUTES.some(({ name }) => name === route))).toEqual([])
})

/** Routes with a component but no page of their own; and the one that is there only while nobody is admin, which has its own test. */
const NOT_LOOKED_AT = ['$', 'language', 'theme', 'first-admin.$token']

test('every page is looked at in a real browser by somebody who may see it', async () => {
  const seen = new Set<string | undefined>()
  for (const [looker, paths] of Object.entries(pagesOf(town.scene)))
    for (const path of paths) {
      const answer = await town.ask(looker as Looker, path)
      if (answer.status === 200) seen.add(routeOf(path))
    }
  const pages = ROUTES.filter(({ module, name }) => module.default && !NOT_LOOKED_AT.includes(name))
  expect(pages.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual([])
}, 60_000)

function routeOf(path: string): string | undefined {
  const routes = ROUTES.map(({ name, path, index }) => (index ? { id: name, path, index } : { id: name, path }))
  const found = matchRoutes(routes, path.split('?')[0] ?? '')
  return found?.at(-1)?.route.id
}

describe.each(ROWS.map((row) => ({ ...row, title: row.of ? `${row.route} (${row.of})` : row.route })))(
  '$title',
  (row) => {
    const { read, act } = row
    if (read !== undefined)
      test('is read by those who may, as a page and as data', async () => {
        const found = new Map<Role, Outcome>()
        for (const role of ROLES) found.set(role, await reading(row, role))
        expect(Object.fromEntries(found)).toEqual(spelledOut(read))
      }, 120_000)

    if (act !== undefined)
      test('is done by those who may, and nothing is written for the others', async () => {
        const found = new Map<Role, Outcome>()
        for (const role of ROLES) found.set(role, await acting(row, role))
        expect(Object.fromEntries(found)).toEqual(spelledOut(act))
      }, 120_000)
  },
)

function spelledOut(expected: Expected): Record<string, Outcome> {
  const of = (role: Role) => (typeof expected === 'object' ? (expected[role] ?? expected.rest) : expected)
  return Object.fromEntries(ROLES.map((role) => [role, of(role)]))
}

async function reading(row: Row, role: Role): Promise<Outcome> {
  const path = row.at(town.scene)
  const before = town.everything()
  const page = await outcomeOf(await town.ask(row.as?.[role] ?? role, path), 'read')
  if (isPage(row) && path !== '/') expect(`${role}: ${await asData(row, role)}`).toBe(`${role}: ${page}`)
  expect(town.everything(), `${role} wrote by reading`).toBe(before)
  return page
}

/** The same loader as the browser half asks for it, where a redirect is told in the body. */
async function asData(row: Row, role: Role): Promise<Outcome> {
  const [path, search = ''] = row.at(town.scene).split('?')
  const answer = await town.ask(row.as?.[role] ?? role, `${path}.data${search && `?${search}`}`)
  const told = await answer.text()
  if (answer.status === 202) return told.includes('/sign-in') ? 'sign-in' : 'elsewhere'
  return outcomeOfStatus(answer.status, 'read')
}

function isPage({ route }: Row): boolean {
  return ROUTES.find(({ name }) => name === route)?.module.default !== undefined
}

async function acting(row: Row, role: Role): Promise<Outcome> {
  const body = await bodyOf(row, row.form?.(town.scene, role))
  const before = town.everything()
  const outcome = await outcomeOf(await town.ask(row.as?.[role] ?? role, row.at(town.scene), body), 'act')
  if (outcome === 'ok') await town.rewind()
  else expect(town.everything(), `${role} was refused and yet wrote`).toBe(before)
  return outcome
}

async function outcomeOf(answer: Response, what: 'read' | 'act'): Promise<Outcome> {
  const to = answer.headers.get('Location')
  if (to === null) return outcomeOfStatus(answer.status, what)
  const flash = await flashOf(answer)
  if (flash?.tone === 'danger') return 'refused'
  if (to.startsWith('/sign-in') && !flash) return 'sign-in'
  return what === 'read' ? 'elsewhere' : 'ok'
}

function outcomeOfStatus(status: number, what: 'read' | 'act'): Outcome {
  if (status < 300) return 'ok'
  if (status === 403 || status === 404 || status === 410) return status
  if (what === 'act' && status >= 400 && status < 500) return 'refused'
  throw new Error(`The app answered ${status}.`)
}

async function flashOf(answer: Response) {
  const cookie = answer.headers.getSetCookie().find((set) => set.startsWith('placet_flash='))
  const carried = new Request('http://placet.test', { headers: { Cookie: cookie?.split(';')[0] ?? '' } })
  return (await takeFlash(carried))?.flash
}
