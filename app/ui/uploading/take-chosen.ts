/** Hands over what lies in a file field, and empties it, so that the same file can be chosen again. */
export function takeChosen(field: HTMLInputElement | null, onFiles: (files: readonly File[]) => void): void {
  const files = [...(field?.files ?? [])]
  if (!field || files.length === 0) return
  onFiles(files)
  field.value = ''
}
