import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type TownScene } from '../town/town-scene.ts'
import { TOO_LONG, type Wrong, wrongForms } from './bad-input.ts'
import { ROLES, ROWS, type Role, type Row } from './role-matrix.ts'
import { bodyOf } from './row-body.ts'
import { type Shown, shownFields } from './shown-fields.ts'

let town: TownScene
beforeAll(async () => {
  town = await openTown()
}, 240_000)
afterAll(() => town.close())

/** Whoever may do it; whoever is refused for the state of things, where nobody may just now. */
function doerOf({ act }: Row): Role | undefined {
  const of = (role: Role) => (typeof act === 'object' ? (act[role] ?? act.rest) : act)
  return ROLES.find((role) => of(role) === 'ok') ?? ROLES.find((role) => of(role) === 'refused')
}

const ACTS = ROWS.flatMap((row) => {
  const role = doerOf(row)
  return row.form && role
    ? [{ ...row, role, asker: row.as?.[role] ?? role, title: `${row.route} ${row.of ?? ''}` }]
    : []
})

/** Forms with several things in them keep what was right of them, by design: the words of an entry, the picture of a brief. */
const KEEPS_PARTS = /^entries\.\$entryId_\.(edit_\.(pictures|submit)|words)$/

/** How zod speaks where a field's rule has no words of ours. */
const OF_ZOD = /Invalid (input|option|string|key)|Too (big|small)|Unrecognized/

describe.each(ACTS)('$title', (act) => {
  test('takes no broken form for a whole one, says what is wrong in both languages, and writes nothing', async () => {
    const fields = act.form?.(town.scene, act.role) ?? {}
    const inItalian = new Map<string, string>()
    for (const { what, body, ...sent } of wrongForms(act, fields)) {
      const before = town.everything()
      const answer = await town.ask(act.asker, act.at(town.scene), await body())
      const page = await answer.text()
      const after = town.everything()
      expect.soft(answer.status, what).toBeLessThan(500)
      expect.soft(after.includes(TOO_LONG), `${what}: was stored`).toBe(false)
      if (answer.status >= 400) {
        if (!KEEPS_PARTS.test(act.route)) expect.soft(after === before, `${what}: was refused and yet wrote`).toBe(true)
        expect.soft(lostOf(sent, page), `${what}: was typed and is lost`).toEqual([])
        const said = sentencesOf(page)
        const italian =
          inItalian.get(said) ??
          sentencesOf(await (await town.ask(act.asker, act.at(town.scene), await body(), 'it')).text())
        inItalian.set(said, italian)
        expect.soft(said, what).not.toBe('')
        expect.soft(italian, what).not.toBe('')
        expect.soft(italian, what).not.toBe(said)
        expect.soft(said + italian, what).not.toMatch(OF_ZOD)
      }
      if (town.everything() !== before) await town.rewind()
    }
  }, 240_000)

  test('is refused for ids that nobody has, and survives being sent twice', async () => {
    const path = act.at(town.scene)
    const fields = act.form?.(town.scene, act.role) ?? {}
    for (const elsewhere of withUnknownIds(path)) {
      const before = town.everything()
      const answer = await town.ask(act.asker, elsewhere, await bodyOf(act, fields))
      expect([400, 403, 404, 409, 410, 422], elsewhere).toContain(answer.status)
      expect(town.everything() === before, `${elsewhere}: was refused and yet wrote`).toBe(true)
    }
    for (const time of ['once', 'twice'])
      expect((await town.ask(act.asker, path, await bodyOf(act, fields))).status, time).toBeLessThan(500)
    await town.rewind()
  }, 240_000)
})

/** The same address with each of its ids, slugs and tokens replaced by one that is nobody's. */
function withUnknownIds(path: string): string[] {
  const known = new Set([town.scene.productSlug, ...Object.values(town.scene.contests).map(({ slug }) => slug)])
  const [pathname = '', search] = path.split('?')
  const parts = pathname.split('/')
  return parts.flatMap((part, index) =>
    known.has(part) || /^[A-Za-z0-9_-]{14,}$/.test(part) || /^[a-z0-9]{14,16}$/.test(part)
      ? [[...parts.with(index, '00000000nobody00'), ''].join('/').slice(0, -1) + (search ? `?${search}` : '')]
      : [],
  )
}

const NOT_SHOWN: Partial<Shown> & Pick<Shown, 'values'> = { values: [] }

/** Where a page has several forms alike, these tell which one was sent; without them none can be filled in again. */
const WHICH_FORM = ['boundary', 'act']

/**
 * What was typed and is not in the form that came back. Passwords are never sent back; and where what the page carried along is
 * wrong, the page has changed, so that a choice made on the old one does not stand.
 */
function lostOf({ broken = '', whole }: Pick<Wrong, 'broken' | 'whole'>, page: string): string[] {
  const shown = shownFields(page)
  if (!Object.keys(whole).some((name) => shown.has(name)) || WHICH_FORM.includes(broken)) return []
  const pageChanged = shown.get(broken)?.kind === 'carried'
  return Object.entries(whole).flatMap(([name, value]) => {
    const { kind, values } = shown.get(name) ?? NOT_SHOWN
    const free = /password/i.test(name) || ((name === broken || pageChanged) && kind !== 'written')
    return free || values.includes(value) ? [] : [`${name}: ${value.slice(0, 40)}`]
  })
}

/** What a refusal says: beside its fields, at the head of the form, on the error page, or as it is where there is no page. */
function sentencesOf(body: string): string {
  if (!body.startsWith('<')) return body
  const alerts = [
    ...body.matchAll(/role="alert"[^>]*>([\s\S]*?)<\/ul>/g),
    ...body.matchAll(/-error"[^>]*>([\s\S]*?)<\/p>/g),
  ]
  const heading = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(body)
  const found = alerts.length > 0 ? alerts.map(([, text = '']) => text) : [heading?.[1] ?? '']
  return found
    .map((html) =>
      html
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .join(' ')
    .trim()
}
