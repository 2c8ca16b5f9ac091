import { m } from '#app/i18n/paraglide/messages.js'
import type { SignedVerdict } from '#app/jury/result.server.ts'
import { CODE_WORDS, VERDICT_WORDS } from '#app/ui/verdict-words.ts'

/** What the rest of the panel said, once this juror has spoken. */
export function OtherVerdicts({ others }: { others: readonly SignedVerdict[] | null }) {
  return (
    <section className="mt-10 border-line border-t pt-4 text-sm">
      <h2 className="mb-3 font-medium">{m.jury_verdict_others()}</h2>
      {others === null ? (
        <p className="text-quiet">{m.jury_verdict_others_hidden()}</p>
      ) : others.length === 0 ? (
        <p className="text-quiet">{m.jury_verdict_others_none()}</p>
      ) : (
        <ul className="space-y-4">
          {others.map((verdict) => (
            <li key={verdict.jurorId}>
              <p>
                <strong>{verdict.jurorName ?? m.jury_result_former_juror()}</strong>:{' '}
                {VERDICT_WORDS[verdict.kind].label()}
                {verdict.code && `, ${CODE_WORDS[verdict.code]()}`}
              </p>
              {verdict.reason && <p className="mt-1 border-line border-l pl-3 text-quiet">{verdict.reason}</p>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
