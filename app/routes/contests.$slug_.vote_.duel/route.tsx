import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireViewer } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { answerDuel } from '#app/voting/answer-duel.server.ts'
import { duelFormSchema } from '#app/voting/duel.ts'
import { noteTrace } from '#app/voting/note-trace.server.ts'
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
  return actInBooth(args, voter, duelFormSchema, async ({ number, answer }, key, whence) => {
    const outcome = await answerDuel(context.db, { ...key, number, answer }, context.clock())
    if (outcome.ok) await noteTrace(context.db, { ...key, ...whence }, context.clock())
    return outcome
  })
}

export default function DuelRoute() {
  return <Booth />
}

export function ErrorBoundary() {
  return <BoothFailed />
}
