import { Link } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { NearSide } from '#app/moderation/near-matches.server.ts'
import { AuthorNames } from '#app/ui/author-names.tsx'
import { ANSWER_WORDS } from '#app/ui/likeness-words.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Picture } from '#app/ui/picture.tsx'

/** One of the two: the picture, where it hangs and since when, who drew it where that may be told, and what they say. */
export function Side({ side, label }: { side: NearSide; label: string }) {
  const { picture } = side
  return (
    <div className="min-w-0">
      <p className="mb-2 text-quiet text-xs">{label}</p>
      <div className="grid content-start gap-x-5 gap-y-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="relative aspect-square">
          <div className="absolute inset-0">
            <Picture picture={picture} fill="contain" sizes="(min-width: 64rem) 17rem, (min-width: 40rem) 25vw, 50vw" />
          </div>
        </div>
        <About side={side} />
      </div>
    </div>
  )
}

function About({ side }: { side: NearSide }) {
  const { entry, state, submittedAt, takenAt, answer } = side
  const hangs = state === 'submitted'
  return (
    <div className="min-w-0">
      <h3 className="break-words font-medium">
        {hangs ? (
          <Link to={links.entry(entry.id)} className="hover:text-accent">
            {entry.title}
          </Link>
        ) : (
          entry.title
        )}
      </h3>
      <p className="text-quiet text-sm">{entry.contest.title}</p>
      <p className="text-sm">
        {entry.authors ? <AuthorNames authors={entry.authors} /> : m.moderation_near_author_sealed()}
      </p>
      <p className="mt-2 text-quiet text-xs">
        {m.moderation_near_taken()} <Moment at={takenAt} zone={entry.contest.zone} precision="short" />
        <br />
        {m.moderation_near_submitted()} <Moment at={submittedAt} zone={entry.contest.zone} precision="short" />
      </p>
      {state === 'withdrawn' && <p className="mt-2 text-amber text-sm">{m.moderation_near_withdrawn()}</p>}
      {state === 'taken-down' && <p className="mt-2 text-amber text-sm">{m.moderation_near_taken_down()}</p>}
      {answer && (
        <div className="mt-3 border-strong border-l-2 pl-4 text-sm">
          <p className="text-quiet text-xs">{m.moderation_near_answer()}</p>
          <p>{ANSWER_WORDS[answer.kind]()}</p>
          {answer.words && <p className="mt-1 whitespace-pre-line">{answer.words}</p>}
          {answer.words === null && <p className="mt-1 text-quiet text-xs">{m.moderation_near_words_sealed()}</p>}
        </div>
      )}
      {hangs && (
        <Link to={links.reportEntry(entry.id)} className="link mt-2 inline-flex min-h-11 items-center text-sm">
          {m.moderation_report_entry()}
        </Link>
      )}
    </div>
  )
}
