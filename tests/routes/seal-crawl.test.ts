import { decode } from 'turbo-stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { links } from '#app/http/links.ts'
import { signDecision } from '#app/jury/sign-decision.server.ts'
import { expectDone } from '../entries-in-contests.ts'
import type { TestPerson } from '../people.ts'
import { NOW } from '../route-context.ts'
import type { Taste } from '../town/town-acts.ts'
import { type Asker, openTown, type TownScene } from '../town/town-scene.ts'
import { crawl, dataAddress, isUnderSeal, names } from './crawling.ts'

const ROLES = ['visitor', 'voter', 'designer', 'juror', 'otherJuror', 'producer', 'admin'] as const

/** What only counting gives, by the names it has in the database and in the reads. */
const COUNTED = [
  'points',
  'low',
  'high',
  'tieGroup',
  'place',
  'buyMarks',
  'standing',
  'standings',
  'verdicts',
  'finding',
  'panelOrder',
]

interface Page {
  role: Asker
  path: string
  status: number
  html: string
  data: string
}

const firstTaste: Taste = (entry, voter) => (entry + (voter % 3)) % 6
/** The same scores given to other entries: each gets what the one beside it had. The first voter, who looks, changes nothing. */
const otherTaste: Taste = (entry, voter) => firstTaste(voter === 0 ? entry : entry ^ 1, voter)

let town: TownScene
const pages: Page[] = []
beforeAll(async () => {
  town = await openTown({ entries: 10, voters: 12 })
  await town.voteAnew(firstTaste)
  for (const role of ROLES)
    for (const page of await crawl(town, role))
      pages.push({ ...page, role, data: page.status === 200 ? await dataOf(role, page.path) : '' })
}, 600_000)
afterAll(() => town.close())

async function dataOf(role: Asker, path: string): Promise<string> {
  return (await town.ask(role, dataAddress(path))).text()
}

test('every address of the town was asked for, and none broke', () => {
  expect(pages.filter(({ status }) => status >= 500).map(({ role, path }) => `${role} ${path}`)).toEqual([])
  for (const role of ROLES) {
    const read = new Set(pages.filter((page) => page.role === role && page.status === 200).map(({ path }) => path))
    expect(read.size).toBeGreaterThan(80)
    for (const entryId of town.scene.entries.voting) expect(read).toContain(links.entry(entryId))
  }
})

test('nobody is told who drew an entry under seal, but its makers', () => {
  const told = pages.flatMap(({ role, path, html, data }) =>
    town.scene.sealed
      .filter((person) => !mayBeNamed(person, role, path))
      .flatMap((person) =>
        [person.name, person.handle, person.id, person.email].filter((mark) => `${html}${data}`.includes(mark)),
      )
      .map((mark) => `${role} ${path}: ${mark}`),
  )
  expect(told).toEqual([])
})

/** The designer knows the partner; the admin’s pages of people, and a person’s own, say who exists and not what they drew. */
function mayBeNamed(person: TestPerson, role: Asker, path: string): boolean {
  const { designer, partner } = town.scene.people
  if (role === 'designer' && (person.id === designer.id || person.id === partner.id)) return true
  if (path.startsWith(links.people())) return true
  return path === links.person(person.handle)
}

test('a designer’s own page keeps still about what is under seal, except to its makers', () => {
  const { sealed, entries } = town.scene
  const secret = [...entries.open, ...entries.voting, ...entries.jury]
  const listed = pages
    .filter(({ role, path }) => role !== 'designer' && sealed.some(({ handle }) => path === links.person(handle)))
    .filter(({ html, data }) => secret.some((entryId) => `${html}${data}`.includes(entryId)))
  expect(listed.map(({ role, path }) => `${role} ${path}`)).toEqual([])
  const own = pages.find(
    ({ role, path }) => role === 'designer' && path === links.person(town.scene.people.designer.handle),
  )
  expect(own?.html).toContain(entries.voting[0])
})

test('nothing counted and no verdict reaches a page about a contest under seal, but the jury’s own', async () => {
  const told: string[] = []
  for (const { role, path, html, data } of pages.filter(
    (page) => page.status === 200 && isUnderSeal(page.path, town.scene),
  )) {
    if (isJurysOwn(role, path)) continue
    const read = await decode(new Blob([data]).stream(), { plugins: [(type, ...rest) => ({ value: [type, ...rest] })] })
    told.push(...counted(read.value).map((what) => `${role} ${path}: ${what}`))
    if (`${html}${data}`.includes('cannot be glued')) told.push(`${role} ${path}: a veto`)
  }
  expect(told).toEqual([])
})

test('the votes of a contest under seal are a file for nobody but those who may see its standings', () => {
  const sentTo = (slug: string) =>
    pages.filter(({ path, status }) => path === links.exportVote(slug) && status === 200).map(({ role }) => role)
  const { voting, duels, jury } = town.scene.contests
  expect([voting, duels, jury].map(({ slug }) => sentTo(slug))).toEqual([[], [], ['juror', 'admin']])
})

function counted(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(counted)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, held]) =>
    COUNTED.includes(key) && held !== null && held !== undefined ? [key] : counted(held),
  )
}

test('with the same scores on other entries every page stays the same to the letter, in content and in order', async () => {
  await town.voteAnew(otherTaste)
  const changed: string[] = []
  for (const { role, path, data } of pages.filter(({ status }) => status === 200)) {
    const now = await dataOf(role, path)
    if (withoutDigest(now) !== withoutDigest(data)) changed.push(`${role} ${path}`)
  }
  const votes = links.exportVote(town.scene.contests.jury.slug)
  const ofStandings = (page: string) =>
    page.startsWith('juror /jury/') || [`juror ${votes}`, `admin ${votes}`].includes(page)
  expect(changed.filter((page) => !ofStandings(page))).toEqual([])
  // The panel does see the standings of what it judges: so the comparison can tell.
  expect(changed).toContain(`juror ${links.juryRoom(town.scene.contests.jury.slug)}`)
}, 600_000)

/**
 * The digest of the frozen ballots is public from the close on, like the heads of the record before, and says nothing without them;
 * a receipt is drawn by chance.
 */
function withoutDigest(data: string): string {
  return data.replace(/[0-9a-f]{64}/g, 'digest').replace(/[0-9a-f]{32}/g, 'receipt')
}

function isJurysOwn(role: Asker, path: string): boolean {
  return role === 'juror' && path.startsWith('/jury/') && names(path, town.scene, 'jury')
}

test('once the decision is signed, authors, points and the veto are there for everybody', async () => {
  const { contests, favourite, people, entries } = town.scene
  const decision = { contestId: contests.jury.contestId, signerId: people.juror.id, seen: favourite, letter: '' }
  expectDone(await signDecision(town.context().db, decision, NOW))
  const result = await dataOf('visitor', links.result(contests.jury.slug))
  const read = await decode(new Blob([result]).stream())
  expect(counted(read.value)).toEqual(expect.arrayContaining(['standing', 'verdicts', 'finding']))
  expect(result).toContain(people.designer.name)
  expect(result).toContain('cannot be glued')
  expect(await dataOf('visitor', links.person(people.designer.handle))).toContain(entries.jury[0])
})
