import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { chooseLanguage } from '#app/accounts/choose-language.server.ts'
import { preferenceCookie } from '#app/http/preference-cookie.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { safeRedirect } from '#app/http/safe-redirect.ts'
import { findViewer } from '#app/http/viewer.server.ts'
import { LANGUAGE_COOKIE } from '#app/i18n/locale.server.ts'
import { locales } from '#app/i18n/paraglide/runtime.js'

const Choice = z.object({ language: z.enum(locales), to: z.string().optional() })

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, Choice)
  if (!form.ok) throw new Response(null, { status: 400 })
  const viewer = await findViewer(context, request)
  if (viewer) await chooseLanguage(context.db, { accountId: viewer.id, language: form.value.language })
  const { secure, publicOrigin } = context.config
  return redirect(safeRedirect(form.value.to, publicOrigin), {
    headers: { 'Set-Cookie': preferenceCookie(LANGUAGE_COOKIE, form.value.language, secure) },
  })
}

export function loader() {
  throw new Response(null, { status: 404 })
}

export default function Nothing() {
  return null
}
