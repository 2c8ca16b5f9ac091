import type { Typed } from '#app/http/read-form.server.ts'

/** What a field shows: what was typed into a refused form, else what is stored. */
export function typedText(typed: Typed | undefined, name: string, stored: string): string {
  const value = typed?.[name]
  return typeof value === 'string' ? value : stored
}

/** The same for a box: in a refused form an absent name is an empty box. */
export function typedTick(typed: Typed | undefined, name: string, stored: boolean): boolean {
  // A refused form of another section has no words in it at all.
  return typed?.savedAt === undefined ? stored : typed[name] !== undefined
}
