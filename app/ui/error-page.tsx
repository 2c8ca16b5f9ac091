import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink } from './button.tsx'
import { errorWords } from './error-words.ts'

type Props = { status: number; requestId?: string; children?: string }

/** 404, 403, 500 and the rest: what happened, what to do, a number to quote and a way back. */
export function ErrorPage({ status, requestId, children }: Props) {
  const words = errorWords(status)
  return (
    <div className="gutter mx-auto grid w-full max-w-wide gap-10 py-16 md:grid-cols-[auto_1fr] md:gap-20 md:py-28">
      <p
        aria-hidden="true"
        className="-rotate-4 self-start justify-self-start border-4 border-accent px-5 pt-2 pb-3 font-black font-serif text-4xl text-accent leading-none tabular-nums"
      >
        {status}
      </p>
      <div className="max-w-text">
        <h1 className="text-3xl md:text-4xl">{words.title}</h1>
        <p className="mt-5 text-lg text-quiet">{children ?? words.text}</p>
        <div className="mt-8 flex flex-wrap gap-3">
          <ButtonLink to={links.home()} look="primary" reloadDocument>
            {m.errors_page_home()}
          </ButtonLink>
          <ButtonLink to={links.contests()} reloadDocument>
            {m.errors_page_contests()}
          </ButtonLink>
        </div>
        <p className="mt-10 flex flex-wrap gap-x-6 border-line border-t pt-3 text-quiet text-xs">
          <span>{m.errors_page_code({ status })}</span>
          {requestId && (
            <span>
              {m.errors_page_request()} <code className="select-all">{requestId}</code>
            </span>
          )}
        </p>
      </div>
    </div>
  )
}
