import { useNavigate } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { keepQueues } from '#app/ui/uploading/upload-queues.ts'
import type { Upload } from '#app/ui/uploading/upload-shelf.ts'
import { hasEnded } from '#app/ui/uploading/upload-state.ts'
import { newsInWords, type UploadWords } from '#app/ui/uploading/upload-words.ts'
import { useLeaveWarning } from '#app/ui/use-leave-warning.ts'
import { createFileQueue } from './file-queue.ts'

const NONE: readonly Upload[] = []
const QUEUES = keepQueues(createFileQueue)

export const FILE_WORDS: UploadWords = {
  list: m.production_file_list,
  arrived: m.production_file_arrived,
  taken: m.production_file_taken,
}

/** The production file on its way to a run; once it is handed in, the run's page. */
export function useFileUpload(runId: string) {
  const [queue] = useState(() => QUEUES.find(runId, { to: links.productionUploads(runId) }))
  const uploads = useSyncExternalStore(queue.subscribe, queue.list, () => NONE)
  const [news, setNews] = useState('')
  const [isHandedIn, setHandedIn] = useState(false)
  const navigate = useNavigate()
  const arrive = useRef(navigate)
  arrive.current = navigate

  useEffect(() => {
    const release = QUEUES.hold(runId)
    const deafen = queue.hear((upload) => {
      setNews(newsInWords(upload, FILE_WORDS))
      if (upload.state.is === 'taken') arrive.current(links.run(runId))
      else if (hasEnded(upload.state)) keepBack()
    })
    function keepBack() {
      queue.keepBack()
      setHandedIn(false)
    }
    window.addEventListener('online', queue.wake)
    // Back from the tab in which one has signed in again.
    window.addEventListener('focus', queue.wake)
    return () => {
      window.removeEventListener('online', queue.wake)
      window.removeEventListener('focus', queue.wake)
      deafen()
      release()
    }
  }, [runId, queue])

  const wouldLose = useCallback(() => queue.list().some(({ state }) => !hasEnded(state)), [queue])
  useLeaveWarning(wouldLose, m.production_file_leave)

  const handIn = useCallback(
    (note: string) => {
      setHandedIn(true)
      queue.handIn(note)
    },
    [queue],
  )
  const { add, stop, again, dismiss } = queue
  /** Something that can be handed in. */
  const isThere = uploads.some(({ state }) => state.is !== 'stopped' && (state.is !== 'refused' || state.again))
  return { uploads, news, isThere, isHandedIn, handIn, add, stop, again, dismiss }
}
