import { m } from '#app/i18n/paraglide/messages.js'
import type { FieldError } from './field-frame.tsx'
import { Icon } from './icon.tsx'

type Props = {
  /** Field name (or id) -> what is wrong; what stands under '' concerns the whole form and is not a link. */
  errors: Readonly<Record<string, FieldError>> | null | undefined
  title?: string
}

export function ErrorSummary({ errors, title }: Props) {
  const sentences = Object.entries(errors ?? {}).flatMap(([field, error]) =>
    (typeof error === 'string' ? [error] : (error ?? [])).map((sentence) => ({ field, sentence })),
  )
  if (sentences.length === 0) return null
  return (
    <div role="alert" className="mb-8 border-2 border-danger p-4 md:p-5" data-error-summary="">
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
