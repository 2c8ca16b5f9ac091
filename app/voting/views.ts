import type { StandingView } from '#db/schema.ts'

/** The published views, the one that decides first. */
export const VIEWS = ['official', 'raw', 'audited'] as const satisfies readonly StandingView[]

/** What an address asks for; anything else is the official view. */
export function viewNamed(name: string | null): StandingView {
  return VIEWS.find((view) => view === name) ?? 'official'
}
