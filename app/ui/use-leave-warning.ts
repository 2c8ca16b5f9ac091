import { useBeforeUnload, useBlocker } from '@remix-run/react'
import { useCallback, useEffect } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'

/**
 * Asks before written words are lost, whether the page is closed or a link leads away. `wouldLose` is asked at that moment; give
 * the same function at every rendering.
 */
export function useLeaveWarning(wouldLose: () => boolean) {
  const onClose = useCallback(
    (event: BeforeUnloadEvent) => {
      if (wouldLose()) event.preventDefault()
    },
    [wouldLose],
  )
  useBeforeUnload(onClose)
  // Sending the form leads to its own address, which is no leaving.
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && wouldLose(),
  )
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    if (window.confirm(m.ui_leave_unsaved())) blocker.proceed()
    else blocker.reset()
  }, [blocker])
}
