import { Form, useActionData, useLoaderData, useSubmit } from '@remix-run/react'
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import { links } from '#app/http/links.ts'
import type { FormRefusal } from '#app/http/respond.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { UploadList } from '#app/ui/uploading/upload-list.tsx'
import { useLeaveWarning } from '#app/ui/use-leave-warning.ts'
import { CollaboratorsSection } from './collaborators-section.tsx'
import type { EditPageData } from './edit-page.server.ts'
import { ENTRY_FORM } from './entry-form.ts'
import { LockedEntry } from './locked-entry.tsx'
import { PicturesPanel } from './pictures-panel.tsx'
import { ReadyPanel } from './ready-panel.tsx'
import { useReadAgain } from './use-read-again.ts'
import { isRefused, type SavedAnswer, useSaving, useVersion } from './use-saving.ts'
import { PICTURE_WORDS, type Uploads, useUploads } from './use-uploads.ts'
import { WithdrawSection } from './withdraw-section.tsx'
import { WordsPanel } from './words-panel.tsx'

export function editPageMeta(matches: Parameters<typeof pageMeta>[0], data: EditPageData | undefined) {
  return pageMeta(matches, { title: data?.edit.words.title || m.entries_untitled(), hidden: true })
}

export function EditPage() {
  const { edit } = useLoaderData<() => Promise<EditPageData>>()
  const { contest, state } = edit
  return (
    <Page
      width="wide"
      title={edit.words.title || m.entries_untitled()}
      kicker={contest.title}
      back={{ to: links.contest(contest.slug), label: m.entries_back_to_brief() }}
      actions={
        state === 'draft' || state === 'submitted' ? (
          <ButtonLink to={links.entry(edit.id)} icon="eye">
            {m.entries_preview()}
          </ButtonLink>
        ) : null
      }
      lead={
        edit.locked ? null : state === 'submitted' ? (
          <>
            {m.entries_edit_lead_submitted()} <Moment at={contest.votingOpensAt} zone={contest.zone} />.
          </>
        ) : (
          <>
            {m.entries_edit_lead_draft()} <Moment at={contest.votingOpensAt} zone={contest.zone} />.
          </>
        )
      }
    >
      <Desk key={edit.id} />
    </Page>
  )
}

/** What was being sent when the deadline came may still finish, so uploads are held above the question whether all else is locked. */
function Desk() {
  const { edit } = useLoaderData<() => Promise<EditPageData>>()
  const uploads = useUploads(edit, useReadAgain())
  if (!edit.locked) return <Workbench uploads={uploads} />
  return (
    <>
      <UploadList uploads={uploads} words={PICTURE_WORDS} previews />
      <LockedEntry edit={edit} refusal={edit.locked} />
    </>
  )
}

function Workbench({ uploads }: { uploads: Uploads }) {
  const { edit } = useLoaderData<() => Promise<EditPageData>>()
  const refusal = useActionData<FormRefusal>()
  const form = useRef<HTMLFormElement>(null)
  const submit = useSubmit()
  const [saved, setSaved] = useState<SavedAnswer | null>(null)
  const onAnswer = useCallback((answer: SavedAnswer) => setSaved(answer), [])
  const answered = typeof refusal?.typed.savedAt === 'string' ? refusal.typed.savedAt : undefined
  const version = useVersion(edit.savedAt, answered)
  const saving = useSaving({ form, to: links.entryWords(edit.id), version, onAnswer })
  useLosses(edit.id, saving.wouldLose, uploads.isBusy)
  const [pictures, setPictures] = useState<'at-rest' | 'awaited' | 'missed'>('at-rest')
  // A newer reading of the page, as after an upload, knows better than the answer before it.
  useEffect(() => setSaved((answer) => (answer && edit && isRefused(answer) ? answer : null)), [edit])

  const errors = { ...refusal?.errors, ...saved?.errors }
  const missing = saved && !isRefused(saved) ? saved.missing : edit.missing

  async function send(event: FormEvent<HTMLFormElement>) {
    const pressed = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
    const action = pressed?.getAttribute('formaction')
    event.preventDefault()
    if (pictures === 'awaited') return
    const submits = action === links.submitEntry(edit.id)
    if (submits) setPictures('awaited')
    // The words are saved at once; what is on its way belongs to what is submitted.
    const saved = saving.saveNow()
    const arrived = !submits || (await uploads.settled())
    if (submits) setPictures(arrived ? 'at-rest' : 'missed')
    const answer = await saved
    if (!submits || !arrived || !form.current || !answer || isRefused(answer)) return
    const everything = new FormData(form.current)
    everything.set('savedAt', answer.savedAt)
    submit(everything, { action, method: 'post', encType: 'multipart/form-data' })
  }

  return (
    <div onInput={saving.changed}>
      <ErrorSummary errors={refusal?.errors} />
      <noscript>
        <Notice>{m.entries_without_script()}</Notice>
      </noscript>
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-2">
        <PicturesPanel edit={edit} errors={errors.pictures} typed={refusal?.typed} uploads={uploads} />
        <div className="min-w-0">
          <Form
            id={ENTRY_FORM}
            ref={form}
            method="post"
            action={links.editEntryPictures(edit.id)}
            encType="multipart/form-data"
            noValidate
            onSubmit={send}
          >
            <input type="hidden" name="savedAt" value={answered ?? edit.savedAt} />
            <WordsPanel edit={edit} errors={errors} typed={refusal?.typed} />
            <ReadyPanel
              edit={edit}
              missing={missing}
              saving={saving.state}
              problem={saved?.errors['']}
              uploading={uploads.busy}
              pictures={pictures}
            />
          </Form>
          <CollaboratorsSection edit={edit} refusal={refusal} />
          <WithdrawSection edit={edit} />
        </div>
      </div>
    </div>
  )
}

/** Leaving is asked about while words or pictures would be lost. Forms of this page take nothing from the pictures. */
function useLosses(entryId: string, wouldLoseWords: () => boolean, isUploading: () => boolean) {
  const wouldLose = useCallback(
    (to: string | null) => wouldLoseWords() || (isUploading() && !to?.startsWith(links.editEntry(entryId))),
    [entryId, wouldLoseWords, isUploading],
  )
  const sentence = useCallback(() => (isUploading() ? m.entries_upload_leave() : m.ui_leave_unsaved()), [isUploading])
  useLeaveWarning(wouldLose, sentence)
}
