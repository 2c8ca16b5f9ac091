import { createCookie } from '@remix-run/node'
import { z } from 'zod'

/** One sentence carried over a redirect and shown once. */
const flashSchema = z.strictObject({ tone: z.enum(['done', 'info', 'danger']), text: z.string().max(500) })
export type Flash = z.infer<typeof flashSchema>

const FLASH_SECONDS = 60

const cookie = createCookie('placet_flash', { path: '/', httpOnly: true, sameSite: 'lax', maxAge: FLASH_SECONDS })

export function flashCookie(flash: Flash): Promise<string> {
  return cookie.serialize(flash)
}

/** The sentence to show, with the header that takes it away so that it shows once; null when there is none. */
export async function takeFlash(request: Request): Promise<{ flash: Flash; clear: string } | null> {
  const reading = flashSchema.safeParse(await cookie.parse(request.headers.get('Cookie')))
  if (!reading.success) return null
  return { flash: reading.data, clear: await cookie.serialize('', { maxAge: 0 }) }
}
