import type { EntryEdit } from '#app/entries/entry-edits.server.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Confirm } from '#app/ui/confirm.tsx'

export function WithdrawSection({ edit }: { edit: EntryEdit }) {
  const draft = edit.state === 'draft'
  return (
    <section className="mt-12 border-line border-t pt-4">
      <Confirm
        label={draft ? m.entries_discard() : m.entries_withdraw()}
        consequence={draft ? m.entries_discard_consequence() : m.entries_withdraw_consequence()}
        confirmLabel={draft ? m.entries_discard_now() : m.entries_withdraw_now()}
        action={links.withdrawEntry(edit.id)}
      />
    </section>
  )
}
