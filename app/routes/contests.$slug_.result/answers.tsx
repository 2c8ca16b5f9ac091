import { Link } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { ResultLine } from '#app/jury/result.server.ts'
import { Moment } from '#app/ui/moment.tsx'
import { ANSWER_WORDS } from '#app/ui/verdict-words.ts'

/** The brand's word on every entry, in the crowd's order; the ones still owed are named too. */
export function Answers({ lines, zone }: { lines: readonly ResultLine[]; zone: string }) {
  return (
    <ol aria-label={m.jury_answers_title()} className="border-line border-b">
      {lines.map(({ entry, standing, answer }) => (
        <li
          key={entry.id}
          className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3 gap-y-1 border-line border-t py-3 text-sm md:grid-cols-[2rem_15rem_minmax(0,1fr)] md:gap-x-6"
        >
          <span className="text-right tabular-nums">{standing.place}</span>
          <p>
            <Link to={links.entry(entry.id)} className="link">
              {entry.title}
            </Link>
          </p>
          <div className="max-w-text max-md:col-start-2">
            {answer ? (
              <>
                <p>
                  <strong className="font-medium">{ANSWER_WORDS[answer.kind]()}</strong>{' '}
                  <span className="whitespace-nowrap text-quiet">
                    <Moment at={answer.answeredAt} zone={zone} precision="day" />
                  </span>
                </p>
                <p>{answer.reason}</p>
              </>
            ) : (
              <p className="text-quiet">{m.jury_result_answer_waiting()}</p>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
