import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkContest } from '#app/jury/export/check-contest.ts'
import { NODE_HASHING } from '#app/voting/export/node-hashing.server.ts'
import { chanceFrom } from '../../scripts/elections/chance.ts'
import { contradictions, type PlayedElection, playElection } from '../../scripts/elections/played/play.ts'
import { openStage, type Stage } from '../../scripts/elections/played/stage.ts'
import { ensurePython } from '../../scripts/find-python.ts'

/** Among them a winner below a vetoed leader, and one vote by duels at least. */
const [ELECTIONS, SEED] = [6, 1]

let stage: Stage
const played: PlayedElection[] = []

beforeAll(async () => {
  stage = await openStage()
  const chance = chanceFrom(SEED)
  for (let made = 0; made < ELECTIONS; made += 1) played.push(await playElection(stage, chance))
}, 60_000)
afterAll(() => stage.close())

test('both verifiers find elections played through the app in order, duels, vetoes, quarantines and changes among them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'placet-played-'))
  const files = played.map(({ export: text }, at) => {
    const check = checkContest({ hashing: NODE_HASHING })
    check.add(text)
    expect(check.end()).toMatchObject({ misfit: null, decision: { rungs: expect.any(Number) } })
    const file = join(folder, `${at}.txt`)
    writeFileSync(file, text)
    return file
  })
  const { stdout, status } = spawnSync(ensurePython(), ['scripts/verify.py', ...files], { encoding: 'utf8' })
  await rm(folder, { recursive: true })
  expect(stdout.match(/Everything fits: .* rungs;/g)).toHaveLength(ELECTIONS)
  expect(status).toBe(0)
  for (const what of ['votes by duels', 'vetoed leaders', 'quarantines by signals', 'changes'])
    expect(stage.happened.get(what) ?? 0, what).toBeGreaterThan(0)
})

test('their exports say what the pages publish, and a page that said otherwise would be found', () => {
  for (const election of played) {
    expect(contradictions(election)).toEqual([])
    const published = election.published.map((line) => line.replace(/^outcome .*/, 'outcome winner nobody'))
    expect(contradictions({ ...election, published })).toHaveLength(2)
  }
})
