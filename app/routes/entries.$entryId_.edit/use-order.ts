import { useEffect, useRef, useState } from 'react'
import type { EntryEdit } from '#app/entries/entry-edits.server.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { useBeforePaint } from '#app/ui/use-before-paint.ts'
import { useReadAgain } from './use-read-again.ts'

type Artwork = EntryEdit['artworks'][number]

/** The pictures in their order, which changes before the server has answered, and changes back when it refuses. */
export function useOrder({ id: entryId, artworks, orderVersion }: Pick<EntryEdit, 'id' | 'artworks' | 'orderVersion'>) {
  const readAgain = useReadAgain()
  const [wanted, setWanted] = useState<readonly string[] | null>(null)
  const [news, setNews] = useState<{ text: string; failed: boolean }>({ text: '', failed: false })
  const sending = useRef<Promise<void>>(Promise.resolve())
  const underWay = useRef(0)
  const answered = useRef(orderVersion)
  const focus = useRef<readonly string[]>([])
  const shown = inOrder(artworks, wanted)

  // A reading of the page knows the order, unless it was begun before the last move was answered or another is still on its way.
  useEffect(() => {
    if (artworks && underWay.current === 0 && orderVersion >= answered.current) setWanted(null)
  }, [artworks, orderVersion])

  // Moving an element in the page takes the focus from what is in it.
  useBeforePaint(() => {
    const found = focus.current.map((id) => document.getElementById(id)).find((element) => element !== null)
    focus.current = []
    found?.focus()
  })

  /** @param focusOn ids of what to give the focus to, the first that is there */
  function move(artworkId: string, place: number, focusOn: readonly string[] = []): void {
    const target = Math.min(shown.length, Math.max(1, place))
    const ids = shown.map(({ id }) => id)
    const from = ids.indexOf(artworkId)
    if (from === -1 || from === target - 1) return
    ids.splice(target - 1, 0, ...ids.splice(from, 1))
    focus.current = focusOn
    setWanted(ids)
    setNews({ text: m.entries_moved_flash({ place: target }), failed: false })
    underWay.current += 1
    sending.current = sending.current.then(async () => {
      const answer = await send(entryId, { artworkId, place: String(target) })
      underWay.current -= 1
      if (answer.ok) answered.current = answer.orderVersion
      else {
        setWanted(null)
        setNews({ text: answer.sentence, failed: true })
      }
      if (underWay.current === 0) readAgain()
    })
  }

  return { shown, move, news }
}

export type Order = ReturnType<typeof useOrder>

function inOrder(artworks: readonly Artwork[], wanted: readonly string[] | null): readonly Artwork[] {
  if (!wanted) return artworks
  const place = ({ id }: Artwork) => (wanted.includes(id) ? wanted.indexOf(id) : wanted.length)
  return [...artworks].sort((a, b) => place(a) - place(b))
}

/** The version of the order that this made, or why it was not done. */
async function send(
  entryId: string,
  move: { artworkId: string; place: string },
): Promise<{ ok: true; orderVersion: number } | { ok: false; sentence: string }> {
  try {
    const body = new URLSearchParams(move)
    const response = await fetch(links.orderArtworks(entryId), { method: 'POST', body, redirect: 'error' })
    const { orderVersion, sentence } = await response.json()
    if (response.ok) return { ok: true, orderVersion }
    return { ok: false, sentence: typeof sentence === 'string' ? sentence : m.entries_order_unreachable() }
  } catch {
    return { ok: false, sentence: m.entries_order_unreachable() }
  }
}
