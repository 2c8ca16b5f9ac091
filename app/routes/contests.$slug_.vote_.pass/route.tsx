import type { ActionFunctionArgs } from '@remix-run/node'
import { requireViewer } from '#app/http/viewer.server.ts'
import { entryFormSchema } from '#app/voting/ballot.ts'
import { passEntry } from '#app/voting/pass-entry.server.ts'
import { actInBooth } from '../contests.$slug_.vote/booth-view.server.ts'

export { Booth as default } from '../contests.$slug_.vote/booth.tsx'
export { BoothFailed as ErrorBoundary } from '../contests.$slug_.vote/booth-failed.tsx'
export { boothHandle as handle } from '../contests.$slug_.vote/booth-handle.ts'
export { loadBooth as loader } from '../contests.$slug_.vote/booth-view.server.ts'

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const voter = await requireViewer(context, request)
  return actInBooth(args, voter, entryFormSchema, ({ entryId }, key) =>
    passEntry(context.db, { ...key, entryId }, context.clock()),
  )
}
