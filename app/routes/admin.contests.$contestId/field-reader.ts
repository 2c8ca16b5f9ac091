/** What a field of the brief shows: what was typed and refused, else what is saved. */
export type FieldReader = (name: string) => {
  name: string
  defaultValue: string | undefined
  error: string[] | undefined
}
