import type { CSSProperties } from 'react'
import { ALT_CHARACTERS_MOST, altField } from '#app/entries/entry.ts'
import type { EntryEdit } from '#app/entries/entry-edits.server.ts'
import { links } from '#app/http/links.ts'
import type { Typed } from '#app/http/read-form.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PrintWish } from '#app/images/print-wish.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { PrintMeter } from '#app/ui/print-meter.tsx'
import { ENTRY_FORM } from './entry-form.ts'
import { GroundChoice } from './ground-choice.tsx'
import { LikenessQuestion } from './likeness-question.tsx'
import { MoveControls } from './move-controls.tsx'
import { typedText } from './typed.ts'
import type { DragOrder } from './use-drag-order.ts'
import type { Order } from './use-order.ts'

interface Props {
  entryId: string
  artwork: EntryEdit['artworks'][number]
  place: number
  count: number
  typed: Typed | undefined
  /** What the brief prints. */
  wish: PrintWish | null
  onMove: Order['move']
  handle: ReturnType<DragOrder['handleOf']> | null
  /** While the order is being changed by hand. */
  style: CSSProperties | undefined
  dragged: boolean
}

export function PictureCard(props: Props) {
  const { entryId, artwork, place, count, typed, wish, onMove, handle, style, dragged } = props
  const { id, picture, alt } = artwork
  const name = altField(id)
  return (
    <li
      style={style}
      className={`grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-5 motion-reduce:transition-none! sm:grid-cols-[10rem_minmax(0,1fr)] lg:grid-cols-[8rem_minmax(0,1fr)] ${dragged ? 'bg-raised outline outline-ink' : ''}`}
    >
      <div>
        <Picture picture={picture} alt={alt || m.entries_picture_number({ place })} sizes="10rem" eager={place < 3} />
        <p className="mt-1.5 text-quiet text-xs">
          {place === 1 ? m.entries_picture_first() : m.entries_picture_number({ place })}
        </p>
      </div>
      <div className="min-w-0">
        <TextField
          name={name}
          form={ENTRY_FORM}
          label={m.entries_alt_label({ place })}
          hint={place === 1 ? m.entries_alt_hint() : undefined}
          maxLength={ALT_CHARACTERS_MOST}
          defaultValue={typedText(typed, name, alt)}
        />
        {/* What is known of the picture, one line each, by whoever knows it. */}
        <div className="-mt-3 mb-4 space-y-3 text-sm empty:hidden">
          <GroundChoice entryId={entryId} artworkId={id} picture={picture} place={place} />
          <PrintMeter picture={picture} facts={artwork.print} wish={wish} advising />
          <LikenessQuestion entryId={entryId} artworkId={id} likeness={artwork.likeness} />
        </div>
        <div className="-mt-2 flex flex-wrap items-start gap-x-1">
          <MoveControls {...{ entryId, artworkId: id, place, count, onMove, handle }} />
          <div className="min-w-0 grow">
            <Confirm
              label={m.entries_remove_picture()}
              consequence={m.entries_remove_picture_consequence()}
              confirmLabel={m.entries_remove_picture_now()}
              action={links.removeArtwork(entryId, id)}
            />
          </div>
        </div>
      </div>
    </li>
  )
}
