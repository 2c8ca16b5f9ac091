import type { z } from 'zod'
import { m } from '#app/i18n/paraglide/messages.js'

/** What was typed, as it was typed, so that a refused form comes back as the person left it. */
export type Typed = Record<string, string | string[]>

/** Field name → sentences; the key '' holds what concerns the whole form. */
export type FormErrors = Record<string, string[]>

export type FormReading<Value> =
  | { ok: true; value: Value; typed: Typed }
  | { ok: false; errors: FormErrors; typed: Typed }

/** Names whose values are never sent back to the page. */
const SECRET_FIELD = /password/i

/** Reads a urlencoded form and checks it: the one adapter from FormData to the schemas of the rules files. */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<FormReading<z.output<Schema>>> {
  return checkFields(await readFields(request), schema)
}

/** The fields of any form a browser sends. What is no form, or only half of one, gets the 400 page: there is nothing to keep of it. */
export async function readFields(request: Request): Promise<Typed> {
  const form = await request.formData().catch(() => {
    throw new Response(m.errors_page_other_text(), { status: 400, statusText: 'Bad Request' })
  })
  return toFields(form)
}

/** For forms whose fields were read otherwise, such as uploads. */
export function checkFields<Schema extends z.ZodType>(fields: Typed, schema: Schema): FormReading<z.output<Schema>> {
  const typed = withoutSecrets(fields)
  const reading = schema.safeParse(fields, { error: whereTheRuleIsSilent })
  if (reading.success) return { ok: true, value: reading.data, typed }
  const errors: FormErrors = {}
  for (const issue of reading.error.issues) {
    const field = issue.path.map(String).join('.')
    errors[field] = [...(errors[field] ?? []), issue.message]
  }
  return { ok: false, errors, typed }
}

/** What a field's own rule has no sentence for, no form of ours can send; but a script or an old page may, and zod speaks only English. */
function whereTheRuleIsSilent({ input }: { input?: unknown }): string {
  return input === undefined ? m.errors_field_missing() : m.errors_field_unreadable()
}

/** A name that occurs once is a string, one that occurs several times or ends in [] is a list; files are left out. */
export function toFields(form: FormData): Typed {
  const fields: Typed = {}
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).filter((value): value is string => typeof value === 'string')
    const [only] = values
    if (name.endsWith('[]')) fields[name.slice(0, -2)] = values
    else if (values.length > 1) fields[name] = values
    else if (only !== undefined) fields[name] = only
  }
  return fields
}

function withoutSecrets(fields: Typed): Typed {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !SECRET_FIELD.test(name)))
}
