import { useEffect, useRef } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'
import type { FieldError } from './field-frame.tsx'
import { Icon } from './icon.tsx'

type Props = {
  /** Field name (or id) -> what is wrong; what stands under '' concerns the whole form and is not a link. */
  errors: Readonly<Record<string, FieldError>> | null | undefined
  title?: string
}

/** Takes the focus when it comes, so that nobody is left at a button far below what it says. */
export function ErrorSummary({ errors, title }: Props) {
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors) summary.current?.focus()
  }, [errors])
  const sentences = Object.entries(errors ?? {}).flatMap(([field, error]) =>
    (typeof error === 'string' ? [error] : (error ?? [])).map((sentence) => ({ field, sentence })),
  )
  if (sentences.length === 0) return null
  return (
    <div
      ref={summary}
      role="alert"
      tabIndex={-1}
      className="mb-8 scroll-mt-8 border-2 border-danger p-4 md:p-5"
      data-error-summary=""
    >
      <p className="mb-2 flex gap-2 font-medium text-danger">
        <Icon name="warning" className="mt-0.5" />
        {title ?? m.ui_form_has_errors({ count: sentences.length })}
      </p>
      <ul className="space-y-1">
        {sentences.map(({ field, sentence }) => (
          <li key={`${field}${sentence}`}>
            {field === '' ? (
              sentence
            ) : (
              <a href={`#${field}`} className="link">
                {sentence}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
