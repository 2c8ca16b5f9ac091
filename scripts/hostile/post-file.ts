import type { Config } from '#app/config.server.ts'
import { links } from '#app/http/links.ts'
import type { ScratchDesigner } from './scratch-contest.ts'

export interface PostAnswer {
  status: number
  /** Why not, in words; null when the answer has none. */
  sentence: string | null
  ms: number
}

/** What a file says it is counts for nothing, so it says all sorts of things. */
const CLAIMS: readonly (readonly [name: string, type: string])[] = [
  ['design.jpg', 'image/jpeg'],
  ['design.png', 'image/png'],
  ['design.webp', 'image/webp'],
  ['design.avif', 'image/avif'],
  ['design.svg', 'image/svg+xml'],
  ['design.html', 'text/html'],
  ['design.php.jpg', 'application/x-php'],
  ['../../../etc/passwd', 'application/octet-stream'],
  ['<img src=x onerror=alert(1)>.png', 'image/png; charset=<script>'],
  ['design.jpg;.exe', ''],
  ['\u202egpj.exe', 'image/heic'],
  [`${'a'.repeat(5000)}.png`, 'multipart/form-data'],
]

/** As the page's own script sends a picture: one file in a multipart form, to the designer's entry. */
export async function postFile(
  { publicOrigin }: Config,
  designer: ScratchDesigner,
  { bytes, turn }: { bytes: Buffer; turn: number },
): Promise<PostAnswer> {
  const [name, type] = CLAIMS[turn % CLAIMS.length] ?? ['', '']
  const form = new FormData()
  form.append('pictures', new File([new Uint8Array(bytes)], name, { type }))
  const startedAt = performance.now()
  const answer = await fetch(`${publicOrigin}${links.entryPictures(designer.entryId)}`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { Cookie: designer.cookie, Origin: publicOrigin, Accept: 'application/json' },
  })
  const words = await answer.text()
  return { status: answer.status, sentence: sentenceIn(words), ms: performance.now() - startedAt }
}

/** Of the app's answer in JSON, or of the page that the edge shows when nothing reaches the app. */
function sentenceIn(words: string): string | null {
  try {
    return JSON.parse(words).sentence || null
  } catch {
    return /<p>([^<]+)<\/p>/.exec(words)?.[1] ?? null
  }
}
