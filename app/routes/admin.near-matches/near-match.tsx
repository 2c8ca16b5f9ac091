import { Form } from '@remix-run/react'
import type { FormRefusal } from '#app/http/respond.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { FINDINGS, NEAR_MATCH_NOTE_CHARACTERS_MOST } from '#app/moderation/near-match.ts'
import type { NearMatchView } from '#app/moderation/near-matches.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { SelectField, TextArea } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { distanceWords, FINDING_WORDS, WAY_WORDS } from '#app/ui/likeness-words.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { Side } from './side.tsx'

interface Props {
  match: NearMatchView
  refusal: FormRefusal | undefined
}

/** Two pictures side by side, how far apart they are, and what a moderator thinks of it. */
export function NearMatch({ match, refusal }: Props) {
  const { id, distance, ways, foundAt, earlier, later, noted } = match
  return (
    <li className="border-line border-t py-7 first:border-t-0 first:pt-0" aria-labelledby={`near-${id}`}>
      <h2 id={`near-${id}`} className="text-lg">
        {distanceWords(distance)}
      </h2>
      <p className="mb-4 text-quiet text-sm">
        {[m.moderation_distance({ distance }), ...ways.map((way) => WAY_WORDS[way]())].join(' · ')} ·{' '}
        {m.moderation_near_found()} <Moment at={foundAt} precision="short" />
      </p>
      <div className="grid grid-cols-2 gap-x-4 lg:gap-x-10">
        <Side side={earlier} label={m.moderation_near_earlier()} />
        <Side side={later} label={m.moderation_near_later()} />
      </div>
      {noted && <Noted noted={noted} />}
      <div className="mt-3 grid gap-x-10 sm:grid-cols-2">
        <NoteForm match={match} refusal={refusal?.typed.nearMatchId === id ? refusal : undefined} />
        <Overlay match={match} />
      </div>
    </li>
  )
}

function Noted({ noted }: { noted: NonNullable<NearMatchView['noted']> }) {
  return (
    <div className="mt-4 max-w-text border-strong border-l-2 pl-4 text-sm">
      <p className="font-medium">{FINDING_WORDS[noted.finding]()}</p>
      {noted.note && <p className="mt-1 whitespace-pre-line">{noted.note}</p>}
      <p className="mt-1 text-quiet text-xs">
        {noted.notedByName ?? m.entries_former_member()}, <Moment at={noted.notedAt} precision="short" />
      </p>
    </div>
  )
}

function NoteForm({ match: { id, noted }, refusal }: { match: NearMatchView; refusal: FormRefusal | undefined }) {
  const typed = (name: string) => (typeof refusal?.typed[name] === 'string' ? refusal.typed[name] : '')
  return (
    <details className="group" open={refusal !== undefined}>
      <Unfold>{noted ? m.moderation_finding_again() : m.moderation_finding()}</Unfold>
      <Form method="post" className="mt-2 mb-4">
        <input type="hidden" name="nearMatchId" value={id} />
        <SelectField
          id={`finding-${id}`}
          name="finding"
          label={m.moderation_finding_pair()}
          empty={m.moderation_finding_choose()}
          options={FINDINGS.map((value) => ({ value, label: FINDING_WORDS[value]() }))}
          defaultValue={typed('finding')}
          error={refusal?.errors.finding}
          required
        />
        <TextArea
          id={`note-${id}`}
          name="note"
          label={m.moderation_finding_note()}
          hint={m.moderation_finding_note_hint()}
          rows={2}
          maxLength={NEAR_MATCH_NOTE_CHARACTERS_MOST}
          defaultValue={typed('note')}
          error={refusal?.errors.note}
        />
        <SubmitButton look="plain" size="small">
          {m.moderation_finding_save()}
        </SubmitButton>
      </Form>
    </details>
  )
}

/** One laid on the other: where they are alike it is black. Needs no script. */
function Overlay({ match: { earlier, later, ways } }: { match: NearMatchView }) {
  const { width, height } = earlier.picture
  return (
    <details className="group">
      <Unfold>{m.moderation_overlay()}</Unfold>
      <p className="mt-1 mb-3 max-w-text text-quiet text-sm">{m.moderation_overlay_hint()}</p>
      <div className="relative isolate max-w-lg" style={{ aspectRatio: `${width} / ${height}` }}>
        <div className="absolute inset-0">
          <Picture picture={earlier.picture} alt="" fill="contain" sizes="32rem" />
        </div>
        <div className={`absolute inset-0 mix-blend-difference ${ways.includes('mirrored') ? '-scale-x-100' : ''}`}>
          <Picture picture={later.picture} alt="" fill="contain" sizes="32rem" />
        </div>
      </div>
    </details>
  )
}

function Unfold({ children }: { children: string }) {
  return (
    <summary className="inline-flex min-h-11 items-center gap-2 font-medium text-sm">
      <Icon name="chevron" className="-rotate-90 transition-transform group-open:rotate-0" /> {children}
    </summary>
  )
}
