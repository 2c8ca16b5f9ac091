import { once } from 'node:events'
import { request } from 'node:http'
import type { ScratchDesigner } from '../../hostile/scratch-contest.ts'

const BOUNDARY = 'placet-bench'

/** Sends one picture as the page's form does, and answers how long after its last byte the pictures of all pages were ready. */
export async function sendPicture(
  origin: string,
  { cookie, entryId }: ScratchDesigner,
  photo: Buffer,
): Promise<number> {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="pictures"; filename="photo.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), photo, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)])
  const sending = request(`${origin}/entries/${entryId}/edit/pictures`, {
    method: 'POST',
    headers: {
      Cookie: cookie,
      Origin: origin,
      'Content-Type': `multipart/form-data; boundary=${BOUNDARY}`,
      'Content-Length': body.length,
    },
  })
  let sentAt = performance.now()
  sending.once('finish', () => {
    sentAt = performance.now()
  })
  sending.end(body)
  const [answer] = await once(sending, 'response')
  const readyAt = performance.now()
  answer.resume()
  // A refusal is a page; only what was taken and hung sends the designer on.
  if (answer.statusCode !== 302 && answer.statusCode !== 303)
    throw new Error(`The picture was answered ${answer.statusCode}`)
  return readyAt - sentAt
}
