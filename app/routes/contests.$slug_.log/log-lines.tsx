import { Link } from '@remix-run/react'
import type { LogLine } from '#app/contests/public-log.server.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { logSentence } from './log-sentence.ts'

export function LogLines({ lines, zone }: { lines: readonly LogLine[]; zone: string }) {
  if (lines.length === 0) return <EmptyState icon="list">{m.contests_log_empty()}</EmptyState>
  return (
    <ol className="border-line border-b">
      {lines.map((line) => {
        const { sentence, detail } = logSentence(line, zone)
        return (
          <li key={line.id} className="grid gap-x-8 gap-y-1 border-line border-t py-3 sm:grid-cols-[15rem_1fr]">
            <Moment at={line.at} zone={zone} className="text-quiet text-sm" />
            <div className="min-w-0 text-sm">
              <p>
                {sentence}
                {line.entry && (
                  <>
                    {' '}
                    <Link to={links.entry(line.entry.id)} className="link">
                      {line.entry.title}
                    </Link>
                  </>
                )}
              </p>
              {detail && <p className="mt-1 max-w-text break-words text-quiet">{detail}</p>}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
