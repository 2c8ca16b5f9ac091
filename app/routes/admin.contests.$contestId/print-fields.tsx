import { m } from '#app/i18n/paraglide/messages.js'
import { PRINT_BLEED_MM, PRINT_COLOURS, PRINT_PPI, PRINT_SIDE_MM } from '#app/images/print-wish.ts'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { COLOUR_WISH_WORDS, SHARPNESS_WORDS } from '#app/ui/print-words.ts'
import type { FieldReader } from './field-reader.ts'

/** What is printed, how large and how sharp; left empty for what is only a shape. */
export function PrintFields({ field }: { field: FieldReader }) {
  const millimetres = (name: string, label: string, { least, most }: { least: number; most: number }) => (
    <TextField {...field(name)} label={label} type="number" inputMode="numeric" min={least} max={most} />
  )
  return (
    <fieldset aria-describedby="print-hint" className="mt-2 mb-6 border-line border-t pt-4">
      <legend className="float-left mb-1 w-full font-medium">{m.contests_print_legend()}</legend>
      <p id="print-hint" className="clear-both mb-4 text-quiet text-sm">
        {m.contests_print_hint()}
      </p>
      <FieldRow three>
        {millimetres('printWidthMm', m.contests_field_print_width(), PRINT_SIDE_MM)}
        {millimetres('printHeightMm', m.contests_field_print_height(), PRINT_SIDE_MM)}
        {millimetres('printBleedMm', m.contests_field_print_bleed(), PRINT_BLEED_MM)}
      </FieldRow>
      <FieldRow>
        <SelectField
          {...field('printPpi')}
          label={m.contests_field_print_ppi()}
          options={PRINT_PPI.map((ppi) => ({ value: String(ppi), label: SHARPNESS_WORDS[ppi]() }))}
        />
        <SelectField
          {...field('printColour')}
          label={m.contests_field_print_colour()}
          options={PRINT_COLOURS.map((colour) => ({ value: colour, label: COLOUR_WISH_WORDS[colour]() }))}
        />
      </FieldRow>
    </fieldset>
  )
}
