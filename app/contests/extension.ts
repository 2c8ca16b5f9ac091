import { addDays } from './calendar.ts'
import { phaseAt, type Schedule } from './schedule.ts'

/**
 * "Voting may be set to extend itself until every entry has a minimum number of scores" (DESIGN.md, Voting 4). At the announced close,
 * while a standing entry has fewer, voting goes on for one whole day of the contest's clocks, and is looked at again then; after so
 * many days it closes whatever there is. Whole days, so that nobody chooses the moment: neither who gives the score that was missing
 * nor the brand. The entries' scores are counted in app/voting/scores-wanting.server.ts.
 */
export interface ExtensionRule {
  /** Scores, or answered duels, that each standing entry should have; 0: voting never extends itself. */
  minimumScores: number
  /** Days after the close that people set, at most; 0 exactly where minimumScores is. */
  extensionDays: number
}

export interface Extension {
  /** How many days after the close that people set. */
  day: number
  toAt: string
  /** The jury keeps the time it was promised. */
  decisionDueAt: string
}

export interface ExtensibleContest {
  contest: ExtensionRule & { zone: string }
  schedule: Schedule
}

/**
 * Where the close goes from here if an entry lacks scores; null where voting is not over, was frozen, or may not go on. Days on which
 * nobody was served, and so nobody could vote, are used up like others.
 */
export function nextExtension({ contest, schedule }: ExtensibleContest, now: Date): Extension | null {
  if (contest.minimumScores === 0 || schedule.frozenAt || phaseAt(schedule, now) !== 'jury') return null
  const { votingClosesAt, decisionDueAt } = schedule
  const announcedAt = schedule.extendedFrom ?? votingClosesAt
  const judgingMs = new Date(decisionDueAt).getTime() - new Date(votingClosesAt).getTime()
  for (let day = 1; day <= contest.extensionDays; day += 1) {
    const toAt = addDays(announcedAt, day, contest.zone)
    if (toAt <= votingClosesAt || toAt <= now.toISOString()) continue
    return { day, toAt, decisionDueAt: new Date(new Date(toAt).getTime() + judgingMs).toISOString() }
  }
  return null
}

/** The last moment at which voting can close by the rule; that of its close where it has none. */
export function latestClose({ contest, schedule }: ExtensibleContest): string {
  const announcedAt = schedule.extendedFrom ?? schedule.votingClosesAt
  return contest.extensionDays === 0
    ? schedule.votingClosesAt
    : addDays(announcedAt, contest.extensionDays, contest.zone)
}
