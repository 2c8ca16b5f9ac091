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

/** @param entries how many this person has in the contest, drafts included and withdrawn ones not */
export function mayStartAnother(entries: number, { entriesPerPerson }: { entriesPerPerson: number }): boolean {
  return entries < entriesPerPerson
}
