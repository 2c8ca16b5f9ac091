import { isRouteErrorResponse, useParams, useRouteError } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink } from '#app/ui/button.tsx'
import { ErrorPage } from '#app/ui/error-page.tsx'

/** A score that did not arrive must not cost the voter the page: what was given is safe, and the same design waits. */
export function BoothFailed() {
  const error = useRouteError()
  const { slug = '' } = useParams()
  if (isRouteErrorResponse(error)) return <ErrorPage status={error.status} />
  return (
    <div className="gutter mx-auto flex w-full max-w-wide grow flex-col justify-center py-16">
      <h1 className="text-3xl md:text-4xl">{m.voting_booth_failed_title()}</h1>
      <p className="mt-6 max-w-text text-lg text-quiet">{m.voting_booth_failed_text()}</p>
      <p className="mt-10">
        <ButtonLink to={links.booth(slug)} look="primary" reloadDocument>
          {m.voting_booth_reopen()}
        </ButtonLink>
      </p>
    </div>
  )
}
