import { type DragEvent, useEffect, useState } from 'react'
import type { EntryEdit } from '#app/entries/entry-edits.server.ts'
import type { Typed } from '#app/http/read-form.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { FieldErrorText } from '#app/ui/field-frame.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { pixelsAskedInWords } from '#app/ui/print-words.ts'
import { ENTRY_FORM } from './entry-form.ts'
import { PictureCard } from './picture-card.tsx'
import { UploadList } from './upload-list.tsx'
import type { useUploads } from './use-uploads.ts'

interface Props {
  edit: EntryEdit
  errors: readonly string[] | undefined
  typed: Typed | undefined
  uploads: ReturnType<typeof useUploads>
}

const ACCEPT = 'image/jpeg,image/png,image/webp,image/avif,image/heic'

export function PicturesPanel({ edit, errors, typed, uploads }: Props) {
  const { artworks, contest } = edit
  const room = contest.maximumPictures - artworks.length
  return (
    <section aria-labelledby="pictures-title" className="min-w-0">
      <div className="mb-4 flex items-baseline justify-between gap-4 border-line border-t pt-4">
        <h2 id="pictures-title" className="text-xl">
          {m.entries_pictures()}
        </h2>
        <p className="text-quiet text-sm tabular-nums">
          {m.entries_pictures_place({ count: artworks.length, most: contest.maximumPictures })}
        </p>
      </div>
      {contest.print && <p className="mb-4 text-quiet text-sm">{pixelsAskedInWords(contest.print)}</p>}
      {artworks.length > 0 && (
        <ol className="mb-6 space-y-7">
          {artworks.map((artwork, index) => (
            <PictureCard
              key={artwork.id}
              entryId={edit.id}
              artwork={artwork}
              place={index + 1}
              last={index === artworks.length - 1}
              typed={typed}
              wish={contest.print}
            />
          ))}
        </ol>
      )}
      <UploadList uploads={uploads.uploads} onDismiss={uploads.drop} />
      {room > 0 ? (
        <Chooser edit={edit} errors={errors} onFiles={uploads.add} />
      ) : (
        <p id="pictures" className="text-quiet text-sm">
          {m.entries_pictures_full()}
        </p>
      )}
    </section>
  )
}

interface ChooserProps {
  edit: EntryEdit
  errors: readonly string[] | undefined
  onFiles: (files: Iterable<File>) => void
}

/** A file field like any other; with a script it also takes what is dropped or pasted, and sends at once. */
function Chooser({ edit, errors, onFiles }: ChooserProps) {
  const { minimumWidthPx, minimumHeightPx } = edit.contest
  const [over, setOver] = useState(false)
  usePasting(onFiles)
  const words = {
    name: 'pictures',
    label: m.entries_choose_pictures(),
    error: errors,
    hint: m.entries_pictures_hint({ width: minimumWidthPx, height: minimumHeightPx }),
  }
  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    onFiles(event.dataTransfer.files)
  }
  return (
    <fieldset
      aria-labelledby="pictures-title"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`border border-dashed p-5 ${over ? 'border-accent bg-raised' : 'border-strong'}`}
    >
      <label htmlFor="pictures" className="flex cursor-pointer items-center gap-3 font-medium">
        <Icon name="upload" className="size-6! text-accent" /> {words.label}
      </label>
      <p id="pictures-hint" className="mt-1 mb-3 text-quiet text-sm">
        {words.hint}
      </p>
      <input
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
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      <FieldErrorText words={words} />
    </fieldset>
  )
}

/** Pictures pasted anywhere on the page; text goes where it was going. */
function usePasting(onFiles: (files: Iterable<File>) => void) {
  useEffect(() => {
    const pasted = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length > 0) onFiles(files)
    }
    document.addEventListener('paste', pasted)
    return () => document.removeEventListener('paste', pasted)
  })
}
