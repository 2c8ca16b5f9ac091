import { Link } from '@remix-run/react'
import { type CSSProperties, createContext, type KeyboardEvent, type ReactNode, useContext } from 'react'
import type { PictureView } from '#app/images/picture.ts'
import { Picture } from './picture.tsx'

export type WallSize = 'small' | 'normal' | 'large'

/** Height a row aims at; a row grows until its pictures, at their own proportions, fill the line. */
const ROWS: Record<WallSize, string> = {
  small: '[--row:7rem] sm:[--row:8rem]',
  normal: '[--row:9rem] sm:[--row:11rem] lg:[--row:13.5rem]',
  large: '[--row:13rem] sm:[--row:16rem] lg:[--row:20rem]',
}

/** The same heights for `sizes`. */
const ROW_REMS: Record<WallSize, { narrow: number; sm: number; lg: number }> = {
  small: { narrow: 7, sm: 8, lg: 8 },
  normal: { narrow: 9, sm: 11, lg: 13.5 },
  large: { narrow: 13, sm: 16, lg: 20 },
}
/** How much more a row grows to fill its line; the fewer pictures stand in it, the more. */
const GROWN = { narrow: 1.25, sm: 1.15, lg: 1.1 }
/** The line of a telephone, less a gap: two pictures that do not fit in it stand alone, as wide as it is. */
const TELEPHONE_REMS = 21
/** From here on a picture may stand alone or not, by what hangs beside it: it asks for something between the two. */
const LONE_AT_TIMES = 0.95
const SizeOfWall = createContext<WallSize>('normal')

/**
 * A justified wall: rows read left to right in the order of the document, and nothing moves while pictures load. The last row keeps the
 * height of the others; on a telephone, where many rows are of one picture, it fills its line like them.
 */
export function Wall({ size = 'normal', label, children }: { size?: WallSize; label?: string; children: ReactNode }) {
  return (
    <ul
      aria-label={label}
      onKeyDown={walk}
      className={`flex flex-wrap gap-x-3 gap-y-6 sm:gap-x-5 sm:gap-y-8 sm:after:grow-[1000000] sm:after:content-[''] ${ROWS[size]}`}
    >
      <SizeOfWall.Provider value={size}>{children}</SizeOfWall.Provider>
    </ul>
  )
}

type PieceProps = {
  picture: PictureView
  to: string
  title: ReactNode
  /** The designer, or what stands in their place while the seal holds. */
  by?: ReactNode
  /** One more small line: a place, a date, a state. */
  note?: ReactNode
  /** Something over the picture's corner, such as a Stamp. */
  mark?: ReactNode
  eager?: boolean
}

/** Narrower or wider than these, a picture is cropped on the wall so that its row stays legible. */
const NARROWEST = 0.56
const WIDEST = 2.4

export function WallPiece({ picture, to, title, by, note, mark, eager }: PieceProps) {
  const ratio = Math.min(WIDEST, Math.max(NARROWEST, picture.width / picture.height))
  const style = { '--ratio': ratio } as CSSProperties
  const { narrow, sm, lg } = ROW_REMS[useContext(SizeOfWall)]
  const wide = (rowRems: number, grown: number) => `${(rowRems * ratio * grown).toFixed(1)}rem`
  return (
    <li
      style={style}
      className="group relative grow-[calc(var(--ratio)*1000)] basis-[calc(var(--ratio)*var(--row))] max-sm:max-w-[calc(var(--ratio)*24.5rem)]"
    >
      <Link to={to} prefetch="intent" className="block" data-wall-piece="">
        <span className="block aspect-(--ratio) overflow-hidden">
          <Picture
            picture={picture}
            fill="cover"
            eager={eager}
            sizes={`(min-width: 64rem) ${wide(lg, GROWN.lg)}, (min-width: 40rem) ${wide(sm, GROWN.sm)}, ${onTelephone(ratio, narrow)}`}
            boxRatio={ratio}
          />
        </span>
        <span className="mt-2.5 block font-medium text-sm leading-snug group-hover:text-accent">{title}</span>
      </Link>
      {/* A whole line high, so that a finger finds the name (WCAG 2.5.8). */}
      {by && <p className="text-quiet text-sm leading-6 [&_a]:inline-block">{by}</p>}
      {note && <p className="text-quiet text-xs leading-snug">{note}</p>}
      {mark && <div className="pointer-events-none absolute top-3 right-3">{mark}</div>}
    </li>
  )
}

function onTelephone(ratio: number, rowRems: number): string {
  if (2 * rowRems * ratio > TELEPHONE_REMS) return '90vw'
  return ratio >= LONE_AT_TIMES ? '65vw' : `${(rowRems * ratio * GROWN.narrow).toFixed(1)}rem`
}

/** Left and right walk along the wall; Tab works as everywhere. */
function walk(event: KeyboardEvent<HTMLUListElement>) {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (step === 0) return
  const pieces = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('[data-wall-piece]')]
  const here = pieces.findIndex((piece) => piece.matches(':focus'))
  const next = here === -1 ? undefined : pieces[here + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
