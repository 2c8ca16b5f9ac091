/** What a person may be besides a member: the staff roles, granted per person (DESIGN.md, "People and what they may do"). */
export const STAFF_ROLES = ['juror', 'producer', 'admin'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

/** Who is asking, as far as permissions need to know. */
export interface Viewer {
  id: string
  handle: string
  name: string
  roles: readonly StaffRole[]
  emailConfirmed: boolean
  /** ISO-8601 UTC; gates ask how old an account is. */
  createdAt: string
}

export function has(viewer: Viewer | null, role: StaffRole): boolean {
  return viewer?.roles.includes(role) ?? false
}

/** Staff never enter or vote, and do not reserve: holders who win their own contests end a contest's good name. */
export function isStaff(viewer: Viewer | null): boolean {
  return (viewer?.roles.length ?? 0) > 0
}

/** A member in good standing: confirmed address and no staff role. */
export function mayTakePart(viewer: Viewer | null): viewer is Viewer {
  return viewer?.emailConfirmed === true && !isStaff(viewer)
}
