import { useEffect, useRef } from 'react'
import type { EntryEdit } from '#app/entries/entry-edits.server.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { FieldErrorText } from '#app/ui/field-frame.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { takeChosen } from '#app/ui/uploading/take-chosen.ts'
import type { DragPlace } from '#app/ui/uploading/use-file-drop.ts'
import { ENTRY_FORM } from './entry-form.ts'

/**
 * Without HEIC, so that an iPhone turns its photographs into JPEG by itself; and without `capture`, so that a phone offers its camera
 * beside its library.
 */
const ACCEPT = 'image/jpeg,image/png,image/webp,image/avif'

interface Props {
  edit: EntryEdit
  errors: readonly string[] | undefined
  drag: DragPlace
  onFiles: (files: readonly File[]) => void
}

const LOOKS: Record<DragPlace, string> = {
  none: 'border-strong',
  // The whole panel shows itself then.
  page: 'border-transparent',
  target: 'border-transparent bg-raised',
}

/** A file field like any other; with a script it sends at once. */
export function PictureChooser({ edit, errors, drag, onFiles }: Props) {
  const field = useRef<HTMLInputElement>(null)
  // Chosen before the script had come, when nobody heard of it.
  useEffect(() => takeChosen(field.current, onFiles), [onFiles])
  const { minimumWidthPx, minimumHeightPx } = edit.contest
  const words = {
    name: 'pictures',
    label: drag === 'none' ? m.entries_choose_pictures() : m.entries_drop_pictures(),
    error: errors,
    hint: m.entries_pictures_hint({ width: formatNumber(minimumWidthPx), height: formatNumber(minimumHeightPx) }),
  }
  return (
    <fieldset aria-labelledby="pictures-title" className={`border border-dashed p-5 transition-colors ${LOOKS[drag]}`}>
      <label htmlFor="pictures" className="flex cursor-pointer items-center gap-3 font-medium">
        <Icon name="upload" className="size-6! text-accent" /> {words.label}
      </label>
      <p id="pictures-hint" className="mt-1 mb-3 text-quiet text-sm">
        {words.hint}
      </p>
      <input
        ref={field}
        type="file"
        id="pictures"
        name="pictures"
        form={ENTRY_FORM}
        multiple
        accept={ACCEPT}
        aria-describedby={errors ? 'pictures-hint pictures-error' : 'pictures-hint'}
        aria-invalid={errors ? true : undefined}
        className="w-full text-sm file:mr-3 file:min-h-11 file:cursor-pointer file:rounded-sm file:border file:border-strong file:bg-transparent file:px-4 file:font-medium file:text-ink"
        onInput={(event) => event.stopPropagation()}
        onChange={(event) => takeChosen(event.currentTarget, onFiles)}
      />
      <FieldErrorText words={words} />
    </fieldset>
  )
}
