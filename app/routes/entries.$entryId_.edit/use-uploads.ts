import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { EntryEdit } from '#app/entries/entry-edits.server.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { keepQueues } from '#app/ui/uploading/upload-queues.ts'
import type { Upload } from '#app/ui/uploading/upload-shelf.ts'
import { hasEnded } from '#app/ui/uploading/upload-state.ts'
import { newsInWords, type UploadWords } from '#app/ui/uploading/upload-words.ts'
import { createPictureQueue } from './picture-queue.ts'

const NONE: readonly Upload[] = []
const QUEUES = keepQueues(createPictureQueue)

export const PICTURE_WORDS: UploadWords = {
  list: m.entries_upload_list,
  arrived: m.entries_upload_arrived,
  taken: m.entries_upload_taken,
}

/** The pictures that are on their way into this entry. `onTaken` is told of each that has arrived, and reads the page again. */
export function useUploads({ id, artworks, contest }: EntryEdit, onTaken: () => void) {
  const [news, setNews] = useState('')
  const taken = useRef(onTaken)
  taken.current = onTaken
  const least = { width: contest.minimumWidthPx, height: contest.minimumHeightPx }
  const [queue] = useState(() => QUEUES.find(id, { to: links.entryUploads(id), least }))
  const uploads = useSyncExternalStore(queue.subscribe, queue.list, () => NONE)

  useEffect(() => {
    const release = QUEUES.hold(id)
    const deafen = queue.hear((upload) => {
      setNews(newsInWords(upload, PICTURE_WORDS))
      if (upload.state.is === 'taken') taken.current()
    })
    window.addEventListener('online', queue.wake)
    // Back from the tab in which one has signed in again.
    window.addEventListener('focus', queue.wake)
    return () => {
      window.removeEventListener('online', queue.wake)
      window.removeEventListener('focus', queue.wake)
      deafen()
      release()
    }
  }, [id, queue])

  const most = contest.maximumPictures
  useEffect(() => queue.follow({ sha256s: artworks.map(({ sha256 }) => sha256), most }), [queue, artworks, most])

  // What has arrived stays in the list until the page shows it as a picture.
  useEffect(() => {
    for (const { key, state } of uploads) {
      if (state.is !== 'taken') continue
      if (state.made === null || artworks.some(({ id }) => id === state.made)) queue.dismiss(key)
    }
  }, [queue, uploads, artworks])

  const isBusy = useCallback(() => queue.list().some(isUnderWay), [queue])
  const { add, stop, again, dismiss, settled } = queue
  return { uploads, news, busy: uploads.some(isUnderWay), isBusy, add, stop, again, dismiss, settled }
}

export type Uploads = ReturnType<typeof useUploads>

function isUnderWay({ state }: Upload): boolean {
  return !hasEnded(state)
}
