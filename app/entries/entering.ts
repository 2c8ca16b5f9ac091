import type { Viewer } from '#app/accounts/roles.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** A brief may ask for accounts of some days' age, so that nobody enters with ten made for the occasion. */
export function isOldEnough(
  viewer: Pick<Viewer, 'createdAt'>,
  { enterAccountAgeDays }: { enterAccountAgeDays: number },
  now: Date,
): boolean {
  return now.getTime() - new Date(viewer.createdAt).getTime() >= enterAccountAgeDays * DAY_MS
}

/** How often one may withdraw and begin again in one contest: enough for changes of mind, too few to fill a disk. */
const BEGUN_AGAIN_MOST = 10

/** @param begun how many this person ever began in the contest, withdrawn ones included */
export function mayBeginAgain(begun: number, { entriesPerPerson }: { entriesPerPerson: number }): boolean {
  return begun < entriesPerPerson + BEGUN_AGAIN_MOST
}

/** @param entries how many this person has in the contest, drafts included and withdrawn ones not */
export function mayStartAnother(entries: number, { entriesPerPerson }: { entriesPerPerson: number }): boolean {
  return entries < entriesPerPerson
}
