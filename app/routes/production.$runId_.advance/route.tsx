import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useParams } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { inLocale, type Locale } from '#app/i18n/locale.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { fileWantedLetter } from '#app/notifications/production-letters.ts'
import { writeTo } from '#app/notifications/write-to.server.ts'
import { advanceStage } from '#app/production/advance-stage.server.ts'
import { findPrintWish } from '#app/production/production-files.server.ts'
import { findRunFacts } from '#app/production/run-facts.server.ts'
import { advanceSchema } from '#app/production/run-forms.ts'
import { findRun } from '#app/production/runs.server.ts'
import { productionFileInWords } from '#app/ui/print-words.ts'
import { RefusedAct } from '#app/ui/refused-act.tsx'
import { STAGE_WORDS } from '#app/ui/stage-words.ts'
import { findLastPublishedHead } from '#app/voting/published-heads.server.ts'

/** Runs again after a refused act, so that sending on to the run from here would lose the sentence that says why. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, 'producer', 'admin')
  return null
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireRole(context, request, 'producer', 'admin')
  const form = await readForm(request, advanceSchema)
  if (!form.ok) return formRefused(form)
  const runId = params.runId ?? ''
  const advance = { runId, from: form.value.from, movedBy: viewer.id }
  const moved = await advanceStage(context.db, advance, context.clock())
  if (!moved.ok) return refuse(moved.refusal)
  if (moved.value.stage === 'files') await askForFile(context, runId)
  return redirectWithFlash(links.run(runId), m.production_advanced({ stage: STAGE_WORDS[moved.value.stage]() }))
}

/** The run has come to its files, and whoever made the design has to know what is wanted of them. */
async function askForFile(context: AppLoadContext, runId: string): Promise<void> {
  const run = await findRun(context.db, runId, null, context.clock())
  const facts = await findRunFacts(context.db, runId)
  if (!run || !facts) return
  const wish = await findPrintWish(context.db, runId)
  const print = (language: Locale) => (wish ? inLocale(language, () => productionFileInWords(wish)) : '')
  const head = await findLastPublishedHead(context.db, facts.run.contestId)
  await writeTo(
    context,
    facts.makers.map(({ id }) => id),
    (reader, sender) =>
      fileWantedLetter(reader, { title: run.entry.title, runId, print: print(reader.language), head }, sender),
  )
}

export default function Advance() {
  const { runId = '' } = useParams()
  const back = { to: links.run(runId), label: m.production_back_to_run() }
  return <RefusedAct title={m.production_advance_title()} errors={useActionData<typeof action>()?.errors} back={back} />
}
