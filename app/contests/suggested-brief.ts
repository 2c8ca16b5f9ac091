import type { Brief } from './brief.ts'
import { addDays, fromLocalTime, toLocalTime } from './calendar.ts'

/** Days between the boundaries of a suggested calendar: three weeks to draw, ten days to vote, a week to judge. */
const OPENS_IN_DAYS = 7
const ENTERING_DAYS = 21
const VOTING_DAYS = 10
const JUDGING_DAYS = 7
const OPENS_AT_HOUR = '09:00'
const DAY_MS = 24 * 60 * 60 * 1000

/** Where a new brief starts: every number has a sensible value, every text is empty. */
export function suggestBrief(title: string, zone: string, now: Date): Brief {
  const day = toLocalTime(addDays(now.toISOString(), OPENS_IN_DAYS, zone), zone).slice(0, 10)
  const opening = fromLocalTime(`${day}T${OPENS_AT_HOUR}`, zone)
  const opensAt = opening.ok ? opening.at : addDays(now.toISOString(), OPENS_IN_DAYS, zone)
  const votingOpensAt = addDays(opensAt, ENTERING_DAYS, zone)
  const votingClosesAt = addDays(votingOpensAt, VOTING_DAYS, zone)
  return {
    title,
    product: '',
    summary: '',
    brief: '',
    headAlt: '',
    prizes: '',
    rightsKind: 'licence',
    exclusivityDays: 90,
    royaltyBasisPoints: 500,
    rightsTerms: '',
    minimumWidthPx: 1500,
    minimumHeightPx: 1500,
    printWidthMm: null,
    printHeightMm: null,
    printBleedMm: 0,
    printPpi: 300,
    printColour: 'any',
    minimumPictures: 1,
    maximumPictures: 6,
    entriesPerPerson: 3,
    enterAccountAgeDays: 0,
    voteAccountAgeDays: 0,
    method: 'scores',
    minimumScores: 0,
    extensionDays: 0,
    quorum: 2,
    candidates: 5,
    answerDays: 30,
    zone,
    opensAt,
    votingOpensAt,
    votingClosesAt,
    decisionDueAt: addDays(votingClosesAt, JUDGING_DAYS, zone),
    questions: [],
  }
}

/** The rhythm of a brief, to the day, starting where a new one would. */
export function shiftCalendar(brief: Brief, now: Date): Brief {
  const { opensAt } = suggestBrief(brief.title, brief.zone, now)
  const votingOpensAt = addDays(opensAt, wholeDays(brief.opensAt, brief.votingOpensAt), brief.zone)
  const votingClosesAt = addDays(votingOpensAt, wholeDays(brief.votingOpensAt, brief.votingClosesAt), brief.zone)
  const decisionDueAt = addDays(votingClosesAt, wholeDays(brief.votingClosesAt, brief.decisionDueAt), brief.zone)
  return { ...brief, opensAt, votingOpensAt, votingClosesAt, decisionDueAt }
}

/** A contest that was hurried through in an hour still gives its clone a day for each step. */
function wholeDays(from: string, to: string): number {
  return Math.max(1, Math.round((new Date(to).getTime() - new Date(from).getTime()) / DAY_MS))
}
