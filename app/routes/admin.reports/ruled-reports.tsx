import { Link } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { RuledReport } from '#app/moderation/reports.server.ts'
import { Moment } from '#app/ui/moment.tsx'
import { reasonWords, rulingWords } from '#app/ui/report-words.ts'
import { Section } from '#app/ui/section.tsx'
import { Table, Td, Th } from '#app/ui/table.tsx'

export function RuledReports({ ruled }: { ruled: readonly RuledReport[] }) {
  if (ruled.length === 0) return null
  return (
    <Section title={m.moderation_ruled()}>
      <Table caption={m.moderation_ruled()} captionHidden>
        <thead>
          <tr>
            <Th>{m.moderation_column_entry()}</Th>
            <Th className="max-sm:hidden">{m.moderation_column_reason()}</Th>
            <Th>{m.moderation_column_ruling()}</Th>
            <Th className="max-sm:hidden">{m.moderation_column_by()}</Th>
            <Th className="max-sm:hidden">{m.moderation_column_when()}</Th>
          </tr>
        </thead>
        <tbody>
          {ruled.map(({ id, entry, reason, ruling, note, ruledByName, ruledAt }) => (
            <tr key={id}>
              <Td>
                <Link to={links.entry(entry.id)} className="link">
                  {entry.title}
                </Link>
                <span className="block text-quiet text-xs sm:hidden">{reasonWords(reason)}</span>
              </Td>
              <Td className="max-sm:hidden">{reasonWords(reason)}</Td>
              <Td>
                {rulingWords(ruling)}
                {note && <span className="block max-w-text text-quiet text-xs">{note}</span>}
                <span className="block text-quiet text-xs sm:hidden">
                  {ruledByName ?? m.entries_former_member()}, <Moment at={ruledAt} precision="short" />
                </span>
              </Td>
              <Td className="max-sm:hidden">{ruledByName ?? m.entries_former_member()}</Td>
              <Td className="whitespace-nowrap max-sm:hidden">
                <Moment at={ruledAt} precision="short" />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  )
}
