import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { type PictureView, renditionSize } from '#app/images/picture.ts'

/** Of the picture's own pixels: one pixel of the picture on three of the screen shows how each was set. */
const CLOSEST = 3
const STEP = 1.4
/** How much a wheel's pixel enlarges; a pinch on a trackpad sends many small ones, a notch of a wheel a hundred at once. */
const WHEEL_GRADE = 0.01

interface Props {
  picture: PictureView
  alt: string
  className: string
  children: ReactNode
}

interface Point {
  x: number
  y: number
}

/**
 * The picture's largest rendition as a link; with scripts it opens over the page instead: what is there at once, then all the
 * pixels. Moving about in it is scrolling, so that fingers, wheels and arrow keys do what they always do.
 */
export function Zoom({ picture, alt, className, children }: Props) {
  const name = picture.full ? 'full.webp' : '1920.webp'
  const largest = links.rendition(picture.id, name)
  const size = renditionSize(picture, name)
  const dialog = useRef<HTMLDialogElement>(null)
  const room = useRef<HTMLElement>(null)
  const sheet = useRef<HTMLImageElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [hasFull, setFull] = useState(false)
  /** Screen pixels for one of the picture's; 0 is the whole picture in the room there is. */
  const [scale, setScale] = useState(0)

  useEffect(() => {
    if (!isOpen || hasFull) return
    const image = new Image()
    image.src = largest
    image.decode().then(
      () => setFull(true),
      () => undefined,
    )
  }, [isOpen, hasFull, largest])

  useEffect(() => {
    const box = room.current
    // A pinch on a trackpad arrives as a wheel with Control held, which would make the whole page larger as well.
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const grade = Math.exp(-event.deltaY * WHEEL_GRADE)
      zoom(Math.min(STEP, Math.max(1 / STEP, grade)), { x: event.clientX, y: event.clientY })
    }
    const drag = (event: PointerEvent) => {
      if (event.pointerType === 'mouse' && event.buttons === 1) box?.scrollBy(-event.movementX, -event.movementY)
    }
    box?.addEventListener('wheel', turn, { passive: false })
    box?.addEventListener('pointermove', drag)
    return () => {
      box?.removeEventListener('wheel', turn)
      box?.removeEventListener('pointermove', drag)
    }
  })

  function open(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    // There before the dialog opens, which gives the focus to the first thing in it that takes it.
    flushSync(() => {
      setScale(0)
      setOpen(true)
    })
    dialog.current?.showModal()
  }

  /** What is at the point, the middle if none is given, stays there. */
  function zoom(factor: number, at?: Point) {
    const [box, image] = [room.current, sheet.current]
    if (!box || !image) return
    const before = image.getBoundingClientRect()
    const whole = Math.min(box.clientWidth / size.width, box.clientHeight / size.height)
    const next = Math.min(CLOSEST, (before.width / size.width) * factor)
    flushSync(() => setScale(next <= whole ? 0 : next))
    const after = image.getBoundingClientRect()
    const { x, y } = at ?? { x: box.clientWidth / 2, y: box.clientHeight / 2 }
    box.scrollBy(
      after.left + ((x - before.left) / before.width) * after.width - x,
      after.top + ((y - before.top) / before.height) * after.height - y,
    )
  }

  function press(event: KeyboardEvent) {
    if (event.metaKey || event.ctrlKey || event.altKey) return
    if (event.key === '+' || event.key === '=') zoom(STEP)
    else if (event.key === '-') zoom(1 / STEP)
    else if (event.key === '0') setScale(0)
  }

  const button =
    'flex size-11 items-center justify-center rounded-sm border border-strong bg-paper text-lg hover:border-ink'
  const whole = { width: `min(100dvw, calc(100dvh * ${size.width / size.height}))` }

  return (
    <>
      <a href={largest} onClick={open} className={className}>
        {children}
      </a>
      <dialog
        ref={dialog}
        aria-label={alt}
        onKeyDown={press}
        onClose={() => setOpen(false)}
        className="m-0 h-dvh max-h-none w-dvw max-w-none overflow-hidden bg-paper text-ink"
      >
        {isOpen && (
          <>
            {/* A box that scrolls must be reachable from the keyboard (WCAG 2.1.1). */}
            <section
              ref={room}
              aria-label={alt}
              tabIndex={isOpen ? 0 : undefined}
              className={`flex size-full -outline-offset-2! ${scale === 0 ? 'overflow-hidden' : 'cursor-grab overflow-auto active:cursor-grabbing'}`}
            >
              <img
                ref={sheet}
                src={hasFull ? largest : links.rendition(picture.id, '1920.webp')}
                alt=""
                draggable={false}
                className="m-auto max-w-none flex-none"
                style={{
                  background: picture.shownOn ?? undefined,
                  aspectRatio: size.width / size.height,
                  ...(scale === 0 ? whole : { width: size.width * scale }),
                }}
              />
            </section>
            <div className="absolute top-3 right-3 flex gap-2">
              <button type="button" className={button} aria-label={m.ui_zoom_out()} onClick={() => zoom(1 / STEP)}>
                −
              </button>
              <button type="button" className={button} aria-label={m.ui_zoom_in()} onClick={() => zoom(STEP)}>
                +
              </button>
              <button type="button" className={`${button} w-auto! px-3`} onClick={() => dialog.current?.close()}>
                {m.ui_zoom_close()}
              </button>
            </div>
          </>
        )}
      </dialog>
    </>
  )
}
