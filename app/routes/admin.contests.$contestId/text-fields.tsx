import { BRIEF_LIMITS } from '#app/contests/brief.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import type { FieldReader } from './field-reader.ts'

export function TextFields({ field }: { field: FieldReader }) {
  return (
    <Section id="text" title={m.contests_section_text()}>
      <TextField
        {...field('title')}
        label={m.contests_field_title()}
        hint={m.contests_field_title_hint()}
        maxLength={BRIEF_LIMITS.titleLength}
        required
      />
      <TextField
        {...field('product')}
        label={m.contests_field_product()}
        hint={m.contests_field_product_hint()}
        maxLength={BRIEF_LIMITS.productLength}
      />
      <TextArea
        {...field('summary')}
        label={m.contests_field_summary()}
        hint={m.contests_field_summary_hint()}
        maxLength={BRIEF_LIMITS.summaryLength}
        rows={2}
      />
      <TextArea
        {...field('brief')}
        label={m.contests_field_brief()}
        hint={m.contests_field_markdown_hint()}
        maxLength={BRIEF_LIMITS.briefLength}
        rows={12}
      />
      <TextArea
        {...field('prizes')}
        label={m.contests_field_prizes()}
        hint={m.contests_field_prizes_hint()}
        maxLength={BRIEF_LIMITS.prizesLength}
      />
    </Section>
  )
}
