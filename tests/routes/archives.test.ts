import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RATE_LIMITS } from '#app/http/rate-limits.server.ts'
import { takePicture } from '#app/images/take-picture.server.ts'
import * as ownArchive from '#app/routes/account_.originals/route.ts'
import * as panelArchive from '#app/routes/jury.$slug_.archive/route.ts'
import * as runArchive from '#app/routes/production.$runId_.archive/route.ts'
import { aDecidedContest, aFrozenContest, aRunAt } from '../decided-contests.ts'
import { expectDone } from '../entries-in-contests.ts'
import { readZip } from '../images/read-zip.ts'
import { fourCorners } from '../images/sample-files.ts'
import { aJuror, aProducer } from '../people.ts'
import { NOW, requestTo, routeContext, type TestContext } from '../route-context.ts'

type Who = { id: string } | null
const AUTHOR = 'Elin Sandberg drew this at home'

let context: TestContext
let original: Buffer

beforeEach(async () => {
  context = await routeContext()
  const exif = { IFD0: { Artist: AUTHOR } }
  original = await fourCorners(400, 300).withExif(exif).jpeg().toBuffer()
})
afterEach(() => context.close())

describe('the archive of a panel', () => {
  test('holds no original and no author before the decision, only the largest renditions', async () => {
    const contest = await aFrozenContest(context.db, { now: NOW })
    const [entryId] = contest.entryIds
    await giveRealPicture(entryId)
    const response = await panel(contest.slug, contest.jurors[0])
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="placet-${contest.slug}.zip"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    })
    const zip = Buffer.from(await response.arrayBuffer())
    expect(response.headers.get('Content-Length')).toBe(String(zip.length))
    expect(zip.includes(AUTHOR)).toBe(false)
    const files = readZip(zip)
    const [line, ...others] = listOf(files).filter((line) => line.endsWith(',yes'))
    expect(others).toEqual([])
    expect(line).toContain(entryId)
    const [name = ''] = line?.split(',') ?? []
    expect(name).toMatch(/^entry-\d{4}-picture-1\.webp$/)
    expect(files.get(name)?.toString('latin1', 8, 12)).toBe('WEBP')
    for (const designer of contest.designers) expect(zip.includes(designer.name ?? '?')).toBe(false)
  })

  test('holds the untouched originals once the contest is decided', async () => {
    const contest = await aDecidedContest(context.db, { now: NOW })
    await giveRealPicture(contest.entryIds[0])
    const files = readZip(Buffer.from(await (await panel(contest.slug, contest.jurors[0])).arrayBuffer()))
    const name = [...files.keys()].find((name) => name.endsWith('.jpeg')) ?? ''
    expect(files.get(name)).toEqual(original)
  })

  test('is for who sits on it, and each download is recorded with its name', async () => {
    const contest = await aFrozenContest(context.db, { now: NOW })
    await giveRealPicture(contest.entryIds[0])
    await expect(panel(contest.slug, null)).rejects.toMatchObject({ status: 302 })
    for (const other of [contest.designers[0], contest.admin, await aJuror(context.db)]) {
      await expect(panel(contest.slug, other ?? null)).rejects.toMatchObject({ init: { status: 403 } })
    }
    expect(await exportsRecorded()).toEqual([])
    await (await panel(contest.slug, contest.jurors[0])).body?.cancel()
    expect(await exportsRecorded()).toMatchObject([
      {
        actorId: contest.jurors[0].id,
        contestId: contest.contestId,
        particulars: expect.stringContaining('renditions'),
      },
    ])
  })

  test('is not asked for without end', async () => {
    const contest = await aFrozenContest(context.db, { now: NOW })
    for (let time = 0; time < RATE_LIMITS.exportPerPerson.points; time++) {
      await (await panel(contest.slug, contest.jurors[0])).body?.cancel()
    }
    expect((await panel(contest.slug, contest.jurors[0])).status).toBe(303)
  })
})

describe('the archive of a run', () => {
  test('gives its producers the originals of its entry and of no other', async () => {
    const made = await aRunAt(context.db, 'agreement', { now: NOW })
    const run = await context.db.selectFrom('run').selectAll().where('id', '=', made.runId).executeTakeFirstOrThrow()
    await giveRealPicture(run.entryId)
    const files = readZip(Buffer.from(await (await ofRun(made.runId, made.producer)).arrayBuffer()))
    expect([...files.values()]).toContainEqual(original)
    for (const line of listOf(files).slice(1)) expect(line).toContain(run.entryId)
    expect(await exportsRecorded()).toMatchObject([{ actorId: made.producer.id, runId: made.runId }])
  })

  test('is for producers alone, and an unknown run has none', async () => {
    const made = await aRunAt(context.db, 'agreement', { now: NOW })
    await expect(ofRun(made.runId, null)).rejects.toMatchObject({ status: 302 })
    await expect(ofRun(made.runId, await aJuror(context.db))).rejects.toMatchObject({ init: { status: 403 } })
    await expect(ofRun('none', await aProducer(context.db))).rejects.toMatchObject({ status: 404 })
  })
})

test('a designer takes the originals of all their own entries away, and nobody else’s', async () => {
  const contest = await aFrozenContest(context.db, { now: NOW })
  const [first, second] = contest.entryIds
  for (const entryId of [first, second]) await giveRealPicture(entryId)
  const [designer] = contest.designers
  const request = await requestTo(context, '/account/originals', { as: designer, form: {} })
  const response = await ownArchive.action({ request, params: {}, context })
  const files = readZip(Buffer.from(await response.arrayBuffer()))
  expect(listOf(files).filter((line) => line.includes(',yes'))).toEqual([expect.stringContaining(first)])
  expect([...files.values()]).toContainEqual(original)
})

async function panel(slug: string, as: Who): Promise<Response> {
  const request = await requestTo(context, `/jury/${slug}/archive`, { as, form: {} })
  return panelArchive.action({ request, params: { slug }, context })
}

async function ofRun(runId: string, as: Who): Promise<Response> {
  const request = await requestTo(context, `/production/${runId}/archive`, { as, form: {} })
  return runArchive.action({ request, params: { runId }, context })
}

/** The pictures of test entries are rows without files; this hangs a file that was taken in over the first of an entry. */
async function giveRealPicture(entryId: string): Promise<void> {
  const sourcePath = join(context.config.uploadsDir, 'source')
  await writeFile(sourcePath, original)
  const { designerId } = await context.db
    .selectFrom('entry')
    .select('designerId')
    .where('id', '=', entryId)
    .executeTakeFirstOrThrow()
  const taken = expectDone(await takePicture(context.db, context.pictures, { sourcePath, uploadedBy: designerId }, NOW))
  await context.db
    .updateTable('artwork')
    .set({ pictureId: taken.id })
    .where('entryId', '=', entryId)
    .where('position', '=', 0)
    .execute()
}

function listOf(files: Map<string, Buffer>): string[] {
  return files.get('list.csv')?.toString().trim().split('\n') ?? []
}

function exportsRecorded() {
  return context.db.selectFrom('activity').selectAll().where('kind', '=', 'pictures-exported').execute()
}
