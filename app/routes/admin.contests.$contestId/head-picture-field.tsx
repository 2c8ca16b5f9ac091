import { type ChangeEvent, useEffect, useState } from 'react'
import { BRIEF_LIMITS } from '#app/contests/brief.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { PICTURE_FORMATS, PICTURE_MEDIA_TYPE, type PictureView } from '#app/images/picture.ts'
import { TextField } from '#app/ui/field.tsx'
import { type FieldError, FieldFrame, fieldAria } from '#app/ui/field-frame.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { Section } from '#app/ui/section.tsx'
import type { FieldReader } from './field-reader.ts'

type Props = {
  field: FieldReader
  head: PictureView | null
  error: FieldError
  /** Told the address of the file that was chosen, while it is only in the browser. */
  onChoose: (address: string | null) => void
}

const ACCEPTED = PICTURE_FORMATS.map((format) => PICTURE_MEDIA_TYPE[format]).join(',')

export function HeadPictureField({ field, head, error, onChoose }: Props) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => () => void (address && URL.revokeObjectURL(address)), [address])
  const words = {
    name: 'headPicture',
    label: head ? m.contests_field_head_another() : m.contests_field_head(),
    hint: m.contests_field_head_hint(),
    error,
  }

  function choose({ currentTarget: { files } }: ChangeEvent<HTMLInputElement>) {
    const file = files?.[0]
    const chosen = file ? URL.createObjectURL(file) : null
    setAddress(chosen)
    onChoose(chosen)
  }

  return (
    <Section id="head" title={m.contests_section_head()}>
      {head && (
        <figure className="mb-6 max-w-sm">
          <Picture picture={head} sizes="24rem" />
          <figcaption className="mt-2 text-quiet text-sm">{m.contests_head_kept()}</figcaption>
        </figure>
      )}
      <FieldFrame words={words}>
        <input
          type="file"
          accept={ACCEPTED}
          onChange={choose}
          className="block w-full text-sm file:mr-4 file:min-h-11 file:cursor-pointer file:rounded-sm file:border file:border-strong file:bg-transparent file:px-4 file:text-ink"
          {...fieldAria(words)}
        />
      </FieldFrame>
      <TextField
        {...field('headAlt')}
        label={m.contests_field_head_alt()}
        hint={m.contests_field_head_alt_hint()}
        maxLength={BRIEF_LIMITS.headAltLength}
      />
    </Section>
  )
}
