import { useBeforeUnload, useBlocker } from '@remix-run/react'
import { useCallback, useEffect } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'

/**
 * Asks before written words are lost, whether the page is closed or a link leads away. `wouldLose` is asked at that moment, with the path
 * that is led to; give the same function at every rendering.
 * @param sentence the question, where something else than words would be lost; a browser that closes the page asks in its own words
 */
export function useLeaveWarning(wouldLose: (to: string | null) => boolean, sentence = m.ui_leave_unsaved) {
  const onClose = useCallback(
    (event: BeforeUnloadEvent) => {
      if (wouldLose(null)) event.preventDefault()
    },
    [wouldLose],
  )
  useBeforeUnload(onClose)
  // Sending the form leads to its own address, which is no leaving.
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname && wouldLose(nextLocation.pathname),
  )
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    if (window.confirm(sentence())) blocker.proceed()
    else blocker.reset()
  }, [blocker, sentence])
}
