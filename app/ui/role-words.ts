import type { StaffRole } from '#app/accounts/roles.ts'
import { m } from '#app/i18n/paraglide/messages.js'

export function roleInWords(role: StaffRole): string {
  const words = { juror: m.accounts_role_juror, producer: m.accounts_role_producer, admin: m.accounts_role_admin }
  return words[role]()
}
