import { Link } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { ResultLine } from '#app/jury/result.server.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Table, Td, Th } from '#app/ui/table.tsx'
import { ANSWER_WORDS } from '#app/ui/verdict-words.ts'

/** The brand's word on every entry; the ones still owed are named too. */
export function Answers({ lines, zone }: { lines: readonly ResultLine[]; zone: string }) {
  return (
    <Table caption={m.jury_answers_title()} captionHidden>
      <thead>
        <tr>
          <Th numeric>{m.jury_result_column_place()}</Th>
          <Th>{m.jury_result_column_entry()}</Th>
          <Th>{m.jury_result_column_answer()}</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ entry, standing, answer }) => (
          <tr key={entry.id}>
            <Td numeric>{standing.place}</Td>
            <Th row>
              <Link to={links.entry(entry.id)} className="link font-normal">
                {entry.title}
              </Link>
            </Th>
            <Td className="max-w-prose">
              {answer ? (
                <>
                  <strong className="font-medium">{ANSWER_WORDS[answer.kind]()}</strong>{' '}
                  <Moment at={answer.answeredAt} zone={zone} precision="day" className="text-quiet" />
                  <p>{answer.reason}</p>
                </>
              ) : (
                <span className="text-quiet">{m.jury_result_answer_waiting()}</span>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
