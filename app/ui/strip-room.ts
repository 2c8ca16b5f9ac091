import type { PictureView } from '#app/images/picture.ts'

/** How much room a strip of pictures has, in CSS lengths; `wide` from 64rem on. */
export interface StripRoom {
  /** Sets the height that the strip keeps to, the same as below. */
  className: string
  narrow: { width: string; height: string }
  wide: { width: string; height: string }
}

/** One design, with its words beside it. */
export const BALLOT_ROOM: StripRoom = {
  className:
    '[--booth-picture-height:max(16rem,calc(100dvh-19rem))] max-lg:[--booth-picture-height:max(14rem,calc(100dvh-25rem))]',
  narrow: { width: '100vw', height: 'max(14rem, 100dvh - 25rem)' },
  wide: { width: 'min(70vw, 78rem)', height: 'max(16rem, 100dvh - 19rem)' },
}

/** Two designs, side by side or one above the other. */
export const DUEL_ROOM: StripRoom = {
  className:
    '[--booth-picture-height:max(16rem,calc(100dvh-23rem))] max-lg:[--booth-picture-height:max(10rem,calc(50dvh-11rem))]',
  narrow: { width: '100vw', height: 'max(10rem, 50dvh - 11rem)' },
  wide: { width: 'min(46vw, 48rem)', height: 'max(16rem, 100dvh - 23rem)' },
}

/** For the `sizes` attribute: a picture stands at its own proportions, as wide as the room or as high. */
export function sizesInRoom(room: StripRoom, { width, height }: PictureView): string {
  const within = (side: StripRoom['wide']) =>
    `min(${side.width}, calc(${side.height} * ${(width / height).toFixed(2)}))`
  return `(min-width: 64rem) ${within(room.wide)}, ${within(room.narrow)}`
}
