import type { WallEntry } from '#app/entries/wall-entries.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { FieldSet } from '#app/ui/field.tsx'
import { Picture } from '#app/ui/picture.tsx'

interface Props {
  waiting: readonly { entry: WallEntry; place: number }[]
  chosen: string | string[] | undefined
  error: string[] | undefined
}

/** The entries still without an answer, as pictures to tick. */
export function EntryChoice({ waiting, chosen, error }: Props) {
  const ticked = new Set(Array.isArray(chosen) ? chosen : [chosen])
  return (
    <FieldSet words={{ name: 'entries', label: m.jury_answers_choose(), required: true, error }}>
      <ul className="grid grid-cols-2 gap-x-5 gap-y-6 sm:grid-cols-4 lg:grid-cols-6">
        {waiting.map(({ entry, place }) => (
          <li key={entry.id}>
            <label className="block cursor-pointer">
              <span className="block aspect-square overflow-hidden bg-raised">
                {entry.picture && <Picture picture={entry.picture} alt="" fill="contain" sizes="12rem" />}
              </span>
              <span className="mt-2 flex items-start gap-2 text-sm">
                <input
                  type="checkbox"
                  name="entries"
                  value={entry.id}
                  defaultChecked={ticked.has(entry.id)}
                  className="mt-0.5 size-5 shrink-0"
                />
                <span>
                  {place}. {entry.title}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </FieldSet>
  )
}
