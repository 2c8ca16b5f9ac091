import { useRef, useState } from 'react'

export interface Upload {
  key: number
  name: string
  /** From 0 to 1; at 1 the server is looking at the picture. */
  share: number
  /** Why it was refused; null while it is under way. */
  refusal: string | null
}

interface Wanted {
  to: string
  /** What to say when no answer comes. */
  unreachable: string
  onTaken: () => void
}

/** Sends chosen pictures one after the other, in their order, and tells how far each is. What is taken leaves the list. */
export function useUploads({ to, unreachable, onTaken }: Wanted) {
  const [uploads, setUploads] = useState<Upload[]>([])
  const queue = useRef<Promise<void>>(Promise.resolve())
  const count = useRef(0)

  function change(key: number, difference: Partial<Upload>) {
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...difference } : upload)))
  }

  function drop(key: number) {
    setUploads((all) => all.filter((upload) => upload.key !== key))
  }

  function add(files: Iterable<File>) {
    for (const file of files) {
      count.current += 1
      const key = count.current
      setUploads((all) => [...all, { key, name: file.name, share: 0, refusal: null }])
      queue.current = queue.current.then(async () => {
        const refusal = await sendPicture({ to, file, unreachable, onShare: (share) => change(key, { share }) })
        if (refusal) return change(key, { refusal })
        drop(key)
        onTaken()
      })
    }
  }

  const busy = uploads.some(({ refusal }) => refusal === null)
  return { uploads, busy, add, drop }
}

interface Sending {
  to: string
  file: File
  unreachable: string
  onShare: (share: number) => void
}

/** XMLHttpRequest, because `fetch` does not tell how much has been sent. Answers the refusal's sentence, or null. */
function sendPicture({ to, file, unreachable, onShare }: Sending): Promise<string | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', to)
    request.responseType = 'json'
    request.upload.onprogress = (event) => onShare(event.lengthComputable ? event.loaded / event.total : 0)
    request.onload = () => resolve(request.status === 201 ? null : (request.response?.sentence ?? unreachable))
    request.onerror = () => resolve(unreachable)
    const form = new FormData()
    form.append('pictures', file)
    request.send(form)
  })
}
