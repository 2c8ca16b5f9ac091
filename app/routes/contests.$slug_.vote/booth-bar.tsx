import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Icon } from '#app/ui/icon.tsx'
import type { BallotProgress as Progress } from '#app/voting/booths.server.ts'
import { BallotProgress } from './ballot-progress.tsx'
import type { BoothView } from './booth-view.server.ts'

type Props = {
  contest: BoothView['contest']
  /** null before the ballot is begun. */
  progress: Progress | null
  children: ReactNode
}

/** The way back, how far the ballot is, and what was just done. On a narrow screen the progress takes the second line. */
export function BoothBar({ contest, progress, children }: Props) {
  return (
    <div className="gutter mx-auto grid w-full max-w-wide grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 py-2 text-sm lg:flex lg:flex-wrap lg:justify-between lg:gap-x-8 lg:py-4">
      <Link
        to={links.contest(contest.slug)}
        className="inline-flex min-h-9 min-w-0 items-center gap-2 text-quiet hover:text-accent"
      >
        <Icon name="back" /> <span className="truncate">{contest.title}</span>
      </Link>
      {progress && (
        <div className="max-lg:order-last max-lg:col-span-2">
          <BallotProgress progress={progress} method={contest.method} />
        </div>
      )}
      <div className="flex min-w-0 items-center gap-6">
        {children}
        {progress && (
          <Link
            to={links.ballot(contest.slug)}
            className="inline-flex min-h-9 shrink-0 items-center gap-2 hover:text-accent"
          >
            <Icon name="list" /> {m.voting_booth_my_ballot()}
          </Link>
        )}
      </div>
    </div>
  )
}
