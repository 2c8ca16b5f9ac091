import { type RefObject, useEffect, useRef } from 'react'
import type { Point } from './zoom-view.ts'

/** How much a wheel's pixel enlarges: a notch sends a hundred at once, a pinch on a trackpad many small ones. */
const WHEEL_GRADE = 0.0025
const PINCH_GRADE = 0.01
const WHEEL_STEP_MOST = 1.4

/** Wheels, two fingers and a drag of the mouse; one finger scrolls as it always does. */
export function useZoomGestures(
  room: RefObject<HTMLElement>,
  isOpen: boolean,
  zoom: (factor: number, at: Point, to?: Point) => void,
): void {
  const pinch = useRef<{ at: Point; apart: number } | null>(null)
  // Not passive, or the browser enlarges the whole page as well; React's own listeners are.
  useEffect(() => {
    const box = room.current
    if (!box || !isOpen) return

    function turn(event: WheelEvent) {
      // Across is a trackpad or a wheel with Shift: that moves.
      if (Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey) return
      event.preventDefault()
      // A pinch on a trackpad arrives as a wheel with Control held.
      const grade = Math.exp(-event.deltaY * (event.ctrlKey ? PINCH_GRADE : WHEEL_GRADE))
      const factor = Math.min(WHEEL_STEP_MOST, Math.max(1 / WHEEL_STEP_MOST, grade))
      zoom(factor, { x: event.clientX, y: event.clientY })
    }

    function touch(event: TouchEvent) {
      const [one, other] = [event.touches[0], event.touches[1]]
      if (!one || !other) {
        pinch.current = null
        return
      }
      if (event.cancelable) event.preventDefault()
      const at = { x: (one.clientX + other.clientX) / 2, y: (one.clientY + other.clientY) / 2 }
      const apart = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY)
      const last = pinch.current
      if (last && last.apart > 0) zoom(apart / last.apart, last.at, at)
      pinch.current = { at, apart }
    }

    function drag(event: PointerEvent) {
      if (event.pointerType === 'mouse' && event.buttons === 1) box?.scrollBy(-event.movementX, -event.movementY)
    }

    box.addEventListener('wheel', turn, { passive: false })
    box.addEventListener('pointermove', drag)
    const touches = ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const
    for (const name of touches) box.addEventListener(name, touch, { passive: false })
    return () => {
      box.removeEventListener('wheel', turn)
      box.removeEventListener('pointermove', drag)
      for (const name of touches) box.removeEventListener(name, touch)
    }
  })
}
