import type { Typed } from './read-form.server.ts'

/** What was typed into one field of a refused form; undefined when the form was not sent, so that a default may stand. */
export function typedText(typed: Typed | undefined, field: string): string | undefined {
  const value = typed?.[field]
  return Array.isArray(value) ? value[0] : value
}
