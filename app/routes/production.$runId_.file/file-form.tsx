import { Form } from '@remix-run/react'
import { type FormEvent, useEffect, useRef } from 'react'
import type { FormRefusal } from '#app/http/respond.server.ts'
import { typedText } from '#app/http/typed.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { FILE_NOTE_MAX } from '#app/production/production-file.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { FILE, TextArea } from '#app/ui/field.tsx'
import { FieldFrame, fieldAria } from '#app/ui/field-frame.tsx'
import { takeChosen } from '#app/ui/uploading/take-chosen.ts'
import { UploadList } from '#app/ui/uploading/upload-list.tsx'
import { type DragPlace, useFileDrop } from '#app/ui/uploading/use-file-drop.ts'
import { FILE_WORDS, useFileUpload } from './use-file-upload.ts'

const ACCEPT = '.tif,.tiff,.pdf,.ai,.eps,.svg,.psd,.psb,.png,.jpg,.jpeg'

const LOOKS: Record<DragPlace, string> = {
  none: 'outline-transparent',
  page: 'outline-strong',
  target: 'outline-accent',
}

interface Props {
  runId: string
  refusal: FormRefusal | undefined
}

/** A form like any other; with a script the file is on its way as soon as it is chosen, and the button hands it in. */
export function FileForm({ runId, refusal }: Props) {
  const { errors, typed } = refusal ?? {}
  const upload = useFileUpload(runId)
  const place = useRef<HTMLDivElement>(null)
  const drag = useFileDrop(place, upload.add)
  const field = useRef<HTMLInputElement>(null)
  const { add } = upload
  // Chosen before the script had come, when nobody heard of it.
  useEffect(() => takeChosen(field.current, add), [add])
  const words = {
    name: 'file',
    label: drag === 'none' ? m.production_file_field() : m.production_file_drop(),
    hint: m.production_file_hint(),
    // What is on its way is not in the field any more.
    required: !upload.isThere,
    error: upload.uploads.length > 0 ? undefined : errors?.file,
  }

  function send(event: FormEvent<HTMLFormElement>) {
    if (!upload.isThere) return
    event.preventDefault()
    upload.handIn(String(new FormData(event.currentTarget).get('note') ?? ''))
  }

  return (
    <Form method="post" encType="multipart/form-data" reloadDocument onSubmit={send}>
      <div ref={place} className={`mt-8 outline-2 outline-offset-8 outline-dashed transition-colors ${LOOKS[drag]}`}>
        <FieldFrame words={words}>
          <noscript>
            <p className="mb-2 text-quiet text-sm">{m.production_file_hint_plain()}</p>
          </noscript>
          <input
            type="file"
            accept={ACCEPT}
            className={FILE}
            ref={field}
            {...fieldAria(words)}
            onChange={({ currentTarget }) => takeChosen(currentTarget, add)}
          />
        </FieldFrame>
        <UploadList uploads={upload} words={FILE_WORDS} />
      </div>
      <TextArea
        name="note"
        label={m.production_file_note()}
        hint={m.production_file_note_hint()}
        maxLength={FILE_NOTE_MAX}
        rows={3}
        error={errors?.note}
        defaultValue={typedText(typed, 'note')}
      />
      <SubmitButton pending={m.production_file_sending()} aria-disabled={upload.isHandedIn || undefined}>
        {upload.isHandedIn ? m.production_file_sending() : m.production_file_send()}
      </SubmitButton>
      {upload.isHandedIn && <p className="mt-2 text-quiet text-sm">{m.production_file_will_hand_in()}</p>}
    </Form>
  )
}
