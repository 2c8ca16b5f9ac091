import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PictureView } from '#app/images/picture.ts'
import type { Finding } from '#app/jury/co-decision.ts'
import type { VerdictKind, VetoCode } from '#app/jury/verdict.ts'
import { LadderVerdicts } from './ladder-verdicts.tsx'
import { Picture } from './picture.tsx'
import { Points } from './points.tsx'
import { Stamp } from './stamp.tsx'
import { CODE_WORDS, FINDING_WORDS } from './verdict-words.ts'

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
  return rung.finding === 'not-reached' ? (
    <RungBelow rung={rung} level={level} last={last} />
  ) : (
    <RungTried rung={rung} level={level} last={last} />
  )
}

type RungProps = { rung: LadderRung; level: 2 | 3; last: boolean }

const COLUMNS = 'grid grid-cols-[3rem_minmax(0,1fr)] gap-x-5 sm:grid-cols-[5rem_15rem_minmax(0,1fr)] sm:gap-x-8'
const WIDE_COLUMNS = 'lg:grid-cols-[7rem_22rem_minmax(0,1fr)] lg:gap-x-12'

/** A rung on which the choice stood: as large as it takes, with the finding stamped across the picture. */
function RungTried({ rung, level, last }: RungProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const falls = rung.finding === 'vetoed' || rung.finding === 'short-of-quorum'
  const wins = rung.finding === 'wins'
  return (
    <li className={`${COLUMNS} ${WIDE_COLUMNS}`}>
      <Rank place={rung.place} large wins={wins}>
        {!last && <Fall falls={falls} />}
      </Rank>
      <div className="relative max-w-72 pb-6 sm:max-w-none sm:pb-16">
        {rung.picture && (
          <Picture picture={rung.picture} sizes="(min-width: 64rem) 22rem, (min-width: 40rem) 15rem, 70vw" />
        )}
        <div aria-hidden="true" className="pointer-events-none absolute top-4 -left-4 lg:-left-8">
          <FindingStamp rung={rung} />
        </div>
      </div>
      <div className="col-start-2 pb-14 sm:col-start-3 sm:pb-16">
        <Heading className={wins ? 'text-3xl' : 'text-2xl'}>
          <Link to={rung.to} className="hover:text-accent">
            {rung.title}
          </Link>
        </Heading>
        {rung.by && <p className="mt-1 text-quiet">{rung.by}</p>}
        <p className={`mt-4 text-lg ${wins ? 'text-accent' : ''}`}>
          {FINDING_WORDS[rung.finding]()}
          {falls && !last && `: ${m.jury_finding_falls()}`}
          {rung.note && <span className="block text-base text-quiet">{rung.note}</span>}
        </p>
        <div className="mt-4">
          <Points {...rung} />
        </div>
        <LadderVerdicts verdicts={rung.verdicts} />
      </div>
    </li>
  )
}

/** A rung that the choice did not come to: small, in grey, with what the jury said folded away. */
function RungBelow({ rung, level, last }: RungProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <li className={`${COLUMNS} ${WIDE_COLUMNS} text-quiet`}>
      <Rank place={rung.place}>{!last && <Fall falls={false} />}</Rank>
      <div className="col-start-2 flex gap-5 pb-8 sm:col-span-2">
        <div className="w-20 shrink-0 opacity-70 grayscale">
          {rung.picture && <Picture picture={rung.picture} sizes="5rem" />}
        </div>
        <div className="min-w-0 flex-1">
          <Heading className="text-lg">
            <Link to={rung.to} className="hover:text-accent">
              {rung.title}
            </Link>
          </Heading>
          {rung.by && <p className="text-sm">{rung.by}</p>}
          <div className="mt-2 flex flex-wrap items-center gap-x-6 text-sm">
            <div className="w-full max-w-76">
              <Points {...rung} />
            </div>
            <span>{FINDING_WORDS['not-reached']()}</span>
          </div>
          {rung.verdicts.length > 0 && (
            <details className="mt-2">
              <summary className="inline-flex min-h-8 items-center text-sm underline decoration-line underline-offset-4">
                {m.jury_ladder_verdicts({ count: rung.verdicts.length })}
              </summary>
              <LadderVerdicts verdicts={rung.verdicts} />
            </details>
          )}
        </div>
      </div>
    </li>
  )
}

type RankProps = { place: number; large?: boolean; wins?: boolean; children: ReactNode }

/** Two digits must not push the line aside. */
function Rank({ place, large = false, wins = false, children }: RankProps) {
  const size = large
    ? place < 10
      ? 'text-[4.5rem] sm:text-[7rem] lg:text-[10rem]'
      : 'text-[2.5rem] sm:text-[4rem] lg:text-[5.5rem]'
    : 'text-2xl'
  return (
    <div className={`flex flex-col items-center ${large ? 'row-span-2 sm:row-span-1' : ''}`}>
      <p className={`-mt-[0.08em] font-serif leading-[0.85] tabular-nums ${size} ${wins ? 'text-accent' : ''}`}>
        <span className="sr-only">{m.jury_place_spoken({ place })}</span>
        <span aria-hidden="true">{place}</span>
      </p>
      {children}
    </div>
  )
}

/** The line to the next rung: it carries the choice past a rung that did not survive, and only joins the others. */
function Fall({ falls }: { falls: boolean }) {
  if (!falls) return <span aria-hidden="true" className="mt-3 mb-3 w-px flex-1 bg-line" />
  return (
    <span aria-hidden="true" className="relative mt-5 mb-6 w-1 flex-1 bg-accent">
      <span className="absolute -bottom-0.5 -left-2 size-5 rotate-45 border-accent border-r-4 border-b-4" />
    </span>
  )
}

function FindingStamp({ rung }: { rung: LadderRung }) {
  if (rung.finding === 'wins') return <Stamp verdict="approve" size="wide" />
  if (rung.finding !== 'vetoed') return null
  const code = rung.verdicts.find((verdict) => verdict.kind === 'veto')?.code
  return <Stamp verdict="veto" code={code ? CODE_WORDS[code]() : undefined} size="wide" />
}
