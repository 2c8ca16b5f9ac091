import { useEffect, useState } from 'react'
import { BRIEF_LIMITS } from '#app/contests/brief.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PictureView } from '#app/images/picture.ts'
import { TextField } from '#app/ui/field.tsx'
import type { FieldError } from '#app/ui/field-frame.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { PictureField } from '#app/ui/picture-field.tsx'
import { Section } from '#app/ui/section.tsx'
import type { FieldReader } from './field-reader.ts'

type Props = {
  field: FieldReader
  head: PictureView | null
  error: FieldError
  /** Told the address of the file that was chosen, while it is only in the browser. */
  onChoose: (address: string | null) => void
}

export function HeadPictureField({ field, head, error, onChoose }: Props) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => () => void (address && URL.revokeObjectURL(address)), [address])

  function choose(file: File | null) {
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
      <PictureField
        name="headPicture"
        label={head ? m.contests_field_head_another() : m.contests_field_head()}
        hint={m.contests_field_head_hint()}
        error={error}
        onFile={choose}
      />
      <TextField
        {...field('headAlt')}
        label={m.contests_field_head_alt()}
        hint={m.contests_field_head_alt_hint()}
        maxLength={BRIEF_LIMITS.headAltLength}
      />
    </Section>
  )
}
