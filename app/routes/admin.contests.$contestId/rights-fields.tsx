import { BRIEF_LIMITS, RIGHTS_KINDS } from '#app/contests/brief.ts'
import { RIGHTS_NAMES, RIGHTS_WHOSE } from '#app/contests/rights.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { RadioField, TextArea, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { Section } from '#app/ui/section.tsx'
import type { FieldReader } from './field-reader.ts'

export function RightsFields({ field }: { field: FieldReader }) {
  const { least, most } = BRIEF_LIMITS.exclusivityDays
  return (
    <Section id="rights" title={m.contests_section_rights()}>
      <RadioField
        {...field('rightsKind')}
        label={m.contests_field_rights_kind()}
        options={RIGHTS_KINDS.map((kind) => ({ value: kind, label: RIGHTS_NAMES[kind](), hint: RIGHTS_WHOSE[kind]() }))}
      />
      <FieldRow>
        <TextField
          {...field('exclusivityDays')}
          label={m.contests_field_exclusivity()}
          hint={m.contests_field_exclusivity_hint()}
          type="number"
          inputMode="numeric"
          min={least}
          max={most}
          suffix={m.contests_unit_days()}
        />
        <TextField
          {...field('royaltyPercent')}
          label={m.contests_field_royalty()}
          hint={m.contests_field_royalty_hint()}
          inputMode="decimal"
          suffix="%"
        />
      </FieldRow>
      <TextArea
        {...field('rightsTerms')}
        label={m.contests_field_rights_terms()}
        hint={m.contests_field_rights_terms_hint()}
        maxLength={BRIEF_LIMITS.rightsTermsLength}
        rows={8}
      />
    </Section>
  )
}
