import { appointStaff } from '#app/accounts/appoint-staff.server.ts'
import { confirmEmail } from '#app/accounts/confirm-email.server.ts'
import { editProfile } from '#app/accounts/edit-profile.server.ts'
import { handleFrom } from '#app/accounts/handle.ts'
import { registerAccount } from '#app/accounts/register-account.server.ts'
import type { StaffRole, Viewer } from '#app/accounts/roles.ts'
import { accepted } from '../accepted.ts'
import { momentBetween } from '../days.ts'
import { MEMBERS } from '../words/members.ts'
import { STAFF } from '../words/staff.ts'
import type { People, World } from '../world.ts'
import type { WrittenPerson } from '../written.ts'

/** 'Zoë Müller' → 'zoe.muller@example.org'. */
export function emailOf(name: string, domain = 'example.org'): string {
  return `${handleFrom(name).replaceAll('-', '.')}@${domain}`
}

/** What everybody in the demo joins with; the hash is made once. */
interface Secret {
  password: string
  passwordHash: string
}

/** Everybody joins over half a year, all with one password. */
export async function joinPeople(world: Omit<World, 'people'>, secret: Secret): Promise<People> {
  const { day } = world
  const [firstDay, lastDay] = [day(-420, '10:00'), day(-250, '18:00')]
  const staff: Viewer[] = []
  for (const [index, person] of STAFF.entries()) {
    const at = day(-430, `1${index}:30`)
    const joined = await join(world, person, secret, at)
    const grantedBy = staff[0]?.id ?? null
    accepted(await appointStaff(world.db, { accountId: joined.id, role: person.role, grantedBy }, at))
    staff.push({ ...joined, roles: [person.role] satisfies StaffRole[] })
  }
  const members: Viewer[] = []
  for (const [index, person] of MEMBERS.entries()) {
    const at = momentBetween(firstDay, lastDay, index / MEMBERS.length)
    members.push(await join(world, person, secret, at))
  }
  const byHandle = new Map([...staff, ...members].map((person) => [person.handle, person]))
  return {
    members,
    named(handle) {
      const person = byHandle.get(handle)
      if (!person) throw new Error(`Nobody in the demo is called ${handle}.`)
      return person
    },
    join: (person, at, mailDomain) => join(world, person, secret, at, mailDomain),
  }
}

async function join(
  { db }: Pick<World, 'db'>,
  { name, language, bio }: WrittenPerson,
  { password, passwordHash }: Secret,
  at: Date,
  mailDomain?: string,
): Promise<Viewer> {
  const registration = { name, email: emailOf(name, mailDomain), passwordHash, language }
  const { accountId, token } = accepted(await registerAccount(db, registration, at))
  accepted(await confirmEmail(db, { token, password }, at))
  await editProfile(db, { accountId, name, bio, language }, at)
  return {
    id: accountId,
    handle: handleFrom(name),
    name,
    roles: [],
    emailConfirmed: true,
    createdAt: at.toISOString(),
  }
}
