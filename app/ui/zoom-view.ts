/** Where somebody stands in a picture that is larger than its room. Pure arithmetic: what scrolls and draws is elsewhere. */

/** Screen pixels for one of the picture's: three show how each was set. */
const CLOSEST = 3
const ROUNDING = 1.0001

export interface Point {
  x: number
  y: number
}

export interface Extent {
  width: number
  height: number
}

/**
 * `middle` is what lies in the middle of the room, as fractions of the picture: offsets of scrolling are whole pixels that end at
 * an edge, and reading the place back from them loses it a little with every step.
 */
export interface ZoomView {
  /** Screen pixels for one of the picture's; 0 is the whole picture in the room there is. */
  scale: number
  middle: Point
}

export const WHOLE: ZoomView = { scale: 0, middle: { x: 0.5, y: 0.5 } }

/**
 * The view `factor` times as close. What is at one point of the room comes to the other, as between two fingers; both are measured
 * from the middle of the room, where the picture stays when none is given.
 */
export function closer(
  view: ZoomView,
  factor: number,
  room: Extent,
  picture: Extent,
  at?: Point,
  to: Point | undefined = at,
): ZoomView {
  const whole = Math.min(room.width / picture.width, room.height / picture.height)
  const before = view.scale === 0 ? whole : view.scale
  const scale = Math.min(Math.max(CLOSEST, whole), before * factor)
  if (scale <= whole * ROUNDING) return WHOLE
  if (!at || !to) return { scale, middle: view.middle }
  const seen = shownMiddle(view, room, picture)
  const middle = {
    x: seen.x + (at.x / before - to.x / scale) / picture.width,
    y: seen.y + (at.y / before - to.y / scale) / picture.height,
  }
  return { scale, middle: shownMiddle({ scale, middle }, room, picture) }
}

/** What really lies in the middle: nobody can look beyond the edges. */
export function shownMiddle({ scale, middle }: ZoomView, room: Extent, picture: Extent): Point {
  const within = (wanted: number, roomSide: number, side: number) => {
    const half = roomSide / 2 / (side * scale)
    return half >= 0.5 ? 0.5 : Math.min(1 - half, Math.max(half, wanted))
  }
  if (scale === 0) return WHOLE.middle
  return { x: within(middle.x, room.width, picture.width), y: within(middle.y, room.height, picture.height) }
}
