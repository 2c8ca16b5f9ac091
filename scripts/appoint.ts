import { existsSync } from 'node:fs'
import { findRecipientByEmail } from '#app/accounts/accounts.server.ts'
import { type AppointRefusal, appointStaff } from '#app/accounts/appoint-staff.server.ts'
import { type DismissRefusal, dismissStaff } from '#app/accounts/dismiss-staff.server.ts'
import { STAFF_ROLES, type StaffRole } from '#app/accounts/roles.ts'
import { type Config, readConfig } from '#app/config.server.ts'
import { absolute, links } from '#app/http/links.ts'
import { openDatabase } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import { endWithSentences } from './end-with-sentences.ts'

const USAGE = [
  'npm run appoint -- EMAIL ROLE            gives somebody who has joined a role',
  'npm run appoint -- EMAIL ROLE --dismiss  takes it back',
  `ROLE is one of ${STAFF_ROLES.join(', ')}.`,
]

await endWithSentences(async () => {
  const [email, role, option, ...rest] = process.argv.slice(2)
  if (!email || !role || rest.length > 0 || (option !== undefined && option !== '--dismiss')) return USAGE
  if (!email.includes('@')) return [`“${email}” is not an e-mail address.`, ...USAGE]
  if (!isRole(role)) return [`“${role}” is not a role.`, ...USAGE]
  const config = readConfig()
  if (!existsSync(config.databaseFile)) {
    return [`There is no database at ${config.databaseFile} yet. Start Placet once, or set DATABASE_FILE.`]
  }
  return changeRole(config, { email: email.trim().toLowerCase(), role, dismiss: option === '--dismiss' })
})

interface Change {
  email: string
  role: StaffRole
  dismiss: boolean
}

async function changeRole(config: Config, { email, role, dismiss }: Change): Promise<string[]> {
  const db = openDatabase(config.databaseFile)
  try {
    await migrateToLatest(db)
    const person = await findRecipientByEmail(db, email)
    if (!person) {
      return [`Nobody has joined as ${email}. They join at ${absolute(config.publicOrigin, links.join())} first.`]
    }
    const { accountId, name } = person
    const now = new Date()
    const outcome = dismiss
      ? await dismissStaff(db, { accountId, role, dismissedBy: null }, now)
      : await appointStaff(db, { accountId, role, grantedBy: null }, now)
    if (!outcome.ok) return [inWords(outcome.refusal, email, role)]
    console.log(dismiss ? `${name} (${email}) is no longer ${role}.` : `${name} (${email}) is now ${role}.`)
    console.log('Whoever was signed in with that account signs in again.')
    return []
  } finally {
    await db.destroy()
  }
}

function inWords(refusal: AppointRefusal | DismissRefusal, email: string, role: StaffRole): string {
  const words: Record<AppointRefusal | DismissRefusal, string> = {
    'no-such-account': `Nobody has joined as ${email}.`,
    'address-not-confirmed': `${email} is not confirmed yet: its owner must first open the link in the letter.`,
    'already-appointed': `${email} is ${role} already.`,
    'not-appointed': `${email} is not ${role}.`,
    'last-admin': `${email} is the last admin. Appoint another one first.`,
    'only-admins-appoint': 'Only an admin may do this.',
  }
  return words[refusal]
}

function isRole(role: string): role is StaffRole {
  return STAFF_ROLES.some((known) => known === role)
}
