import { hash } from '@node-rs/argon2'
import type { Kysely } from 'kysely'
import { appointStaff } from '#app/accounts/appoint-staff.server.ts'
import { confirmEmail } from '#app/accounts/confirm-email.server.ts'
import { registerAccount } from '#app/accounts/register-account.server.ts'
import type { StaffRole, Viewer } from '#app/accounts/roles.ts'
import { findViewerById } from '#app/accounts/viewers.server.ts'
import type { Database } from '#db/schema.ts'

/** Everybody in the tests signs in with it. */
export const PASSWORD = 'seven lamps of architecture'
/** When they joined unless the test says otherwise: long before anything the tests do. */
export const JOINED = new Date('2026-01-05T09:00:00.000Z')

export interface TestPerson extends Viewer {
  email: string
}

interface Details {
  name?: string
  email?: string
  language?: 'en' | 'it'
}

let hashed: Promise<string> | undefined
let people = 0

/** As cheap as argon2 goes: everybody here confirms their address with it, and most tests are not about passwords. */
export function passwordHash(): Promise<string> {
  hashed ??= hash(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 })
  return hashed
}

/** A confirmed member, made by the app's own verbs. */
export async function aMember(db: Kysely<Database>, details: Details = {}, now = JOINED): Promise<TestPerson> {
  const { accountId, token, address } = await register(db, details, now)
  const confirmed = await confirmEmail(db, { token, password: PASSWORD }, now)
  if (!confirmed.ok) throw new Error(`${address} could not be confirmed: ${confirmed.refusal}`)
  return asPerson(db, accountId, address)
}

/** Somebody who joined and has not followed the link in the letter. */
export async function anUnconfirmed(db: Kysely<Database>, details: Details = {}, now = JOINED): Promise<TestPerson> {
  const { accountId, address } = await register(db, details, now)
  return asPerson(db, accountId, address)
}

async function register(db: Kysely<Database>, { name, email, language }: Details, now: Date) {
  people += 1
  const called = name ?? `Member ${people}`
  const address = email ?? `person-${people}@example.org`
  const registration = { name: called, email: address, passwordHash: await passwordHash(), language: language ?? null }
  const joined = await registerAccount(db, registration, now)
  if (!joined.ok) throw new Error(`Nobody could join as ${address}: ${joined.refusal}`)
  return { ...joined.value, address }
}

export function anAdmin(db: Kysely<Database>, details: Details = {}, now = JOINED): Promise<TestPerson> {
  return someStaff(db, 'admin', details, now)
}

export function aJuror(db: Kysely<Database>, details: Details = {}, now = JOINED): Promise<TestPerson> {
  return someStaff(db, 'juror', details, now)
}

export function aProducer(db: Kysely<Database>, details: Details = {}, now = JOINED): Promise<TestPerson> {
  return someStaff(db, 'producer', details, now)
}

async function someStaff(db: Kysely<Database>, role: StaffRole, details: Details, now: Date): Promise<TestPerson> {
  const member = await aMember(db, details, now)
  const appointed = await appointStaff(db, { accountId: member.id, role, grantedBy: null }, now)
  if (!appointed.ok) throw new Error(`${member.email} could not be appointed: ${appointed.refusal}`)
  return { ...member, roles: [role] }
}

/** As the app itself sees the person. */
async function asPerson(db: Kysely<Database>, accountId: string, email: string): Promise<TestPerson> {
  const viewer = await findViewerById(db, accountId)
  if (!viewer) throw new Error(`${email} has no account after joining.`)
  return { ...viewer, email }
}
