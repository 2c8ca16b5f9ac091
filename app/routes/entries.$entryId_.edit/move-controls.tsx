import { Form } from '@remix-run/react'
import type { KeyboardEvent } from 'react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Icon } from '#app/ui/icon.tsx'
import type { DragOrder } from './use-drag-order.ts'
import type { Order } from './use-order.ts'

interface Props {
  entryId: string
  artworkId: string
  place: number
  count: number
  onMove: Order['move']
  /** Null until there is a script: without one it would be dead. */
  handle: ReturnType<DragOrder['handleOf']> | null
}

const SQUARE = 'flex size-11 items-center justify-center border border-transparent hover:border-ink'

/** A handle to drag, or to hold while pressing the arrow keys; and plain buttons that need neither a mouse nor a script. */
export function MoveControls({ entryId, artworkId, place, count, onMove, handle }: Props) {
  const ids = { handle: `handle-${artworkId}`, up: `earlier-${artworkId}`, down: `later-${artworkId}` }
  if (count < 2) return null
  const press = (event: KeyboardEvent) => {
    const to = targetOf(event.key, place, count)
    if (to === null) return
    event.preventDefault()
    onMove(artworkId, to, [ids.handle])
  }
  const move = (to: number, id: string) => (
    <Form
      method="post"
      action={links.moveArtwork(entryId, artworkId)}
      preventScrollReset
      onSubmit={(event) => {
        event.preventDefault()
        // At either end there is no further way, and its button is gone.
        onMove(artworkId, to, [id, ids.handle])
      }}
    >
      <input type="hidden" name="place" value={to} />
      <MoveButton id={id} from={place} to={to} />
    </Form>
  )
  return (
    <>
      {handle && (
        <button
          type="button"
          id={ids.handle}
          aria-label={m.entries_move_handle({ place })}
          title={m.entries_move_handle_title()}
          className={`${SQUARE} -ml-3 cursor-grab touch-none active:cursor-grabbing`}
          onKeyDown={press}
          {...handle}
        >
          <Icon name="grip" />
        </button>
      )}
      {place > 1 && move(place - 1, ids.up)}
      {place < count && move(place + 1, ids.down)}
    </>
  )
}

function MoveButton({ id, from, to }: { id: string; from: number; to: number }) {
  const label = to < from ? m.entries_move_earlier({ place: from }) : m.entries_move_later({ place: from })
  return (
    <button type="submit" id={id} aria-label={label} title={label} className={SQUARE}>
      <Icon name="arrow" className={to < from ? '-rotate-90' : 'rotate-90'} />
    </button>
  )
}

function targetOf(key: string, place: number, count: number): number | null {
  switch (key) {
    case 'ArrowUp':
    case 'ArrowLeft':
      return place - 1
    case 'ArrowDown':
    case 'ArrowRight':
      return place + 1
    case 'Home':
      return 1
    case 'End':
      return count
    default:
      return null
  }
}
