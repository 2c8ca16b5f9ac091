import type { MyEntry } from '#app/entries/my-entries.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { MyEntryLine } from '#app/ui/my-entry-line.tsx'
import { Section } from '#app/ui/section.tsx'

/** What one has in this contest already stands before the button that would begin another. */
export function MyDrafts({ entries }: { entries: readonly MyEntry[] }) {
  if (entries.length === 0) return null
  return (
    <div className="mb-14">
      <Section title={m.entries_my_entries_here()} rule={false}>
        <ul className="border-line border-b">
          {entries.map((entry) => (
            <MyEntryLine key={entry.id} entry={entry} />
          ))}
        </ul>
      </Section>
    </div>
  )
}
