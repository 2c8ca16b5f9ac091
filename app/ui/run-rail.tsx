import { m } from '#app/i18n/paraglide/messages.js'
import type { PictureView } from '#app/images/picture.ts'
import type { Station } from '#app/production/runs.server.ts'
import type { Stage } from '#app/production/stages.ts'
import { Moment } from './moment.tsx'
import { Picture } from './picture.tsx'
import { STAGE_WORDS } from './stage-words.ts'

type Props = {
  stations: readonly Station[]
  zone: string
  /** Owners too. */
  full?: boolean
  /** The latest photo from each stage, hanging from its station. */
  photos?: Partial<Record<Stage, PictureView>>
}

/** The stages of a run as stations on a line: where it has been, where it is, what is late in amber. */
export function RunRail({ stations, zone, full = false, photos = {} }: Props) {
  return (
    <ol
      aria-label={m.production_rail_label()}
      className="relative flex flex-col gap-y-3 lg:grid lg:grid-cols-8 lg:gap-x-3 lg:gap-y-0"
    >
      {stations.map((station) => (
        <StationMark key={station.stage} station={station} zone={zone} full={full} photo={photos[station.stage]} />
      ))}
    </ol>
  )
}

interface MarkProps {
  station: Station
  zone: string
  full: boolean
  photo: PictureView | undefined
}

function StationMark({ station, zone, full, photo }: MarkProps) {
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
      <div className={photo ? 'min-h-20 pr-24 lg:min-h-0 lg:pr-0' : ''}>
        <span className={`block ${here ? 'font-medium' : been ? '' : 'text-quiet'}`}>{STAGE_WORDS[stage]()}</span>
        {reachedAt && (
          <span className="block text-quiet text-xs tabular-nums">
            <Moment at={reachedAt} zone={zone} precision="brief-day" />
          </span>
        )}
        {dueAt && leftAt === null && (
          <span className={`block text-xs tabular-nums ${late ? 'font-medium text-amber' : 'text-quiet'}`}>
            {m.production_due_label()} <Moment at={dueAt} zone={zone} precision="brief-day" />
            {late && `, ${m.production_late()}`}
          </span>
        )}
        {full && ownerName && <span className="block text-quiet text-xs">{ownerName}</span>}
      </div>
      {photo && (
        <div className="absolute top-1 right-0 w-20 lg:static lg:w-full">
          <span aria-hidden="true" className="ml-1 hidden h-6 w-px bg-line lg:block" />
          <span className="block aspect-square overflow-hidden">
            <Picture picture={photo} fill="cover" sizes="(min-width: 64rem) 9rem, 5rem" />
          </span>
        </div>
      )}
    </li>
  )
}
