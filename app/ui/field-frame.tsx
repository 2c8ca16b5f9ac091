import type { ReactNode } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'
import { Icon } from './icon.tsx'

/** One sentence or several, as zod hands them out. */
export type FieldError = string | readonly string[] | null | undefined

/** What every field takes. */
export type FieldWords = {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: FieldError
  required?: boolean
  /** Needed only where two forms on one page have fields of the same name. */
  id?: string
}

export function fieldId({ id, name }: { id?: string; name: string }): string {
  return id ?? name
}

/** The attributes that tie a control to its hint and its error. */
export function fieldAria({ id, name, hint, error, required }: FieldWords) {
  const own = fieldId({ id, name })
  const described = [hint && `${own}-hint`, hasError(error) && `${own}-error`].filter(Boolean).join(' ')
  return {
    id: own,
    name,
    required,
    'aria-describedby': described || undefined,
    'aria-invalid': hasError(error) || undefined,
  }
}

export function hasError(error: FieldError): boolean {
  return error !== undefined && error !== null && error.length > 0
}

export const CONTROL =
  'min-h-12 w-full rounded-sm border border-strong bg-raised px-3 py-2 text-base text-ink placeholder:text-quiet hover:border-ink aria-invalid:border-danger aria-invalid:border-2 disabled:opacity-60'

export function FieldFrame({ words, children, after }: { words: FieldWords; children: ReactNode; after?: ReactNode }) {
  return (
    <div className="mb-6">
      <div className="self-end">
        <label htmlFor={fieldId(words)} className="mb-1.5 block font-medium text-sm">
          {words.label} {words.required && <RequiredMark />}
        </label>
        <FieldHint words={words} />
      </div>
      <div>
        {children}
        {after}
      </div>
      <FieldErrorText words={words} />
    </div>
  )
}

/** Fields side by side: whatever their hints and errors say, words end on one line and controls stand on one. */
export function FieldRow({ three = false, children }: { three?: boolean; children: ReactNode }) {
  return (
    <div
      className={`grid gap-x-8 *:row-span-3 *:grid *:grid-rows-subgrid ${three ? 'sm:grid-cols-3' : 'sm:grid-cols-2'}`}
    >
      {children}
    </div>
  )
}

export function RequiredMark() {
  return <span className="font-normal text-quiet text-xs">{m.ui_required()}</span>
}

export function FieldHint({ words }: { words: FieldWords }) {
  if (!words.hint) return null
  return (
    <p id={`${fieldId(words)}-hint`} className="-mt-0.5 mb-2 max-w-text text-quiet text-sm">
      {words.hint}
    </p>
  )
}

export function FieldErrorText({ words }: { words: FieldWords }) {
  if (!hasError(words.error)) return null
  const sentences = typeof words.error === 'string' ? [words.error] : (words.error ?? [])
  return (
    <p id={`${fieldId(words)}-error`} className="mt-2 flex max-w-text gap-2 font-medium text-danger text-sm">
      <Icon name="warning" className="mt-0.5" />
      <span>{sentences.join(' ')}</span>
    </p>
  )
}
