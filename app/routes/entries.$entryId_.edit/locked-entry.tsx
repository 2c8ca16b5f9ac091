import type { ChangeRefusal } from '#app/entries/entry.ts'
import { links } from '#app/http/links.ts'
import { inWords } from '#app/http/refusals.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { Prose } from '#app/ui/prose.tsx'
import type { ShownEdit } from './edit-page.server.ts'
import { LateAlts } from './late-alts.tsx'
import { LikenessQuestion } from './likeness-question.tsx'

/** What an entry was when it stopped changing: a draft that missed the deadline has no page of its own to look at. */
export function LockedEntry({ edit, refusal }: { edit: ShownEdit; refusal: ChangeRefusal }) {
  const { artworks, state } = edit
  const missed = state === 'draft' && refusal === 'entries-closed'
  return (
    <>
      <Notice
        tone={state === 'taken-down' ? 'danger' : 'info'}
        title={missed ? m.entries_locked_missed_title() : m.entries_locked_title()}
        actions={
          <>
            {state === 'submitted' && <ButtonLink to={links.entry(edit.id)}>{m.entries_see_entry()}</ButtonLink>}
            <ButtonLink to={links.myEntries()} look="quiet">
              {m.entries_my_entries()}
            </ButtonLink>
          </>
        }
      >
        {missed ? m.entries_locked_missed() : inWords(refusal).sentence}
      </Notice>
      {edit.toDescribe.length > 0 && <LateAlts edit={edit} />}
      {artworks.length > 0 && (
        <ul className="my-8 grid gap-5 sm:grid-cols-3">
          {artworks.map(({ id, picture, likeness }) => (
            <li key={id} className="space-y-4">
              <Picture picture={picture} sizes="(min-width: 40rem) 33vw, 100vw" />
              {/* An answer changes nothing of the entry, and a likeness may be found after the deadline. */}
              <LikenessQuestion entryId={edit.id} artworkId={id} likeness={likeness} locked />
            </li>
          ))}
        </ul>
      )}
      {edit.html.story && <Prose html={edit.html.story} />}
    </>
  )
}
