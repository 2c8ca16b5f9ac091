import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PictureView } from '#app/images/picture.ts'
import type { Finding } from '#app/jury/co-decision.ts'
import type { VerdictKind, VetoCode } from '#app/jury/verdict.ts'
import { Interval } from './interval.tsx'
import { Picture } from './picture.tsx'
import { Stamp } from './stamp.tsx'
import { CODE_WORDS, FINDING_WORDS, stampOf, VERDICT_WORDS } from './verdict-words.ts'

export interface LadderVerdict {
  /** Key only. */
  jurorId: string
  kind: VerdictKind
  code: VetoCode | null
  reason: string
  by: string
}

export interface LadderRung {
  entryId: string
  title: string
  to: string
  picture: PictureView | null
  /** The designers' names; absent while the seal hides them. */
  by?: ReactNode
  place: number
  points: number
  low: number
  high: number
  finding: Finding
  verdicts: readonly LadderVerdict[]
  /** "2 of 2 approvals needed"; absent on the signed record. */
  note?: ReactNode
}

interface LadderProps {
  rungs: readonly LadderRung[]
  label: string
  /** Of the rungs' headings: 2 where nothing stands between them and the page's title. */
  level?: 2 | 3
}

/**
 * The co-decision as a typographic column: one can read from ten metres how the winner came about. A line falls from each rung
 * that did not survive to the next, until it reaches the winner.
 */
export function Ladder({ rungs, label, level = 3 }: LadderProps) {
  return (
    <ol aria-label={label}>
      {rungs.map((rung, index) => (
        <Rung key={rung.entryId} rung={rung} level={level} last={index === rungs.length - 1} />
      ))}
    </ol>
  )
}

function Rung({ rung, level, last }: { rung: LadderRung; level: 2 | 3; last: boolean }) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const falls = rung.finding === 'vetoed' || rung.finding === 'short-of-quorum'
  const wins = rung.finding === 'wins'
  const reached = rung.finding !== 'not-reached'
  return (
    <li className="relative grid grid-cols-[3.25rem_minmax(0,1fr)] gap-x-4 pb-10 sm:grid-cols-[5.5rem_9rem_minmax(0,1fr)] sm:gap-x-8 lg:grid-cols-[5.5rem_13rem_minmax(0,1fr)_minmax(0,24rem)]">
      {!last && <Fall falls={falls} />}
      <p className="font-serif tabular-nums">
        <span className="sr-only">{m.jury_place_spoken({ place: rung.place })}</span>
        <span aria-hidden="true" className={`text-4xl leading-none sm:text-5xl ${wins ? 'text-accent' : ''}`}>
          {rung.place}
        </span>
      </p>
      <div
        className={`order-last col-start-2 mt-4 max-w-56 sm:order-none sm:col-start-auto sm:mt-0 ${reached ? '' : 'opacity-60 grayscale'}`}
      >
        {rung.picture && (
          <Picture picture={rung.picture} sizes="(min-width: 64rem) 13rem, (min-width: 40rem) 9rem, 70vw" />
        )}
      </div>
      <div className={reached ? '' : 'text-quiet'}>
        <Heading className={wins ? 'text-2xl' : 'text-xl'}>
          <Link to={rung.to} className="hover:text-accent">
            {rung.title}
          </Link>
        </Heading>
        {rung.by && <p className="text-quiet">{rung.by}</p>}
        <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm tabular-nums">
          <Interval points={rung.points} low={rung.low} high={rung.high} />
        </div>
        <p className={`mt-3 font-medium ${wins ? 'text-accent' : ''}`}>
          {FINDING_WORDS[rung.finding]()}
          {rung.note && <span className="ml-3 font-normal text-quiet text-sm">{rung.note}</span>}
        </p>
      </div>
      {rung.verdicts.length > 0 && (
        <div className="order-last col-start-2 mt-5 sm:col-start-3 lg:order-none lg:col-start-4 lg:mt-0">
          <Verdicts verdicts={rung.verdicts} />
        </div>
      )}
    </li>
  )
}

/** The line to the next rung: it carries the choice past a rung that did not survive, and only joins the others. */
function Fall({ falls }: { falls: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={`absolute top-16 bottom-2 left-5 sm:top-18 sm:left-6 ${falls ? 'w-0.5 bg-accent' : 'w-px bg-line'}`}
    >
      {falls && (
        <span className="absolute -bottom-px -left-[4px] size-2.5 rotate-45 border-accent border-r-2 border-b-2" />
      )}
    </span>
  )
}

function Verdicts({ verdicts }: { verdicts: readonly LadderVerdict[] }) {
  return (
    <ul className="flex flex-wrap gap-x-8 gap-y-6">
      {verdicts.map((verdict) => {
        const stamp = stampOf(verdict.kind)
        const code = verdict.code ? CODE_WORDS[verdict.code]() : undefined
        return (
          <li key={verdict.jurorId} className={verdict.reason ? 'max-w-md basis-full' : ''}>
            {stamp ? (
              <Stamp verdict={stamp} code={code} size={verdict.kind === 'veto' ? 'normal' : 'small'} />
            ) : (
              <span className="text-sm">{VERDICT_WORDS[verdict.kind].label()}</span>
            )}
            <p className="mt-1 text-quiet text-sm">{verdict.by}</p>
            {verdict.reason && <blockquote className="mt-1 border-line border-l pl-4">{verdict.reason}</blockquote>}
          </li>
        )
      })}
    </ul>
  )
}
