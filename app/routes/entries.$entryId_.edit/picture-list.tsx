import { useEffect, useState } from 'react'
import type { EntryEdit } from '#app/entries/entry-edits.server.ts'
import type { Typed } from '#app/http/read-form.server.ts'
import { PictureCard } from './picture-card.tsx'
import { useDragOrder } from './use-drag-order.ts'
import { useOrder } from './use-order.ts'

interface Props {
  edit: EntryEdit
  typed: Typed | undefined
}

/** The entry’s pictures; with a script their order changes under the hand. */
export function PictureList({ edit, typed }: Props) {
  const order = useOrder(edit)
  const drag = useDragOrder((from, to) => {
    const moved = order.shown[from]
    if (moved) order.move(moved.id, to + 1)
  })
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  return (
    <>
      <p role="status" className={order.news.failed ? 'mb-4 border-danger border-l-2 py-1 pl-4 text-sm' : 'sr-only'}>
        {order.news.text}
      </p>
      {order.shown.length > 0 && (
        <ol ref={drag.list} className="mb-6 space-y-7">
          {order.shown.map((artwork, index) => (
            <PictureCard
              key={artwork.id}
              entryId={edit.id}
              artwork={artwork}
              place={index + 1}
              count={order.shown.length}
              typed={typed}
              wish={edit.contest.print}
              onMove={order.move}
              handle={scripted ? drag.handleOf(index) : null}
              style={drag.styleOf(index)}
              dragged={drag.dragged === index}
            />
          ))}
        </ol>
      )}
    </>
  )
}
