import { TIME_FIELDS } from '#app/contests/brief.ts'
import { BOUNDARIES, BOUNDARY_FIELD } from '#app/contests/schedule.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { DateTimeField, SelectField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { BOUNDARY_WORDS } from '#app/ui/phase-words.ts'
import { Section } from '#app/ui/section.tsx'
import type { FieldReader } from './field-reader.ts'

export function CalendarFields({ field, zones }: { field: FieldReader; zones: readonly string[] }) {
  const zone = field('zone').defaultValue ?? ''
  return (
    <Section id="calendar" title={m.contests_calendar()} lead={m.contests_calendar_lead()}>
      <SelectField
        {...field('zone')}
        label={m.contests_field_zone()}
        hint={m.contests_field_zone_hint()}
        options={zones.map((name) => ({ value: name, label: name.replaceAll('_', ' ') }))}
      />
      <FieldRow>
        {TIME_FIELDS.map((name) => (
          <DateTimeField key={name} {...field(name)} label={labelOf(name)} zone={zone.replaceAll('_', ' ')} />
        ))}
      </FieldRow>
    </Section>
  )
}

function labelOf(field: (typeof TIME_FIELDS)[number]): string {
  const boundary = BOUNDARIES.find((name) => BOUNDARY_FIELD[name] === field)
  return boundary ? BOUNDARY_WORDS[boundary]() : field
}
