import { type RefObject, useEffect, useRef, useState } from 'react'

/** Where files are being dragged: nowhere, over the page, or over the place that takes them. */
export type DragPlace = 'none' | 'page' | 'target'

/**
 * Files dropped on the target are taken. Dropped anywhere else they do nothing at all, where a browser would leave the page and open them.
 */
export function useFileDrop(target: RefObject<HTMLElement>, onFiles: (files: readonly File[]) => void): DragPlace {
  const [place, setPlace] = useState<DragPlace>('none')
  const take = useRef(onFiles)
  take.current = onFiles

  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    // A picture of the page itself that is dragged looks like a file too.
    let ours = false
    const carriesFiles = ({ dataTransfer }: DragEvent) => !ours && (dataTransfer?.types.includes('Files') ?? false)
    const isInside = ({ target: over }: DragEvent) => over instanceof Node && (target.current?.contains(over) ?? false)

    function over(event: DragEvent) {
      if (!carriesFiles(event)) return
      event.preventDefault()
      const inside = isInside(event)
      if (event.dataTransfer) event.dataTransfer.dropEffect = inside ? 'copy' : 'none'
      setPlace(inside ? 'target' : 'page')
    }
    function leave(event: DragEvent) {
      if (event.relatedTarget === null) setPlace('none')
    }
    function drop(event: DragEvent) {
      setPlace('none')
      if (!carriesFiles(event)) return
      event.preventDefault()
      if (isInside(event)) take.current([...(event.dataTransfer?.files ?? [])])
    }
    document.addEventListener('dragenter', over, { signal })
    document.addEventListener('dragover', over, { signal })
    document.addEventListener('dragleave', leave, { signal })
    document.addEventListener('drop', drop, { signal })
    document.addEventListener(
      'dragstart',
      () => {
        ours = true
      },
      { signal },
    )
    document.addEventListener(
      'dragend',
      () => {
        ours = false
      },
      { signal },
    )
    return () => listening.abort()
  }, [target])

  return place
}
