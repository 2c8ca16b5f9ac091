import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { exportAccount } from '#app/accounts/export-account.server.ts'
import { overLimit } from '#app/http/limit.server.ts'
import { links } from '#app/http/links.ts'
import { redirectWithFlash } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'

export function loader() {
  return redirect(links.accountData())
}

/** By POST, because it is recorded, and so that no other site can make a browser fetch it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const over = await overLimit(context, [['exportPerPerson', viewer.id]])
  if (over) return redirectWithFlash(links.accountData(), m.accounts_export_too_often(), { tone: 'danger' })
  const everything = await exportAccount(context.db, { accountId: viewer.id }, context.clock())
  const day = context.clock().toISOString().slice(0, 10)
  return new Response(JSON.stringify(everything, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="placet-${viewer.handle}-${day}.json"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
