import { Link } from '@remix-run/react'
import type { LogLine } from '#app/contests/public-log.server.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { type CommonKind, groupLines, type LogGroup } from './log-groups.ts'
import { logSentence } from './log-sentence.ts'

export function LogLines({ lines, zone }: { lines: readonly LogLine[]; zone: string }) {
  if (lines.length === 0) return <EmptyState icon="list">{m.contests_log_empty()}</EmptyState>
  return (
    <ol className="border-line border-b">
      {groupLines(lines).map((item) =>
        'lines' in item ? (
          <Group key={item.lines[0]?.id} group={item} zone={zone} />
        ) : (
          <li key={item.id} className={ROW}>
            <Moment at={item.at} zone={zone} className="text-quiet text-sm" />
            <Happened line={item} zone={zone} />
          </li>
        ),
      )}
    </ol>
  )
}

const ROW = 'grid gap-x-8 gap-y-1 border-line border-t py-3 sm:grid-cols-[17rem_1fr]'

const GROUP_WORDS: Record<CommonKind, (inputs: { count: number }) => string> = {
  'entry-submitted': m.contests_log_group_submitted,
  'verdict-given': m.contests_log_group_verdicts,
  'entry-answered': m.contests_log_group_answered,
}

/** A dozen equal acts as one line that unfolds. */
function Group({ group: { kind, lines }, zone }: { group: LogGroup; zone: string }) {
  const [newest, oldest] = [lines[0], lines.at(-1)]
  if (!newest || !oldest) return null
  const sameDay = newest.at.slice(0, 10) === oldest.at.slice(0, 10)
  return (
    <li className={ROW}>
      <p className="text-quiet text-sm">
        {!sameDay && (
          <>
            <Moment at={oldest.at} zone={zone} precision="brief-day" /> –{' '}
          </>
        )}
        <Moment at={newest.at} zone={zone} precision={sameDay ? 'day' : 'brief-day'} />
      </p>
      <details className="group min-w-0 text-sm">
        <summary className="inline-flex items-center gap-2">
          <Icon name="chevron" className="-rotate-90 transition-transform group-open:rotate-0" />
          {GROUP_WORDS[kind]({ count: lines.length })}
        </summary>
        <ol className="mt-3 space-y-2 border-line border-l pl-5">
          {lines.map((line) => (
            <li key={line.id} className="grid gap-x-8 sm:grid-cols-[9rem_1fr]">
              <Moment at={line.at} zone={zone} precision="short" className="text-quiet" />
              <Happened line={line} zone={zone} />
            </li>
          ))}
        </ol>
      </details>
    </li>
  )
}

function Happened({ line, zone }: { line: LogLine; zone: string }) {
  const { sentence, detail } = logSentence(line, zone)
  return (
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
  )
}
