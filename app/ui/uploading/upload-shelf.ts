import type { UploadState } from './upload-state.ts'

/** What the browser could tell of a file. */
export interface Look {
  preview: ImageBitmap | null
  /** In hex; null where it was not reckoned. */
  sha256: string | null
}

export interface Upload {
  key: number
  file: File
  state: UploadState
  /** Null until the browser has looked at it. */
  look: Look | null
}

/** Holds uploads in their order, and tells whoever listens of every change. */
export function createUploadShelf() {
  let uploads: readonly Upload[] = []
  const listeners = new Set<() => void>()

  function find(key: number): Upload | undefined {
    return uploads.find((upload) => upload.key === key)
  }

  function change(key: number, difference: Partial<Upload>): void {
    write(uploads.map((upload) => (upload.key === key ? { ...upload, ...difference } : upload)))
  }

  function put(upload: Upload): void {
    write([...uploads, upload])
  }

  function drop(key: number): void {
    write(uploads.filter((upload) => upload.key !== key))
  }

  function write(next: readonly Upload[]): void {
    uploads = next
    for (const listener of listeners) listener()
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  /** Resolves once it is so, or when the signal ends the waiting. */
  function until(isSo: () => boolean, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!isSo() && !signal?.aborted) return
        listeners.delete(look)
        signal?.removeEventListener('abort', look)
        resolve()
      }
      listeners.add(look)
      signal?.addEventListener('abort', look)
      look()
    })
  }

  return { list: () => uploads, find, change, put, drop, subscribe, until }
}
