import { findContestFacts } from '#app/contests/contests.server.ts'
import { outcomeText } from '#app/jury/export/decision-format.ts'
import { exportContest } from '#app/jury/export/export-contest.server.ts'
import { findResult } from '#app/jury/result.server.ts'
import { findViewStandings } from '#app/jury/view-standings.server.ts'
import { standingText, VIEWS } from '#app/voting/export/export-format.ts'
import type { Chance } from '../chance.ts'
import { closeAndCount, workAtDesk } from './close.ts'
import { enterAll } from './enter.ts'
import { holdContest } from './hold.ts'
import { judgeAndSign } from './judge.ts'
import type { Play, Stage } from './stage.ts'
import { voteAll } from './vote.ts'

export interface PlayedElection {
  /** As anybody may download it. */
  export: string
  /** What the public pages say, as lines of the export begin: no other of these kinds may stand in it. */
  published: string[]
}

/** A whole election through the app's own verbs, from the brief to the signed decision, and what the public is shown of it. */
export async function playElection(stage: Stage, chance: Chance): Promise<PlayedElection> {
  const play = await holdContest(stage, chance)
  const designers = await enterAll(play)
  play.now = play.votingOpens
  await voteAll(play, designers)
  if (chance.perCent(50)) await workAtDesk(play)
  await voteAll(play, [])
  await closeAndCount(play)
  await judgeAndSign(play)
  return { export: await exported(play), published: await publishedLines(play) }
}

/** A sentence for each line of the export that says something else than the public pages, or that is missing there. */
export function contradictions({ export: text, published }: PlayedElection): string[] {
  const said = text.split('\n').filter((line) => /^(standing|digest|rung|outcome) /.test(line))
  const unsaid = published.filter((due) => !said.some((line) => `${line} `.startsWith(`${due} `)))
  const more = said.filter((line) => !published.some((due) => `${line} `.startsWith(`${due} `)))
  return [...unsaid.map((line) => `the export lacks “${line}”`), ...more.map((line) => `published is not “${line}”`)]
}

async function exported({ db, contestId }: Play): Promise<string> {
  let text = ''
  for await (const piece of (await exportContest(db, contestId)) ?? []) text += piece
  return text
}

/** By the reads of the result's pages, asked by a visitor. */
async function publishedLines({ db, contestId, now }: Play): Promise<string[]> {
  const facts = await findContestFacts(db, { id: contestId })
  const result = facts && (await findResult(db, { facts, viewer: null }, now))
  if (!result) throw new Error('the result is not published')
  const lines = [`digest ${result.tally.digest}`]
  for (const view of VIEWS) {
    const standings = (await findViewStandings(db, { facts, viewer: null, view }, now)) ?? []
    lines.push(...standings.map((line) => standingText(view, line)))
  }
  const winner = result.lines.find(({ finding }) => finding === 'wins')
  const rungs = result.lines.filter(({ finding }) => finding !== null)
  lines.push(...rungs.map(({ entry, standing, finding }) => `rung ${standing.place} ${entry.id} ${finding}`))
  return [...lines, outcomeText(winner?.entry.id ?? null)]
}
