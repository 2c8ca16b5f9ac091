import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

/** Below this the saving is smaller than one packet. */
const SMALLEST_WORTHWHILE_BYTES = 1024
/** On 22 kB of words: 0.35 ms at quality 3, 1.0 ms at 4 for 2 % less, 0.65 ms for gzip. */
const BROTLI_QUALITY = 3
/** 256 kB, more than a page holds; the default of 4 MB is set aside anew for every answer. */
const BROTLI_WINDOW_BITS = 18
/** Pages and their .data are whole strings by now; downloads may be long streams and pass through. */
const PAGE_TYPE = /^text\/(html|x-script)\b/

export type Encoding = 'br' | 'gzip'

export function bestEncoding(acceptEncoding: string | null): Encoding | undefined {
  const accepted = (acceptEncoding ?? '').split(',').map((part) => part.trim().split(';'))
  const accepts = (encoding: string) =>
    accepted.some(([name, weight]) => name === encoding && !/^\s*q=0(\.0*)?$/.test(weight ?? ''))
  if (accepts('br')) return 'br'
  return accepts('gzip') ? 'gzip' : undefined
}

/** The response, compressed when it is a page of ours and the browser takes it. */
export async function compressPage(response: Response, acceptEncoding: string | null): Promise<Response> {
  if (!response.body || !PAGE_TYPE.test(response.headers.get('Content-Type') ?? '')) return response
  const headers = new Headers(response.headers)
  headers.append('Vary', 'Accept-Encoding')
  const page = Buffer.from(await response.arrayBuffer())
  const encoding = page.byteLength < SMALLEST_WORTHWHILE_BYTES ? undefined : bestEncoding(acceptEncoding)
  if (encoding) headers.set('Content-Encoding', encoding)
  const body = encoding === 'br' ? await brotliPage(page) : encoding === 'gzip' ? await deflate(page) : page
  headers.set('Content-Length', String(body.byteLength))
  return new Response(new Uint8Array(body), { status: response.status, statusText: response.statusText, headers })
}

function brotliPage(page: Buffer): Promise<Buffer> {
  return brotli(page, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: BROTLI_WINDOW_BITS,
    },
  })
}
