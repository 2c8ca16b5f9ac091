import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { useBeforePaint } from './use-before-paint.ts'
import { closer, type Extent, type Point, WHOLE, type ZoomView } from './zoom-view.ts'

/** Scrolls `room` so that what the view puts in its middle is there, once `picture` is drawn in it at the scale that this answers. */
export function useZoom(room: RefObject<HTMLElement>, { width, height }: Extent) {
  const [drawn, draw] = useState(WHOLE)
  // Beside the state: several steps may come before any of them is drawn.
  const wanted = useRef(WHOLE)
  /** The offsets that we left; others are somebody's own scrolling. */
  const left = useRef<Point>({ x: 0, y: 0 })

  const show = useCallback((view: ZoomView) => {
    wanted.current = view
    draw(view)
  }, [])

  const place = useCallback(() => {
    const box = room.current
    if (!box) return
    const { scale, middle } = drawn
    box.scrollLeft = middle.x * width * scale - box.clientWidth / 2
    box.scrollTop = middle.y * height * scale - box.clientHeight / 2
    left.current = { x: box.scrollLeft, y: box.scrollTop }
  }, [drawn, room, width, height])
  useBeforePaint(place, [place])

  useEffect(() => {
    window.addEventListener('resize', place)
    return () => window.removeEventListener('resize', place)
  }, [place])

  /** Makes what is at one point of the screen larger and brings it to the other; without them the middle stays. */
  function zoom(factor: number, at?: Point, to: Point | undefined = at) {
    const box = room.current
    if (!box) return
    const size = { width: box.clientWidth, height: box.clientHeight }
    const { x, y } = box.getBoundingClientRect()
    const fromMiddle = (point: Point) => ({ x: point.x - x - size.width / 2, y: point.y - y - size.height / 2 })
    const ends = [at && fromMiddle(at), to && fromMiddle(to)] as const
    show(closer(withOwnScrolling(box), factor, size, { width, height }, ...ends))
  }

  function withOwnScrolling(box: HTMLElement): ZoomView {
    const view = wanted.current
    const now = { x: box.scrollLeft, y: box.scrollTop }
    if (now.x === left.current.x && now.y === left.current.y) return view
    left.current = now
    const middle = {
      x: (now.x + box.clientWidth / 2) / (width * drawn.scale),
      y: (now.y + box.clientHeight / 2) / (height * drawn.scale),
    }
    return { ...view, middle }
  }

  return { scale: drawn.scale, zoom, showWhole: () => show(WHOLE) }
}
