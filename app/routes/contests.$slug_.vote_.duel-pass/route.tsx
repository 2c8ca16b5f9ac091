import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireViewer } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { duelPassFormSchema } from '#app/voting/duel.ts'
import { passDuel } from '#app/voting/pass-duel.server.ts'
import { Booth } from '../contests.$slug_.vote/booth.tsx'
import { BoothFailed } from '../contests.$slug_.vote/booth-failed.tsx'
import { actInBooth, loadBooth } from '../contests.$slug_.vote/booth-view.server.ts'

export const handle = { surround: 'lamp', shell: 'bare' } satisfies PageHandle

export function loader(args: LoaderFunctionArgs) {
  return loadBooth(args)
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const voter = await requireViewer(context, request)
  return actInBooth(args, voter, duelPassFormSchema, ({ number }, key) =>
    passDuel(context.db, { ...key, number }, context.clock()),
  )
}

export default function DuelPassRoute() {
  return <Booth />
}

export function ErrorBoundary() {
  return <BoothFailed />
}
