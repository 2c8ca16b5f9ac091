import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { type PictureView, renditionSize } from '#app/images/picture.ts'
import { useZoom } from './use-zoom.ts'
import { useZoomGestures } from './use-zoom-gestures.ts'

const STEP = 1.4
const DOUBLE_CLICK_STEP = 3

interface Props {
  picture: PictureView
  alt: string
  className: string
  children: ReactNode
}

/**
 * The picture's largest rendition as a link; with scripts it opens over the page instead: what is there at once, then all the
 * pixels. Moving about in it is scrolling, so that fingers and arrow keys do what they always do.
 */
export function Zoom({ picture, alt, className, children }: Props) {
  const name = picture.full ? 'full.webp' : '1920.webp'
  const largest = links.rendition(picture.id, name)
  const size = renditionSize(picture, name)
  const dialog = useRef<HTMLDialogElement>(null)
  const room = useRef<HTMLElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [hasFull, setFull] = useState(false)
  const { scale, zoom, showWhole } = useZoom(room, size)
  useZoomGestures(room, isOpen, zoom)

  useEffect(() => {
    if (!isOpen || hasFull) return
    const image = new Image()
    image.src = largest
    image.decode().then(
      () => setFull(true),
      () => undefined,
    )
  }, [isOpen, hasFull, largest])

  function open(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    // There before the dialog opens, which gives the focus to the first thing in it that takes it.
    flushSync(() => {
      showWhole()
      setOpen(true)
    })
    dialog.current?.showModal()
  }

  function press(event: KeyboardEvent) {
    if (event.metaKey || event.ctrlKey || event.altKey) return
    if (event.key === '+' || event.key === '=') zoom(STEP)
    else if (event.key === '-') zoom(1 / STEP)
    else if (event.key === '0') showWhole()
  }

  function lookThere({ clientX: x, clientY: y }: MouseEvent) {
    if (scale === 0) zoom(DOUBLE_CLICK_STEP, { x, y })
    else showWhole()
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
              onDoubleClick={lookThere}
              className={`flex size-full touch-pan-x touch-pan-y [overflow-anchor:none] [scrollbar-width:none] -outline-offset-2! ${scale === 0 ? 'overflow-hidden' : 'cursor-grab overflow-auto active:cursor-grabbing'}`}
            >
              <img
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
