import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { preferenceCookie } from '#app/http/preference-cookie.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { safeRedirect } from '#app/http/safe-redirect.ts'
import { THEME_COOKIE, THEMES } from '#app/ui/theme.ts'

const Choice = z.object({ theme: z.enum(THEMES), to: z.string().optional() })

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, Choice)
  if (!form.ok) throw new Response(null, { status: 400 })
  const { secure, publicOrigin } = context.config
  return redirect(safeRedirect(form.value.to, publicOrigin), {
    headers: { 'Set-Cookie': preferenceCookie(THEME_COOKIE, form.value.theme, secure) },
  })
}

export function loader() {
  throw new Response(null, { status: 404 })
}

export default function Nothing() {
  return null
}
