import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exportAccount } from '#app/accounts/export-account.server.ts'
import { openDiskStore } from '#app/images/disk-store.server.ts'
import type { PictureStore } from '#app/images/picture-store.server.ts'
import { advanceStage } from '#app/production/advance-stage.server.ts'
import { decideGo } from '#app/production/decide-go.server.ts'
import { closedFileGate, FILE_VERSIONS_MOST, fileStanding } from '#app/production/production-file.ts'
import { findProductionFile, listProductionFiles } from '#app/production/production-files.server.ts'
import { recogniseFile } from '#app/production/recognise-file.ts'
import { ruleOnFile } from '#app/production/rule-on-file.server.ts'
import type { Stage } from '#app/production/stages.ts'
import { takeProductionFile } from '#app/production/take-production-file.server.ts'
import type { Database } from '#db/schema.ts'
import { expectDone } from '../contests-in-phases.ts'
import { aRunAt, type RunMade } from '../decided-contests.ts'
import { freshDatabase } from '../fresh-database.ts'
import { aMember, type TestPerson } from '../people.ts'
import { aPdf } from './production-files.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')
const later = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * 60 * 1000)
const CHANGES = 'The black has to be its own ink, not four of them.'

describe('how a production file stands', () => {
  const handedInAt = NOW.toISOString()

  test('is what was last said of the newest version, and after five silent days an approval', () => {
    expect(fileStanding(null, NOW)).toBe('missing')
    const standing = (days: number) => fileStanding({ handedInAt, ruling: null }, later(days))
    expect([standing(0), standing(4.999), standing(5)]).toEqual(['waiting', 'waiting', 'approved-by-silence'])
    expect(fileStanding({ handedInAt, ruling: 'changes-wanted' }, later(50))).toBe('changes-wanted')
  })

  test('opens the gate when it is approved, by words or by silence', () => {
    expect(closedFileGate({ handedInAt, ruling: 'approved' }, NOW)).toBeNull()
    expect(closedFileGate({ handedInAt, ruling: null }, later(5))).toBeNull()
    expect(closedFileGate({ handedInAt, ruling: 'changes-wanted' }, later(9))).toBe('file-changes-wanted')
  })
})

