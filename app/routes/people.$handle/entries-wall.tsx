import { Link } from '@remix-run/react'
import type { WallEntry } from '#app/entries/wall-entries.server.ts'
import { links } from '#app/http/links.ts'
import { Wall, WallPiece, type WallSize } from '#app/ui/wall.tsx'

/** One designer's entries: the contest stands where others show the designer. */
export function EntriesWall({ entries, size, label }: { entries: WallEntry[]; size: WallSize; label: string }) {
  return (
    <Wall size={size} label={label}>
      {entries.map(
        (entry) =>
          entry.picture && (
            <WallPiece
              key={entry.id}
              picture={entry.picture}
              to={links.entry(entry.id)}
              title={entry.title}
              by={
                <Link to={links.contest(entry.contest.slug)} className="hover:text-accent">
                  {entry.contest.title}
                </Link>
              }
            />
          ),
      )}
    </Wall>
  )
}
