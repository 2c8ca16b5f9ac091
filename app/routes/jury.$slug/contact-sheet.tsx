import { Link } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { DocketLine } from '#app/jury/light-table.server.ts'
import { Picture } from '#app/ui/picture.tsx'
import { Points } from '#app/ui/points.tsx'
import { Stamp } from '#app/ui/stamp.tsx'
import { CODE_WORDS, stampOf, VERDICT_WORDS } from '#app/ui/verdict-words.ts'

type Props = { slug: string; lines: readonly DocketLine[]; large?: boolean }

/** Frames of one size, in the order of the crowd, as negatives lie on a light table. */
export function ContactSheet({ slug, lines, large = false }: Props) {
  const columns = large ? 'sm:grid-cols-2 lg:grid-cols-3' : 'grid-cols-2 sm:grid-cols-3 lg:grid-cols-5'
  return (
    <ol className={`grid gap-x-5 gap-y-10 ${columns}`}>
      {lines.map((line) => (
        <Frame key={line.entry.id} slug={slug} line={line} large={large} />
      ))}
    </ol>
  )
}

function Frame({ slug, line, large }: { slug: string; line: DocketLine; large: boolean }) {
  const { entry, standing, mine, recused, heard } = line
  const stamp = mine && !recused ? stampOf(mine.kind) : null
  const code = mine?.code ? CODE_WORDS[mine.code]() : undefined
  return (
    <li className="group relative min-w-0">
      <Link to={links.verdict(slug, entry.id)} prefetch="intent" className="block">
        <span className="flex aspect-square items-end">
          {entry.picture && (
            <span
              className="block w-full"
              style={{ maxWidth: `${(100 * entry.picture.width) / entry.picture.height}%` }}
            >
              <Picture
                picture={entry.picture}
                sizes={
                  large
                    ? '(min-width: 64rem) 30vw, (min-width: 40rem) 45vw, 90vw'
                    : '(min-width: 64rem) 15vw, (min-width: 40rem) 25vw, 45vw'
                }
              />
            </span>
          )}
        </span>
        <span className="mt-3 flex items-baseline gap-3">
          <span className="font-serif text-xl tabular-nums">{standing.place}</span>
          <span className="font-medium group-hover:text-accent">{entry.title}</span>
        </span>
      </Link>
      {large && <Points points={standing.points} low={standing.low} high={standing.high} />}
      <p className="mt-1 text-quiet text-sm">
        {recused
          ? m.jury_room_recused()
          : mine
            ? VERDICT_WORDS[mine.kind].label()
            : large
              ? m.jury_room_no_verdict()
              : null}
        {large && heard > 0 && <span className="ml-3">{m.jury_room_heard({ count: heard })}</span>}
      </p>
      {stamp && (
        <div className="pointer-events-none absolute top-3 right-3">
          <Stamp verdict={stamp} code={code} size="small" />
        </div>
      )}
    </li>
  )
}
