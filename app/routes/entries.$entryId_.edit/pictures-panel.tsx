import { useRef } from 'react'
import type { EntryEdit } from '#app/entries/entry-edits.server.ts'
import type { Typed } from '#app/http/read-form.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { UploadList } from '#app/ui/uploading/upload-list.tsx'
import { type DragPlace, useFileDrop } from '#app/ui/uploading/use-file-drop.ts'
import { PictureChooser } from './picture-chooser.tsx'
import { PictureList } from './picture-list.tsx'
import { useFilePaste } from './use-file-paste.ts'
import { PICTURE_WORDS, type Uploads } from './use-uploads.ts'

interface Props {
  edit: EntryEdit
  errors: readonly string[] | undefined
  typed: Typed | undefined
  uploads: Uploads
}

const LOOKS: Record<DragPlace, string> = {
  none: 'outline-transparent',
  page: 'outline-strong',
  target: 'outline-accent',
}

export function PicturesPanel({ edit, errors, typed, uploads }: Props) {
  const { artworks, contest } = edit
  const panel = useRef<HTMLElement>(null)
  const drag = useFileDrop(panel, uploads.add)
  useFilePaste(uploads.add)
  return (
    <section
      ref={panel}
      aria-labelledby="pictures-title"
      className={`min-w-0 outline-2 outline-offset-8 outline-dashed transition-colors ${LOOKS[drag]}`}
    >
      <div className="mb-4 flex items-baseline justify-between gap-4 border-line border-t pt-4">
        <h2 id="pictures-title" className="text-xl">
          {m.entries_pictures()}
        </h2>
        <p className="text-quiet text-sm tabular-nums">
          {m.entries_pictures_place({ count: artworks.length, most: contest.maximumPictures })}
        </p>
      </div>
      <PictureList edit={edit} typed={typed} />
      <UploadList uploads={uploads} words={PICTURE_WORDS} previews />
      {artworks.length < contest.maximumPictures ? (
        <PictureChooser edit={edit} errors={errors} drag={drag} onFiles={uploads.add} />
      ) : (
        <p id="pictures" className="text-quiet text-sm">
          {m.entries_pictures_full()}
        </p>
      )}
    </section>
  )
}
