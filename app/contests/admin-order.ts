import type { AdminContest } from './admin-contests.server.ts'
import { PHASES } from './schedule.ts'

export const ADMIN_ORDERS = ['title', 'phase', 'next', 'changed'] as const
export type AdminOrder = (typeof ADMIN_ORDERS)[number]

type Ordered = Pick<AdminContest, 'title' | 'phase' | 'next' | 'updatedAt' | 'contestId'>

const COMPARE: Record<AdminOrder, (a: Ordered, b: Ordered, locale: string) => number> = {
  title: (a, b, locale) => a.title.localeCompare(b.title, locale),
  phase: (a, b) => PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase),
  // What has nothing ahead comes last.
  next: (a, b) => compareText(a.next?.at ?? '9', b.next?.at ?? '9'),
  changed: (a, b) => compareText(b.updatedAt, a.updatedAt),
}

/** Sorts a copy; contests that are equal keep the order in which they came. */
export function orderForAdmin<Row extends Ordered>(
  contests: readonly Row[],
  { by, reversed, locale }: { by: AdminOrder; reversed: boolean; locale: string },
): Row[] {
  const direction = reversed ? -1 : 1
  return [...contests].sort((a, b) => direction * COMPARE[by](a, b, locale))
}

export function isAdminOrder(text: string | null): text is AdminOrder {
  return ADMIN_ORDERS.some((order) => order === text)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
