import { Link } from '@remix-run/react'
import type { ContestCard } from '#app/contests/contest-lists.server.ts'
import { nextBoundary } from '#app/contests/schedule.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PictureView } from '#app/images/picture.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Countdown } from '#app/ui/moment.tsx'
import { BOUNDARY_WORDS } from '#app/ui/phase-words.ts'
import { Picture } from '#app/ui/picture.tsx'
import { actFor } from './act.ts'

export type StripContest = { contest: ContestCard; pictures: PictureView[] }

type Props = StripContest & { takesPart: boolean; now: string }

/** A contest as one line of its own pictures, all of one height, cut off by the edge of the page. */
export function ContestStrip({ contest, pictures, takesPart, now }: Props) {
  const { slug, title, phase, schedule } = contest
  const act = actFor(slug, phase, takesPart)
  const next = nextBoundary(schedule, new Date(now))
  return (
    <li className="border-line border-t py-8 first:border-t-0 first:pt-0">
      <div className="mb-5 flex flex-wrap items-end justify-between gap-x-10 gap-y-3">
        <div className="min-w-0">
          <h3 className="text-xl">
            <Link to={links.contest(slug)} className="hover:text-accent">
              {title}
            </Link>
          </h3>
          {next && (
            <p className="mt-1 text-quiet text-sm">
              {BOUNDARY_WORDS[next.boundary]()} {m.ui_rail_in()} <Countdown at={next.at} now={now} />
            </p>
          )}
        </div>
        <ButtonLink to={act.to}>{act.label}</ButtonLink>
      </div>
      <Link
        to={links.gallery(slug)}
        tabIndex={-1}
        aria-hidden="true"
        className="flex h-36 gap-3 overflow-hidden sm:h-56"
      >
        {pictures.map((picture) => (
          <span key={picture.id} className="block h-full shrink-0" style={{ aspectRatio: ratioOf(picture) }}>
            <Picture picture={picture} alt="" fill="cover" boxRatio={ratioOf(picture)} sizes={sizesOf(picture)} />
          </span>
        ))}
      </Link>
    </li>
  )
}

function ratioOf({ width, height }: PictureView): number {
  return width / height
}

/** Nine rem high on a phone, fourteen elsewhere. */
function sizesOf(picture: PictureView): string {
  return `(min-width: 40rem) calc(14rem * ${ratioOf(picture)}), calc(9rem * ${ratioOf(picture)})`
}
