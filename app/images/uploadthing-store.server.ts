import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { UTApi, UTFile } from 'uploadthing/server'
import type { ByteRange, ListedFile, PictureStore, StoredFile, UnfinishedFile } from './picture-store.server.ts'
import { putMsMost } from './put-time.ts'
import { keyOf, namesOf, type ServiceFile, served } from './uploadthing-names.server.ts'

export interface UploadThingSettings {
  /** From the UploadThing dashboard: the API key, the app's id and its region, in base64. */
  token: string
  /** Elsewhere than at UploadThing itself: a stand-in, or a proxy. */
  apiUrl?: string
  ingestUrl?: string
  ufsHost?: string
  ufsAppIdLocation?: 'subdomain' | 'path'
}

/** One file as UploadThing names it: the name is its customId. */
interface NamedFile {
  name: string
  bytes: number
}

const ADDRESS_SECONDS = 300
const ANSWER_MS_MOST = 30_000
/** The most that the service gives at once. */
const LISTED_AT_ONCE = 500

/**
 * Private files in one UploadThing app, which no other site shares. A file is found again by its customId, which is made from
 * the key, so that nothing has to be remembered here. The service's own SDK signs and sends; browsers never upload.
 */
export function openUploadThingStore(settings: UploadThingSettings): PictureStore {
  // What the SDK would log of a failure holds signed addresses; every failure is thrown instead.
  const api = new UTApi({ ...settings, defaultKeyType: 'customId', logLevel: 'None' })

  /**
   * A customId stays taken while its file is there and for a while after it was deleted (uploadthing issue 948). So what
   * replaces a file gets the key's next free name, and only then is the old one deleted: a reader meets one of them whole.
   */
  async function put(key: string, content: Uint8Array | { path: string }): Promise<void> {
    const names = namesOf(key)
    const source = 'path' in content ? await openAsBlob(content.path) : content
    const signal = AbortSignal.timeout(putMsMost('size' in source ? source.size : source.byteLength))
    const upload = (name: string) => uploadAs(name, key, source, signal)
    const [first = ''] = names
    let failure = await upload(first)
    if (failure === null) return
    const replaced = await findNamed(names)
    for (const name of names.filter((name) => !replaced.some((file) => file.name === name))) {
      failure = await upload(name)
      // Refused, and yet there: another put of this key was faster, and stands as if it had come after ours.
      if (failure !== null && (await ask(name)) === null) continue
      if (replaced.length > 0) await deleteNamed(replaced.map((file) => file.name))
      return
    }
    throw new Error(`UploadThing did not keep ${key}: ${failure}`)
  }

  /** Answers why it was refused, or null. */
  async function uploadAs(name: string, key: string, source: Blob | Uint8Array, signal: AbortSignal) {
    const file = new UTFile([source as BlobPart], basename(key), { customId: name })
    const { error } = await api.uploadFiles(file, {
      acl: 'private',
      contentDisposition: key.startsWith('renditions/') ? 'inline' : 'attachment',
      signal,
    })
    return error ? `${error.code} ${error.message}` : null
  }

  async function open(key: string): Promise<StoredFile | null> {
    const found = await find(key)
    if (found === null) return null
    return { bytes: found.bytes, stream: (range) => lateStream(() => read(found, range)) }
  }

  async function remove(key: string): Promise<void> {
    await deleteNamed(namesOf(key))
  }

  async function address(key: string): Promise<string | null> {
    const found = await find(key)
    return found && sign(found.name)
  }

  async function* list(prefix: string): AsyncGenerator<ListedFile> {
    for (const { key, bytes, writtenAt } of served(await readListing()).values()) {
      if (key.startsWith(prefix)) yield { key, bytes, writtenAt }
    }
  }

  async function* listUnfinished(before: Date): AsyncGenerator<UnfinishedFile> {
    const listing = await readListing()
    const whole = new Set(served(listing).values())
    for (const file of listing) {
      if (whole.has(file) || file.writtenAt >= before) continue
      // By the service's own key: a name may have been given twice.
      const remove = async () => void (await api.deleteFiles(file.fileKey, { keyType: 'fileKey' }))
      yield { name: `${file.name} (${file.fileKey})`, remove }
    }
  }

  /** Under which name a key is: almost always the first, so the others are asked for only when that one is missing. */
  async function find(key: string): Promise<NamedFile | null> {
    const [first = '', ...others] = namesOf(key)
    return (await ask(first)) ?? (await findNamed(others))[0] ?? null
  }

  async function findNamed(names: readonly string[]): Promise<NamedFile[]> {
    const found = await Promise.all(names.map(ask))
    return found.filter((file) => file !== null)
  }

  async function ask(name: string): Promise<NamedFile | null> {
    // One byte instead of HEAD: every server and every cache on the way answers it alike.
    const answer = await fetch(await sign(name), {
      headers: { ...AS_IT_IS, Range: 'bytes=0-0' },
      signal: AbortSignal.timeout(ANSWER_MS_MOST),
    })
    await answer.body?.cancel()
    if (answer.status === 404) return null
    const range = answer.headers.get('Content-Range')
    const bytes = Number(range ? range.split('/')[1] : answer.headers.get('Content-Length'))
    if ((answer.ok || answer.status === 416) && Number.isSafeInteger(bytes)) return { name, bytes }
    throw new Error(`UploadThing answered ${answer.status} for ${name}`)
  }

  async function read({ name, bytes }: NamedFile, range?: ByteRange): Promise<ReadableStream<Uint8Array>> {
    const part = range && `bytes ${range.start}-${range.end}/${bytes}`
    const asked = range && { Range: `bytes=${range.start}-${range.end}` }
    const answer = await fetch(await sign(name), { headers: { ...AS_IT_IS, ...asked } })
    // A whole file where a part was asked for would be cut at the wrong end.
    const isRight = part ? answer.status === 206 && answer.headers.get('Content-Range') === part : answer.ok
    if (!isRight || !answer.body) throw new Error(`UploadThing answered ${answer.status} for ${name}`)
    return answer.body
  }

  async function sign(name: string): Promise<string> {
    return (await api.generateSignedURL(name, { expiresIn: ADDRESS_SECONDS })).ufsUrl
  }

  async function deleteNamed(names: string[]): Promise<void> {
    const { success } = await api.deleteFiles(names)
    if (!success) throw new Error(`UploadThing did not delete ${names[0]}`)
  }

  async function readListing(): Promise<ServiceFile[]> {
    const files: ServiceFile[] = []
    for (let offset = 0, hasMore = true; hasMore; offset += LISTED_AT_ONCE) {
      const page = await api.listFiles({ limit: LISTED_AT_ONCE, offset })
      for (const { customId, key: fileKey, size, status, uploadedAt } of page.files) {
        const named = keyOf(customId ?? '')
        if (!named || !customId || status === 'Deletion Pending') continue
        const facts = { name: customId, fileKey, bytes: size, writtenAt: new Date(uploadedAt) }
        files.push({ ...named, ...facts, whole: status === 'Uploaded' })
      }
      hasMore = page.hasMore
    }
    return files
  }

  return { put, open, remove, address, list, listUnfinished }
}

// The SDK reads two fields of its own answer of which it then warns the console, ten lines a picture.
const warn = console.warn
console.warn = (...words: unknown[]) => {
  if (!String(words[0]).includes('[uploadthing][deprecated]')) warn(...words)
}

/** Compressed on the way, a file would be announced with another length than its own. */
const AS_IT_IS = { 'Accept-Encoding': 'identity' }

function lateStream(begin: () => Promise<ReadableStream<Uint8Array>>): ReadableStream<Uint8Array> {
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined
  return new ReadableStream({
    async pull(controller) {
      reader ??= (await begin()).getReader()
      const { done, value } = await reader.read()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: (reason) => reader?.cancel(reason),
  })
}
