import { m } from '#app/i18n/paraglide/messages.js'
import type { Station } from '#app/production/runs.server.ts'
import { Moment } from './moment.tsx'
import { STAGE_WORDS } from './stage-words.ts'

type Props = { stations: readonly Station[]; zone: string /** Owners and due dates too. */; full?: boolean }

/** The stages of a run as stations on a line: where it has been, where it is, what is late in amber. */
export function RunRail({ stations, zone, full = false }: Props) {
  return (
    <ol
      aria-label={m.production_rail_label()}
      className="relative flex flex-col gap-y-3 lg:grid lg:grid-cols-8 lg:gap-x-3 lg:gap-y-0"
    >
      {stations.map((station) => (
        <StationMark key={station.stage} station={station} zone={zone} full={full} />
      ))}
    </ol>
  )
}

function StationMark({ station, zone, full }: { station: Station; zone: string; full: boolean }) {
  const { stage, reachedAt, leftAt, dueAt, late, ownerName } = station
  const here = reachedAt !== null && (leftAt === null || stage === 'launched')
  const been = reachedAt !== null
  const line = been ? 'border-ink' : 'border-line'
  const dot = late ? 'bg-amber' : here ? 'bg-accent' : been ? 'bg-ink' : 'bg-paper border border-strong'
  return (
    <li
      aria-current={here ? 'step' : undefined}
      className={`relative border-l pb-1 pl-5 text-sm lg:border-t lg:border-l-0 lg:pt-4 lg:pl-0 ${line}`}
    >
      <span
        aria-hidden="true"
        className={`absolute top-1.5 -left-[5px] size-2.5 rounded-[50%] lg:-top-[5px] lg:left-0 ${dot} ${here ? 'outline-2 outline-accent outline-offset-2' : ''}`}
      />
      <span className={`block ${here ? 'font-medium' : been ? '' : 'text-quiet'}`}>{STAGE_WORDS[stage]()}</span>
      {reachedAt && (
        <span className="block text-quiet text-xs tabular-nums">
          <Moment at={reachedAt} zone={zone} precision="day" />
        </span>
      )}
      {dueAt && leftAt === null && (
        <span className={`block text-xs tabular-nums ${late ? 'font-medium text-amber' : 'text-quiet'}`}>
          {m.production_due_label()} <Moment at={dueAt} zone={zone} precision="day" />
          {late && `, ${m.production_late()}`}
        </span>
      )}
      {full && ownerName && <span className="block text-quiet text-xs">{ownerName}</span>}
    </li>
  )
}
