import { type CSSProperties, type PointerEvent, useEffect, useRef, useState } from 'react'

interface Drag {
  from: number
  /** Where it would stand if it were let go now. */
  to: number
  /** How far it has been carried. */
  down: number
  /** How far the others give way. */
  room: number
}

interface Start {
  y: number
  centres: readonly number[]
  room: number
}

function dragTo(event: PointerEvent, from: number, { y, centres, room }: Start): Drag {
  const down = event.clientY + window.scrollY - y
  const centre = (centres[from] ?? 0) + down
  const to = centres.filter((other, at) => at !== from && other < centre).length
  return { from, to, down, room }
}

/** Dragging the items of a list up and down by a handle, with mouse, pen or finger. `onMove` is told once it is let go. */
export function useDragOrder(onMove: (from: number, to: number) => void) {
  const list = useRef<HTMLOListElement>(null)
  const start = useRef<Start | null>(null)
  const [drag, setDrag] = useState<Drag | null>(null)

  useEffect(() => {
    if (!drag) return
    const cancel = (event: KeyboardEvent) => {
      if (event.key === 'Escape') end()
    }
    document.addEventListener('keydown', cancel)
    return () => document.removeEventListener('keydown', cancel)
  })

  function end(): void {
    start.current = null
    setDrag(null)
  }

  function handleOf(index: number) {
    return {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0 || !list.current) return
        event.currentTarget.setPointerCapture(event.pointerId)
        const boxes = Array.from(list.current.children, (item) => item.getBoundingClientRect())
        const [own, after, before] = [boxes[index], boxes[index + 1], boxes[index - 1]]
        if (!own) return
        const gap = after ? after.top - own.bottom : before ? own.top - before.bottom : 0
        const centres = boxes.map(({ top, height }) => top + window.scrollY + height / 2)
        start.current = { y: event.clientY + window.scrollY, centres, room: own.height + gap }
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        if (start.current) setDrag(dragTo(event, index, start.current))
      },
      onPointerUp(event: PointerEvent<HTMLElement>) {
        // What was drawn last may be behind the hand.
        const dropped = start.current && dragTo(event, index, start.current)
        end()
        if (dropped && dropped.to !== index) onMove(index, dropped.to)
      },
      onPointerCancel: end,
    }
  }

  /** Where an item stands while one is being dragged. */
  function styleOf(index: number): CSSProperties | undefined {
    if (!drag) return undefined
    const { from, to, down, room } = drag
    if (index === from) return { transform: `translateY(${down}px)`, position: 'relative', zIndex: 1 }
    const aside = index > from && index <= to ? -room : index < from && index >= to ? room : 0
    return { transform: `translateY(${aside}px)`, transition: 'transform 150ms' }
  }

  return { list, handleOf, styleOf, dragged: drag?.from ?? null }
}

export type DragOrder = ReturnType<typeof useDragOrder>
