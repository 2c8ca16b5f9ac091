import { appointStaff } from '#app/accounts/appoint-staff.server.ts'
import { dismissStaff } from '#app/accounts/dismiss-staff.server.ts'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { findCoDecision } from '#app/jury/docket.server.ts'
import { giveVerdict } from '#app/jury/give-verdict.server.ts'
import { signDecision } from '#app/jury/sign-decision.server.ts'
import { VERDICT_KINDS, VETO_CODES, type VerdictForm } from '#app/jury/verdict.ts'
import { accepted } from '#db/seeds/accepted.ts'
import type { Chance } from '../chance.ts'
import { takeDown } from './enter.ts'
import { note, type Play } from './stage.ts'

const LETTER = 'Nothing of what you chose can be made this year; here is why, and thank you.'

/** Verdicts, some changed, some never given; a juror may leave; then the first juror signs, once the ladder can be. */
export async function judgeAndSign(play: Play): Promise<void> {
  const { chance, db, contestId, panel } = play
  const vetoes = chance.one([0, 25, 70])
  const silence = chance.one([0, 0, 15])
  for (const jurorId of panel) {
    for (const entryId of play.entryIds) {
      if (chance.perCent(silence)) continue
      for (let times = chance.perCent(10) ? 2 : 1; times > 0; times -= 1)
        await giveVerdict(db, { entryId, jurorId, verdict: aVerdict(chance, vetoes) }, play.now)
    }
  }
  const last = panel.at(-1)
  const leaves = panel.length > 1 && last !== undefined && chance.perCent(12)
  if (leaves) await dismiss(play, last)
  if (chance.perCent(8) && play.entryIds.length > 0) await takeDown(play, 'take-downs between count and decision')
  await sign(play)
  // What happens afterwards changes nothing of what was signed.
  if (leaves) await appointStaff(db, { accountId: last, role: 'juror', grantedBy: play.admins[0] }, play.now)
  if (chance.perCent(10) && play.entryIds.length > 0) await takeDown(play, 'take-downs after the decision')

  async function sign(once: Play): Promise<void> {
    const facts = await findContestFacts(db, { id: contestId })
    if (!facts) throw new Error('the contest is not there')
    let ladder = await findCoDecision(db, facts, once.now)
    if (ladder.outcome === 'undecided') {
      note(once, 'ladders that waited for the last day')
      once.now = new Date(facts.contest.decisionDueAt)
      ladder = await findCoDecision(db, facts, once.now)
    }
    const seen = ladder.winnerEntryId ?? 'no-production'
    accepted(await signDecision(db, { contestId, signerId: panel[0], seen, letter: LETTER }, once.now))
    note(once, ladder.outcome === 'winner' ? 'winners' : 'no productions')
    if (ladder.rungs[0]?.finding === 'vetoed') note(once, 'vetoed leaders')
    if (ladder.winnerEntryId && ladder.rungs[0]?.finding !== 'wins') note(once, 'winners further down the ladder')
  }
}

async function dismiss(play: Play, accountId: string): Promise<void> {
  accepted(await dismissStaff(play.db, { accountId, role: 'juror', dismissedBy: play.admins[0] }, play.now))
  note(play, 'jurors who left')
}

function aVerdict(chance: Chance, vetoesPerCent: number): VerdictForm {
  const kind = chance.perCent(vetoesPerCent) ? 'veto' : chance.one(VERDICT_KINDS.filter((other) => other !== 'veto'))
  const reason = 'No press that we know of bends a sole like this one, and we asked three.'
  return { kind, code: kind === 'veto' ? chance.one(VETO_CODES) : null, reason }
}
