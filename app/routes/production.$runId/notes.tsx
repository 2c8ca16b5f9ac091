import { m } from '#app/i18n/paraglide/messages.js'
import type { StageNote } from '#app/production/run-notes.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { STAGE_WORDS } from '#app/ui/stage-words.ts'

export type PrintedNote = StageNote & { html: string }

/** The workshop's diary, latest first. */
export function Notes({ notes, zone }: { notes: readonly PrintedNote[]; zone: string }) {
  if (notes.length === 0) return <EmptyState icon="edit">{m.production_notes_none()}</EmptyState>
  return (
    <ol className="space-y-14">
      {notes.map((note) => (
        <li key={note.id}>
          <p className="mb-3 flex flex-wrap gap-x-4 text-quiet text-sm">
            <span className="font-medium text-ink">{STAGE_WORDS[note.stage]()}</span>
            <Moment at={note.writtenAt} zone={zone} precision="day" />
            <span>{note.writerName ?? m.production_former()}</span>
            {note.audience === 'private' && <span className="text-accent">{m.production_note_private()}</span>}
          </p>
          <Prose html={note.html} />
          {note.pictures.length > 0 && (
            <ul className="mt-5 space-y-4">
              {note.pictures.map((picture) => (
                <li key={picture.id}>
                  <Picture picture={picture} sizes="(min-width: 64rem) 62vw, 100vw" />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}
