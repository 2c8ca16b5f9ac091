import type { WallEntry } from '#app/entries/wall-entries.server.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { AuthorNames } from './author-names.tsx'
import { Wall, WallPiece, type WallSize } from './wall.tsx'

interface Props {
  entries: readonly WallEntry[]
  label?: string
  size?: WallSize
  /** How many pictures are fetched at once, before the page is scrolled. */
  eager?: number
  /** The contest's title under each piece, where a wall mixes contests. */
  withContest?: boolean
}

/** Entries as they hang anywhere: the picture, its title, and its designer once the seal allows. */
export function EntryWall({ entries, label, size, eager = 0, withContest = false }: Props) {
  return (
    <Wall size={size} label={label}>
      {entries.map(
        ({ id, title, picture, authors, contest }, index) =>
          picture && (
            <WallPiece
              key={id}
              to={links.entry(id)}
              picture={{ ...picture, alt: picture.alt || title }}
              title={title || m.entries_untitled()}
              by={authors && <AuthorNames authors={authors} />}
              note={withContest ? contest.title : undefined}
              eager={index < eager}
            />
          ),
      )}
    </Wall>
  )
}
