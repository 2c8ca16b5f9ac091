import type { DifferenceLine } from '#app/contests/difference.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Moment } from '#app/ui/moment.tsx'

export type VersionChange = {
  version: number
  at: string
  by: string
  summary: DifferenceLine[]
  brief: DifferenceLine[]
}

/** What each version of the published text took away and added, the latest first. */
export function Versions({ changes, zone }: { changes: readonly VersionChange[]; zone: string }) {
  if (changes.length === 0) return <p className="max-w-text text-quiet">{m.contests_versions_none()}</p>
  return (
    <ol className="space-y-10">
      {[...changes].reverse().map(({ version, at, by, summary, brief }) => (
        <li key={version}>
          <h3 className="text-lg">{m.contests_versions_number({ version })}</h3>
          <p className="mt-1 text-quiet text-sm">
            {by}, <Moment at={at} zone={zone} />
          </p>
          <Difference lines={summary} />
          <Difference lines={brief} />
        </li>
      ))}
    </ol>
  )
}

/** Only the lines that changed, with one line around them. */
function Difference({ lines }: { lines: readonly DifferenceLine[] }) {
  const near = (index: number) => [index - 1, index, index + 1].some((at) => (lines[at]?.kind ?? 'kept') !== 'kept')
  const shown = lines.map((line, index) => ({ ...line, index })).filter(({ index }) => near(index))
  if (shown.length === 0) return null
  return (
    <div className="mt-3 max-w-text border-line border-l pl-4 text-sm">
      {shown.map(({ kind, text, index }) => {
        if (kind === 'kept')
          return (
            <p key={index} className="min-h-[1.5em] text-quiet">
              {text}
            </p>
          )
        const Tag = kind === 'added' ? 'ins' : 'del'
        return (
          <p key={index} className="min-h-[1.5em]">
            <span aria-hidden="true" className="mr-2 inline-block w-3 text-quiet">
              {kind === 'added' ? '+' : '−'}
            </span>
            <Tag className={kind === 'added' ? 'text-done no-underline' : 'text-danger'}>{text}</Tag>
          </p>
        )
      })}
    </div>
  )
}
