import { Link } from '@remix-run/react'
import { BRIEF_LIMITS, VOTING_METHODS } from '#app/contests/brief.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { RadioField, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { METHOD_WORDS } from '#app/ui/method-words.ts'
import { Section } from '#app/ui/section.tsx'
import type { FieldReader } from './field-reader.ts'
import { PrintFields } from './print-fields.tsx'

type Props = { field: FieldReader; panelTo: string; seats: number }

/** What to draw, who takes part, and how many jurors it takes. */
export function RulesFields({ field, panelTo, seats }: Props) {
  const number = (name: string, label: string, { least, most }: { least: number; most: number }, hint?: string) => (
    <TextField {...field(name)} label={label} hint={hint} type="number" inputMode="numeric" min={least} max={most} />
  )
  const { sidePx, pictures, entriesPerPerson, accountAgeDays, quorum, candidates, answerDays } = BRIEF_LIMITS
  const { minimumScores, extensionDays } = BRIEF_LIMITS
  return (
    <Section id="rules" title={m.contests_section_rules()}>
      <FieldRow>
        {number('minimumWidthPx', m.contests_field_width(), sidePx)}
        {number('minimumHeightPx', m.contests_field_height(), sidePx)}
        {number('minimumPictures', m.contests_field_pictures_least(), pictures)}
        {number('maximumPictures', m.contests_field_pictures_most(), pictures)}
      </FieldRow>
      <PrintFields field={field} />
      {number('entriesPerPerson', m.contests_field_entries(), entriesPerPerson)}
      <FieldRow>
        {number('enterAccountAgeDays', m.contests_field_enter_age(), accountAgeDays, m.contests_field_age_hint())}
        {number('voteAccountAgeDays', m.contests_field_vote_age(), accountAgeDays, m.contests_field_age_hint())}
      </FieldRow>
      <RadioField
        {...field('method')}
        label={m.contests_field_method()}
        hint={m.contests_field_method_hint()}
        options={VOTING_METHODS.map((method) => ({
          value: method,
          label: METHOD_WORDS[method].label(),
          hint: METHOD_WORDS[method].hint(),
        }))}
      />
      <FieldRow>
        {number(
          'minimumScores',
          m.contests_field_minimum_scores(),
          minimumScores,
          m.contests_field_minimum_scores_hint(),
        )}
        {number(
          'extensionDays',
          m.contests_field_extension_days(),
          extensionDays,
          m.contests_field_extension_days_hint(),
        )}
      </FieldRow>
      <FieldRow>
        {number('quorum', m.contests_field_quorum(), quorum, m.contests_field_quorum_hint())}
        {number('candidates', m.contests_field_candidates(), candidates, m.contests_field_candidates_hint())}
      </FieldRow>
      {number('answerDays', m.contests_field_answer_days(), answerDays, m.contests_field_answer_days_hint())}
      <p className="text-sm">
        {m.contests_panel_has({ count: seats })}{' '}
        <Link to={panelTo} className="link">
          {m.contests_panel_choose()}
        </Link>
      </p>
    </Section>
  )
}
