import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DecoderDeath } from '#app/images/decode-limits.ts'
import { openPictureWorkshop, type PictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { type HostileFile, PAYLOAD_MARK } from '../../scripts/hostile/hostile-file.ts'
import { makeHostileFiles } from '../../scripts/hostile/hostile-files.ts'

let folder: string
let workshop: PictureWorkshop
const deaths: DecoderDeath[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'placet-hostile-'))
  workshop = await openPictureWorkshop({
    uploadsDir: folder,
    workers: 1,
    onDecoderDeath: (death) => deaths.push(death),
  })
})

afterAll(async () => {
  await workshop.close()
  await rm(folder, { recursive: true })
})

test('every bomb, lie and two-faced file is answered as it should be; no payload survives, no decoder crashes', {
  timeout: 120_000,
}, async () => {
  const wrong: string[] = []
  let count = 0
  for await (const file of makeHostileFiles()) {
    count += 1
    const deathsBefore = deaths.length
    const outcome = await render(file)
    const said = outcome.ok ? 'accepted' : outcome.refusal.reason
    if (file.expected !== 'either' && said !== file.expected) wrong.push(`${file.name}: ${said}, not ${file.expected}`)
    // How fast the machine is must not matter to this test, except that what is no bomb of time is read in time.
    if (said === 'took-too-long' && file.expected === 'either' && !file.name.includes('scans'))
      wrong.push(`${file.name} took too long`)
    if (file.expected !== 'either' && deaths.length > deathsBefore) wrong.push(`${file.name} ended a decoder`)
    const contents = outcome.ok ? outcome.value.renditions.map(({ content }) => Buffer.from(content)) : []
    if (contents.some((content) => content.includes(PAYLOAD_MARK))) wrong.push(`${file.name} kept its payload`)
  }
  expect(wrong).toEqual([])
  expect(deaths.filter(({ why }) => why !== 'over-cpu-limit')).toEqual([])
  expect(count).toBeGreaterThan(90)
})

async function render({ bytes }: HostileFile) {
  const path = join(folder, 'hostile')
  await writeFile(path, bytes)
  return workshop.inspectAndRender(path)
}
