import { useEffect, useRef } from 'react'

/** Pictures pasted anywhere on the page. What has text in it goes where it was going, even if a picture of the text comes along. */
export function useFilePaste(onFiles: (files: readonly File[]) => void): void {
  const take = useRef(onFiles)
  take.current = onFiles
  useEffect(() => {
    function paste(event: ClipboardEvent) {
      const files = [...(event.clipboardData?.files ?? [])]
      const writes = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      if (files.length === 0 || (writes && event.clipboardData?.types.includes('text/plain'))) return
      event.preventDefault()
      take.current(files)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [])
}
