import { type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes, useState } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'
import {
  CONTROL,
  FieldErrorText,
  FieldFrame,
  FieldHint,
  type FieldWords,
  fieldAria,
  RequiredMark,
} from './field-frame.tsx'

type Native<T> = Omit<T, 'name' | 'id' | 'required' | 'className' | 'children'>

type TextProps = FieldWords & { suffix?: ReactNode } & Native<InputHTMLAttributes<HTMLInputElement>>

export function TextField({ label, hint, error, required, id, name, suffix, type = 'text', ...rest }: TextProps) {
  const words = { label, hint, error, required, id, name }
  const control = <input type={type} className={type === 'file' ? FILE : CONTROL} {...fieldAria(words)} {...rest} />
  return (
    <FieldFrame words={words}>
      {suffix ? (
        <span className="flex items-center gap-3">
          {control}
          <span className="shrink-0 text-quiet text-sm">{suffix}</span>
        </span>
      ) : (
        control
      )}
    </FieldFrame>
  )
}

export const FILE =
  'block w-full text-sm file:mr-4 file:min-h-11 file:cursor-pointer file:rounded-sm file:border file:border-strong file:bg-transparent file:px-4 file:text-ink'

type AreaProps = FieldWords & Native<TextareaHTMLAttributes<HTMLTextAreaElement>>

/** With `maxLength` it counts what is left, once JavaScript runs. */
export function TextArea({ label, hint, error, required, id, name, rows = 5, ...rest }: AreaProps) {
  const words = { label, hint, error, required, id, name }
  const [length, setLength] = useState<number | null>(null)
  const left = rest.maxLength !== undefined && length !== null ? rest.maxLength - length : null
  return (
    <FieldFrame
      words={words}
      after={
        left !== null && (
          <p className="mt-1 text-right text-quiet text-xs tabular-nums" aria-live="off">
            {m.ui_characters_left({ count: left })}
          </p>
        )
      }
    >
      <textarea
        rows={rows}
        className={`${CONTROL} field-sizing-content min-h-28`}
        {...fieldAria(words)}
        {...rest}
        onInput={(event) => {
          setLength(event.currentTarget.value.length)
          rest.onInput?.(event)
        }}
      />
    </FieldFrame>
  )
}

export type Option = { value: string; label: string; hint?: ReactNode; disabled?: boolean }

type SelectProps = FieldWords & { options: readonly Option[]; defaultValue?: string; empty?: string }

export function SelectField({ options, defaultValue, empty, ...words }: SelectProps) {
  return (
    <FieldFrame words={words}>
      <select className={CONTROL} defaultValue={defaultValue} {...fieldAria(words)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

type CheckboxProps = FieldWords & { value?: string; defaultChecked?: boolean }

export function CheckboxField({ value = 'yes', defaultChecked, ...words }: CheckboxProps) {
  const aria = fieldAria(words)
  return (
    <div className="mb-6">
      <div className="flex gap-3">
        <input
          type="checkbox"
          value={value}
          defaultChecked={defaultChecked}
          className="mt-1 size-5 shrink-0"
          {...aria}
        />
        <div>
          <label htmlFor={aria.id}>
            {words.label} {words.required && <RequiredMark />}
          </label>
          <FieldHint words={words} />
        </div>
      </div>
      <FieldErrorText words={words} />
    </div>
  )
}

type RadioProps = FieldWords & { options: readonly Option[]; defaultValue?: string }

export function RadioField({ options, defaultValue, ...words }: RadioProps) {
  const aria = fieldAria(words)
  return (
    <FieldSet words={words}>
      {options.map((option, index) => (
        <label key={option.value} className="flex cursor-pointer gap-3 py-1.5">
          <input
            type="radio"
            id={index === 0 ? aria.id : undefined}
            name={words.name}
            value={option.value}
            defaultChecked={option.value === defaultValue}
            disabled={option.disabled}
            required={words.required}
            className="mt-1 size-5 shrink-0"
          />
          <span>
            {option.label}
            {option.hint && <span className="block text-quiet text-sm">{option.hint}</span>}
          </span>
        </label>
      ))}
    </FieldSet>
  )
}

type DateTimeProps = FieldWords & { zone: string; defaultValue?: string; min?: string; max?: string }

/** A moment on the wall clock of `zone`; sends `YYYY-MM-DDTHH:mm`. */
export function DateTimeField({ zone, defaultValue, min, max, ...words }: DateTimeProps) {
  return (
    <FieldFrame words={words}>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <input
          type="datetime-local"
          className={`${CONTROL} max-w-64 tabular-nums`}
          defaultValue={defaultValue}
          min={min}
          max={max}
          {...fieldAria(words)}
        />
        <span className="text-quiet text-sm">{zone}</span>
      </span>
    </FieldFrame>
  )
}

/** Several controls under one legend: a question with its hint and its error. */
export function FieldSet({
  words,
  children,
}: {
  words: Omit<FieldWords, 'name'> & { name?: string }
  children: ReactNode
}) {
  const full = { ...words, name: words.name ?? words.id ?? '' }
  const described = fieldAria(full)['aria-describedby']
  return (
    <fieldset className="mb-6 min-w-0" aria-describedby={described}>
      <legend className="mb-1.5 font-medium text-sm">
        {words.label} {words.required && <RequiredMark />}
      </legend>
      <FieldHint words={full} />
      {children}
      <FieldErrorText words={full} />
    </fieldset>
  )
}
