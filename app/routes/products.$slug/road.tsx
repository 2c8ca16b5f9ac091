import { Link } from '@remix-run/react'
import type { WallEntry } from '#app/entries/wall-entries.server.ts'
import { links } from '#app/http/links.ts'
import type { PictureView } from '#app/images/picture.ts'
import type { StageNote } from '#app/production/run-notes.server.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { STAGE_WORDS } from '#app/ui/stage-words.ts'

type Props = { entry: WallEntry; notes: readonly StageNote[]; zone: string }

/**
 * From brief to shelf as one strip of pictures, whole and all of one height: the entry first, then what the workshop showed. It
 * scrolls sideways inside its own box; browsers let the keyboard into such a box by themselves.
 */
export function Road({ entry, notes, zone }: Props) {
  return (
    <div className="overflow-x-auto pb-4">
      <ol className="flex w-max gap-4">
        {entry.picture && (
          <li style={{ width: widthOf(entry.picture) }}>
            <Link to={links.entry(entry.id)} className="group">
              <Picture picture={entry.picture} sizes={widthOf(entry.picture)} />
              <span className="mt-2 block font-medium text-sm group-hover:text-accent">{entry.title}</span>
            </Link>
          </li>
        )}
        {notes.flatMap((note) =>
          note.pictures.map((picture) => (
            <li key={picture.id} style={{ width: widthOf(picture) }}>
              <Picture picture={picture} sizes={widthOf(picture)} />
              <span className="mt-2 block text-sm">{STAGE_WORDS[note.stage]()}</span>
              <Moment at={note.writtenAt} zone={zone} precision="day" className="text-quiet text-xs" />
            </li>
          )),
        )}
      </ol>
    </div>
  )
}

/** All pictures come out 16 rem high, a little less on a phone. */
function widthOf({ width, height }: PictureView): string {
  return `calc(clamp(11rem, 30vw, 16rem) * ${width / height})`
}
