import { links } from '#app/http/links.ts'

/** What the server said to one request of an upload. */
export interface Reply {
  status: number
  /** How many bytes have arrived. */
  offset: number | null
  /** The upload's own address. */
  location: string | null
  /** Why not. */
  sentence: string | null
  /** What has become of the file, as the page knows it. */
  made: string | null
  /** After how long it may be asked again. */
  seconds: number | null
  /** The session has ended meanwhile. */
  signedOut: boolean
}

export interface UploadRequest {
  method: 'POST' | 'HEAD' | 'PATCH' | 'DELETE'
  address: string
  headers?: Record<string, string>
  body?: Blob
  onSent?: (bytes: number) => void
  /** How long it may be that no byte goes either way. */
  silenceMs?: number
  signal: AbortSignal
}

/** No byte either way for this long means that nobody is there any more; looking at the largest picture takes far less. */
const SILENCE_MS = 60_000

/** XMLHttpRequest, because `fetch` does not tell how much has been sent. Null when no answer came. */
export function askServer({
  method,
  address,
  headers = {},
  body,
  onSent,
  silenceMs = SILENCE_MS,
  signal,
}: UploadRequest): Promise<Reply | null> {
  if (signal.aborted) return Promise.resolve(null)
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const giveUp = () => request.abort()
    let silence = setTimeout(giveUp, silenceMs)
    const end = (reply: Reply | null) => {
      clearTimeout(silence)
      signal.removeEventListener('abort', giveUp)
      resolve(reply)
    }
    request.open(method, address)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded }) => {
      clearTimeout(silence)
      silence = setTimeout(giveUp, silenceMs)
      onSent?.(loaded)
    }
    request.onload = () => end(readReply(request))
    request.onerror = () => end(null)
    request.onabort = () => end(null)
    signal.addEventListener('abort', giveUp)
    request.send(body)
  })
}

function readReply(request: XMLHttpRequest): Reply {
  const said = readJson(request.responseText)
  return {
    status: request.status,
    offset: wholeNumber(request.getResponseHeader('Upload-Offset')),
    location: request.getResponseHeader('Location'),
    sentence: textOf(said.sentence),
    made: textOf(said.made),
    seconds: wholeNumber(request.getResponseHeader('Retry-After')),
    // The request followed the way to the sign-in page, as every page's does.
    signedOut: new URL(request.responseURL, document.baseURI).pathname === links.signIn(),
  }
}

function readJson(text: string): { sentence?: unknown; made?: unknown } {
  try {
    const said: unknown = JSON.parse(text)
    return typeof said === 'object' && said !== null ? said : {}
  } catch {
    return {}
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d+$/.test(text) ? Number(text) : null
}
