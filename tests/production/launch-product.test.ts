import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { launchProduct } from '#app/production/launch-product.server.ts'
import { findProduct, listProducts, listProductsOf } from '#app/production/products.server.ts'
import { findRunFacts } from '#app/production/run-facts.server.ts'
import { listRuns } from '#app/production/runs.server.ts'
import type { Database } from '#db/schema.ts'
import { aPictureRow, expectDone } from '../contests-in-phases.ts'
import { aDecidedContest, aRunAt, PRODUCT, type RunMade, VETO } from '../decided-contests.ts'
import { freshDatabase } from '../fresh-database.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')
const LATER = new Date('2026-05-20T10:00:00.000Z')

let db: Kysely<Database>
let run: RunMade

beforeEach(async () => {
  db = await freshDatabase()
})
afterEach(() => db.destroy())

const refusedAs = (refusal: string) => ({ ok: false, refusal })
const launch = (different: Partial<Parameters<typeof launchProduct>[1]> = {}) =>
  launchProduct(db, { ...PRODUCT, runId: run.runId, launchedBy: run.producer.id, ...different }, NOW)
const stage = async () => (await findRunFacts(db, run.runId))?.stage

describe('the launch', () => {
  test('gives the product its public page, with the designer’s name and the numbers of the frozen record', async () => {
    run = await aRunAt(db, 'making', { now: NOW })
    expect(expectDone(await launch())).toEqual({ slug: 'the-rain-boot' })
    expect(await stage()).toBe('launched')
    const product = await findProduct(db, 'the-rain-boot', null, NOW)
    expect(product).toMatchObject({ ballots: 2, scores: 2, place: 1, entry: { authors: [{ name: 'Designer 1' }] } })
    expect(product?.picture).toEqual(product?.entry.picture)
    expect(await listProductsOf(db, run.designers[0].id)).toMatchObject([{ name: 'The Rain Boot' }])
  })

  test('happens once', async () => {
    run = await aRunAt(db, 'launched', { now: NOW })
    expect(await launch()).toEqual(refusedAs('already-launched'))
    expect(await listProducts(db, null, NOW)).toHaveLength(1)
  })

  test('needs the making behind it', async () => {
    run = await aRunAt(db, 'prototype', { now: NOW })
    expect(await launch()).toEqual(refusedAs('not-at-making'))
    run = await aRunAt(db, 'agreement', { now: NOW })
    expect(await launch()).toEqual(refusedAs('agreement-unsigned'))
  })

  test('finds an address when names collide or have no Latin letter', async () => {
    const slugs: string[] = []
    for (const name of ['Rain Boot', 'Rain, boot!', '靴', 'X']) {
      run = await aRunAt(db, 'making', { now: NOW })
      slugs.push(expectDone(await launch({ name })).slug)
    }
    expect(slugs).toEqual(['rain-boot', 'rain-boot-2', 'product', 'product-2'])
  })

  test('with a picture of its own needs it described', async () => {
    run = await aRunAt(db, 'making', { now: NOW })
    const headPictureId = await aPictureRow(db, run.producer.id, NOW)
    expect(await launch({ headPictureId })).toEqual(refusedAs('product-picture-not-described'))
    expectDone(await launch({ headPictureId, headAlt: 'The boot on a stone' }))
    const [product] = await listProducts(db, null, NOW)
    expect(product?.picture).toMatchObject({ id: headPictureId, alt: 'The boot on a stone' })
  })
})

test('the pipeline shows every run to everybody, latest first, with the stations behind it', async () => {
  const earlier = await aRunAt(db, 'prototype', { now: NOW })
  const later = await aRunAt(db, 'agreement', { now: LATER })
  const runs = await listRuns(db, null, LATER)
  expect(runs.map(({ id }) => id)).toEqual([later.runId, earlier.runId])
  const reached = runs[1]?.stations.filter(({ reachedAt }) => reachedAt !== null).map((one) => one.stage)
  expect(reached).toEqual(['agreement', 'files', 'tech-pack', 'prototype'])
})

test('a contest without a winner has no run', async () => {
  const { runId } = await aDecidedContest(db, { now: NOW, verdicts: [VETO, VETO, VETO] })
  expect(runId).toBeNull()
  expect(await listRuns(db, null, NOW)).toEqual([])
})
