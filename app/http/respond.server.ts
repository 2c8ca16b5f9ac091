import { data, redirect } from '@remix-run/node'
import { type Flash, flashCookie } from './flash.server.ts'
import type { FormErrors, Typed } from './read-form.server.ts'
import { inWords, type Refusal, type RefusalDetails } from './refusals.ts'

/** What an action answers when it refuses: the same page shows it, with everything typed kept. */
export interface FormRefusal {
  errors: FormErrors
  typed: Typed
}

/** 422: the fields are wrong in themselves. `seconds`: when it may be sent again, where it is only too early. */
export function formRefused(refusal: FormRefusal, status = 422, seconds?: number) {
  return data(refusal, { status, headers: seconds === undefined ? undefined : { 'Retry-After': String(seconds) } })
}

/**
 * A verb refused: its sentence, with its status, beside `field` or at the head of the form.
 * @param details what the sentence must name, such as a number still missing
 */
export function refuse(refusal: Refusal, { typed = {}, field = '', details = {} }: RefuseOptions = {}) {
  const { status, sentence } = inWords(refusal, details)
  return data<FormRefusal>({ errors: { [field]: [sentence] }, typed }, { status })
}

interface RefuseOptions {
  typed?: Typed
  field?: string
  details?: RefusalDetails
}

/** After a write: 303 to a page that says what was done. `headers` may carry more cookies. */
export async function redirectWithFlash(
  to: string,
  text: string,
  { tone = 'done', headers = new Headers() }: { tone?: Flash['tone']; headers?: Headers } = {},
) {
  headers.append('Set-Cookie', await flashCookie({ tone, text }))
  return redirect(to, { status: 303, headers })
}

/** The 404 page. Also the answer for what exists but is not this person's to know of. */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: 'Not Found' })
}

/** The 403 page with the sentence that says why. */
export function forbidden(refusal: Refusal) {
  const { sentence } = inWords(refusal)
  return data({ sentence }, { status: 403 })
}
