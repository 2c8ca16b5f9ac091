import { useEffect, useRef } from 'react'

/** When what is on the table changes, readers and the view begin at its heading; on arrival nothing is moved. */
export function useFocusOnNext(what: string, goTo: () => void = toTheTop): void {
  const before = useRef(what)
  useEffect(() => {
    if (before.current === what) return
    before.current = what
    document.getElementById('booth-heading')?.focus({ preventScroll: true })
    goTo()
  }, [what, goTo])
}

function toTheTop(): void {
  window.scrollTo({ top: 0 })
}
