import { Link } from '@remix-run/react'
import type { WallEntry } from '#app/entries/wall-entries.server.ts'
import { links } from '#app/http/links.ts'
import type { StageNote } from '#app/production/run-notes.server.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { STAGE_WORDS } from '#app/ui/stage-words.ts'

type Props = { entry: WallEntry; notes: readonly StageNote[]; zone: string }

/** From brief to shelf as a strip of pictures: the entry first, then what the workshop showed. */
export function Road({ entry, notes, zone }: Props) {
  return (
    <ol className="grid grid-cols-2 gap-x-4 gap-y-8 md:grid-cols-4">
      <li>
        <Link to={links.entry(entry.id)} className="group">
          <span className="block aspect-square overflow-hidden">
            {entry.picture && <Picture picture={entry.picture} fill="cover" sizes="(min-width: 48rem) 25vw, 50vw" />}
          </span>
          <span className="mt-2 block font-medium text-sm group-hover:text-accent">{entry.title}</span>
        </Link>
      </li>
      {notes.flatMap((note) =>
        note.pictures.map((picture) => (
          <li key={picture.id}>
            <span className="block aspect-square overflow-hidden">
              <Picture picture={picture} fill="cover" sizes="(min-width: 48rem) 25vw, 50vw" />
            </span>
            <span className="mt-2 block text-sm">{STAGE_WORDS[note.stage]()}</span>
            <Moment at={note.writtenAt} zone={zone} precision="day" className="text-quiet text-xs" />
          </li>
        )),
      )}
    </ol>
  )
}
