import { Link } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { RunView } from '#app/production/runs.server.ts'
import { byline } from '#app/ui/byline.ts'
import { Picture } from '#app/ui/picture.tsx'
import { STAGE_WORDS } from '#app/ui/stage-words.ts'

/** A run as one line: what is done, a dot where it stands, amber when it is late. Its own page has the dates. */
export function RunLine({ run }: { run: RunView }) {
  const { entry, stage, stations } = run
  const at = stations.findIndex((station) => station.stage === stage)
  const late = stations.some((station) => station.late)
  return (
    <li className="grid grid-cols-[6rem_minmax(0,1fr)] items-center gap-x-5 gap-y-4 border-line border-t py-6 first:border-t-0 first:pt-0 md:grid-cols-[8rem_16rem_minmax(0,1fr)] md:gap-x-8">
      <Link to={links.run(run.id)} tabIndex={-1} aria-hidden="true" className="block aspect-square overflow-hidden">
        {entry.picture && <Picture picture={entry.picture} alt="" fill="cover" sizes="8rem" />}
      </Link>
      <div>
        <h3 className="text-lg leading-tight">
          <Link to={links.run(run.id)} className="hover:text-accent">
            {entry.title}
          </Link>
        </h3>
        <p className="mt-1 text-quiet text-sm">{m.home_by({ name: byline(entry.authors) })}</p>
      </div>
      <div className="col-span-2 md:col-span-1">
        <p className="mb-2.5 text-sm">
          <strong className="font-medium">{STAGE_WORDS[stage]()}</strong>
          {late && <span className="ml-3 font-medium text-amber">{m.home_late()}</span>}
          <span className="ml-3 text-quiet tabular-nums">
            {m.home_stage_of({ stage: at + 1, stages: stations.length })}
          </span>
        </p>
        <StationDots run={run} at={at} late={late} />
      </div>
    </li>
  )
}

function StationDots({ run: { stations }, at, late }: { run: RunView; at: number; late: boolean }) {
  const share = `${(100 * at) / Math.max(1, stations.length - 1)}%`
  return (
    <div aria-hidden="true" className="relative flex justify-between">
      <span className="absolute top-[4.5px] right-0 left-0 h-px bg-line" />
      <span className="absolute top-[4.5px] left-0 h-px bg-ink" style={{ width: share }} />
      {stations.map(({ stage }, index) => (
        <span key={stage} className={`relative size-2.5 rounded-[50%] border ${dotLook(index, at, late)}`} />
      ))}
    </div>
  )
}

function dotLook(index: number, at: number, late: boolean): string {
  if (index < at) return 'border-ink bg-ink'
  if (index > at) return 'border-strong bg-paper'
  return late ? 'border-amber bg-amber' : 'border-accent bg-accent'
}
