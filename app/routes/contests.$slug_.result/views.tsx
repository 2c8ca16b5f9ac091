import { Link } from '@remix-run/react'
import type { VotingMethod } from '#app/contests/brief.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { ResultLine } from '#app/jury/result.server.ts'
import { COUNT_WORDS } from '#app/ui/count-words.ts'
import { StandingsChart } from '#app/ui/standings-chart.tsx'
import { StandingsTable } from '#app/ui/standings-table.tsx'
import { VIEWS } from '#app/voting/views.ts'
import type { Standing, StandingView } from '#db/schema.ts'

const VIEW_NAMES: Record<StandingView, () => string> = {
  official: m.jury_view_official,
  raw: m.jury_view_raw,
  audited: m.jury_view_audited,
}

/** Of the first so many it is said whether the views agree. */
const COMPARED = 5

interface ViewsProps {
  slug: string
  method: VotingMethod
  view: StandingView
  standings: readonly Standing[]
  /** Of the official view, for names and pictures, and to compare. */
  lines: readonly ResultLine[]
  quarantined: number
}

/** The three published views of one vote, one at a time: what it is in a sentence, its picture, its table. */
export function Views({ slug, method, view, standings, lines, quarantined }: ViewsProps) {
  const rows = rowsOf(standings, lines)
  const name = VIEW_NAMES[view]()
  return (
    <>
      <nav aria-label={m.jury_views_label()} id="views" className="flex flex-wrap gap-x-6 gap-y-2 border-line border-b">
        {VIEWS.map((one) => (
          <Link
            key={one}
            to={links.resultView(slug, one)}
            preventScrollReset
            aria-current={one === view ? 'true' : undefined}
            className={`-mb-px inline-flex min-h-11 items-center border-b-2 ${one === view ? 'border-accent font-medium' : 'border-transparent text-quiet hover:text-ink'}`}
          >
            {VIEW_NAMES[one]()}
          </Link>
        ))}
      </nav>
      <p className="mt-5 mb-8 max-w-text">
        {COUNT_WORDS[method].says[view]()} {view !== 'official' && comparison(rows, lines)}{' '}
        {view === 'audited' && quarantined > 0 && m.jury_view_set_aside({ count: quarantined })}
      </p>
      <div className="mb-10 max-w-3xl">
        <StandingsChart rows={rows} name={name} />
      </div>
      <StandingsTable rows={rows} method={method} />
    </>
  )
}

function rowsOf(standings: readonly Standing[], lines: readonly ResultLine[]) {
  const entries = new Map(lines.map(({ entry }) => [entry.id, entry]))
  return standings.flatMap((standing) => {
    const entry = entries.get(standing.entryId)
    if (!entry) return []
    return [{ ...standing, title: entry.title, picture: entry.picture, to: links.entry(entry.id) }]
  })
}

function comparison(rows: readonly { entryId: string }[], lines: readonly ResultLine[]): string {
  const count = Math.min(COMPARED, rows.length)
  const same = rows.slice(0, count).every(({ entryId }, at) => lines[at]?.entry.id === entryId)
  return same ? m.jury_view_same({ count }) : m.jury_view_other({ count })
}