describe('the kind of a file', () => {
  test.each([
    ['tiff', 'II*\0\x08\0\0\0'],
    ['tiff', 'MM\0*\0\0\0\x08'],
    ['pdf', '%PDF-1.7\n'],
    ['eps', '%!PS-Adobe-3.0 EPSF-3.0\n'],
    ['eps', '\xc5\xd0\xd3\xc6\x20\0\0\0'],
    ['psd', '8BPS\0\x01'],
    ['png', '\x89PNG\r\n\x1a\n'],
    ['jpeg', '\xff\xd8\xff\xe1'],
    ['svg', '<svg xmlns="http://www.w3.org/2000/svg">'],
    [
      'svg',
      '\xef\xbb\xbf<?xml version="1.0"?>\n<!-- Illustrator -->\n<!DOCTYPE svg PUBLIC "-//W3C" "x" [ <!ENTITY a "b"> ]>\n<svg>',
    ],
  ])('%s is told by its first bytes', (kind, head) => {
    expect(recogniseFile(Buffer.from(head, 'latin1'))).toEqual({ ok: true, value: kind })
  })

  test.each([
    ['file-is-archive', 'PK\x03\x04'],
    ['file-kind-not-accepted', 'MZ\x90\0'],
    ['file-kind-not-accepted', '\x7fELF'],
    ['file-kind-not-accepted', '#!/bin/sh\n'],
    ['file-kind-not-accepted', '<!doctype html><svg>'],
    ['file-kind-not-accepted', '<?xml version="1.0"?><html><svg></svg></html>'],
    ['file-kind-not-accepted', 'GIF89a'],
    ['file-kind-not-accepted', 'RIFF\0\0\0\0WEBPVP8 '],
    ['file-kind-not-accepted', ''],
  ])('%s: %j', (refusal, head) => {
    expect(recogniseFile(Buffer.from(head, 'latin1'))).toEqual({ ok: false, refusal })
  })

  test('is told of a file of comments at once, whether a drawing follows or not', () => {
    const comments = '<!---->'.repeat(500)
    expect(recogniseFile(Buffer.from(`${comments}<svg>`)).ok).toBe(true)
    expect(recogniseFile(Buffer.from(`${comments}x<svg >`)).ok).toBe(false)
    expect(recogniseFile(Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg xmlns="">')).ok).toBe(true)
  })
})

describe('a production file', () => {
  let db: Kysely<Database>
  let folder: string
  let store: PictureStore
  let run: RunMade

  beforeEach(async () => {
    db = await freshDatabase()
    folder = await mkdtemp(join(tmpdir(), 'placet-production-'))
    store = await openDiskStore(join(folder, 'uploads'))
  })
  afterEach(async () => {
    await db.destroy()
    await rm(folder, { recursive: true, force: true })
  })

  const at = async (stage: Stage, collaborators: TestPerson[] = []) => {
    run = await aRunAt(db, stage, { now: NOW, collaborators })
  }
  async function handIn(by: TestPerson, content: Uint8Array, now = NOW) {
    const path = join(folder, 'sent')
    await writeFile(path, content)
    const source = { path, bytes: content.byteLength, sha256: createHash('sha256').update(content).digest('hex') }
    return takeProductionFile(db, store, { runId: run.runId, by, note: 'Two inks.', source }, now)
  }
  async function rule(ruling: 'approved' | 'changes-wanted', fileId?: string) {
    const [newest] = await listProductionFiles(db, run.runId)
    const word = { runId: run.runId, fileId: fileId ?? newest?.id ?? '', ruling, reason: CHANGES }
    return ruleOnFile(db, { ...word, ruledBy: run.producer.id }, NOW)
  }
  const advance = (now = NOW) => advanceStage(db, { runId: run.runId, from: 'files', movedBy: run.producer.id }, now)
  const kept = async () => {
    const keys: string[] = []
    for await (const { key } of store.list('production/')) keys.push(key)
    return keys
  }

  test('is kept bit for bit, whatever is in it, and each version stays', async () => {
    await at('files')
    expect(expectDone(await handIn(run.designers[0], aPdf('one')))).toEqual({ version: 1 })
    expect(expectDone(await handIn(run.designers[0], aPdf('two')))).toEqual({ version: 2 })
    const versions = await listProductionFiles(db, run.runId)
    expect(versions.map(({ version, kind, note }) => [version, kind, note])).toEqual([
      [2, 'pdf', 'Two inks.'],
      [1, 'pdf', 'Two inks.'],
    ])
    const first = await findProductionFile(db, { fileId: versions[1]?.id ?? '', viewer: run.designers[0] })
    const stored = await store.open(first?.key ?? '')
    expect(Buffer.from(await new Response(stored?.stream()).arrayBuffer())).toEqual(aPdf('one'))
    expect(first?.saveAs).toBe(`${run.slug}-1.pdf`)
  })

  test('is handed in by its makers and by producers, and given out to them and to admins alone', async () => {
    const hand = await aMember(db, { name: 'Cleo Collaborator' })
    await at('files', [hand])
    expectDone(await handIn(hand, aPdf('from a collaborator')))
    expectDone(await handIn(run.producer, aPdf('from a producer')))
    for (const by of [run.designers[1], run.jurors[0]]) {
      expect(await handIn(by, aPdf('from nobody'))).toEqual({ ok: false, refusal: 'not-yours-to-hand-in' })
    }
    expect(await kept()).toHaveLength(2)
    const [newest] = await listProductionFiles(db, run.runId)
    const seen = async (viewer: TestPerson) =>
      (await findProductionFile(db, { fileId: newest?.id ?? '', viewer })) !== undefined
    for (const viewer of [run.designers[0], hand, run.producer, run.admin]) expect(await seen(viewer)).toBe(true)
    for (const viewer of [run.designers[1], run.jurors[0]]) expect(await seen(viewer)).toBe(false)
  })

  test('leaves nothing behind when it is refused', async () => {
    await at('files')
    expectDone(await handIn(run.designers[0], aPdf('one')))
    expect(await handIn(run.designers[0], aPdf('one'))).toEqual({ ok: false, refusal: 'file-came-already' })
    expect(await handIn(run.designers[0], Buffer.from('MZ'))).toEqual({ ok: false, refusal: 'file-kind-not-accepted' })
    expect(await handIn(run.designers[0], Buffer.alloc(0))).toEqual({ ok: false, refusal: 'file-empty' })
    expect(await kept()).toHaveLength(1)
  })

  test('comes after the agreement, and not after the end', async () => {
    await at('agreement')
    expect(await handIn(run.designers[0], aPdf('early'))).toEqual({ ok: false, refusal: 'agreement-first' })
    const reason = 'The price of the leather has doubled meanwhile.'
    expectDone(await decideGo(db, { runId: run.runId, go: false, reason, decidedBy: run.producer.id }, NOW))
    expect(await handIn(run.designers[0], aPdf('late'))).toEqual({ ok: false, refusal: 'no-go' })
    expect(await kept()).toEqual([])
  })

  test('has as many versions as a disk can bear', async () => {
    await at('files')
    for (let version = 1; version <= FILE_VERSIONS_MOST; version += 1)
      expectDone(await handIn(run.designers[0], aPdf(`${version}`)))
    expect(await handIn(run.designers[0], aPdf('more'))).toEqual({ ok: false, refusal: 'file-versions-most' })
  })

  test('keeps the run at its files until it is approved', async () => {
    await at('files')
    expect(await advance()).toEqual({ ok: false, refusal: 'file-missing' })
    expectDone(await handIn(run.designers[0], aPdf('one')))
    expect(await advance()).toEqual({ ok: false, refusal: 'file-waiting' })
    expectDone(await rule('changes-wanted'))
    expect(await advance(later(9))).toEqual({ ok: false, refusal: 'file-changes-wanted' })
    expectDone(await handIn(run.designers[0], aPdf('two')))
    expect(await advance()).toEqual({ ok: false, refusal: 'file-waiting' })
    expectDone(await rule('approved'))
    expect(expectDone(await advance())).toEqual({ stage: 'tech-pack' })
  })

  test('of which nothing is said for five days lets the run go on', async () => {
    await at('files')
    expectDone(await handIn(run.designers[0], aPdf('one')))
    expect(expectDone(await advance(later(5)))).toEqual({ stage: 'tech-pack' })
  })

  test('is ruled on in its newest version, as often as need be, and the last word stands', async () => {
    await at('files')
    expect(await rule('approved')).toEqual({ ok: false, refusal: 'no-such-file' })
    expectDone(await handIn(run.designers[0], aPdf('one')))
    const [first] = await listProductionFiles(db, run.runId)
    expectDone(await rule('approved'))
    expectDone(await rule('changes-wanted'))
    const [ruled] = await listProductionFiles(db, run.runId)
    expect(ruled?.ruling).toMatchObject({ ruling: 'changes-wanted', ruledByName: 'Pia Producer', reason: CHANGES })
    expectDone(await handIn(run.designers[0], aPdf('two')))
    expect(await rule('approved', first?.id)).toEqual({ ok: false, refusal: 'file-is-not-the-newest' })
  })

  test('is in the export of who handed it in, and so is a producer’s word', async () => {
    await at('files')
    expectDone(await handIn(run.designers[0], aPdf('one')))
    expectDone(await rule('changes-wanted'))
    const mine = await exportAccount(db, { accountId: run.designers[0].id }, NOW)
    expect(mine.productionFiles).toMatchObject([{ version: 1, kind: 'pdf', note: 'Two inks.' }])
    const theirs = await exportAccount(db, { accountId: run.producer.id }, NOW)
    expect(theirs.fileRulings).toMatchObject([{ ruling: 'changes-wanted', reason: CHANGES }])
  })

  test('and what was said of it cannot be edited afterwards', async () => {
    await at('files')
    expectDone(await handIn(run.designers[0], aPdf('one')))
    await expect(db.updateTable('productionFile').set({ note: 'x' }).execute()).rejects.toThrow(/append-only/)
    await expect(db.deleteFrom('productionFile').execute()).rejects.toThrow(/append-only/)
  })
})
