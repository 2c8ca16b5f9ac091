/** How long a text is as SQLite's `length` counts it, so that a form never lets through what a CHECK refuses: by code points. */
export function characters(text: string): number {
  return [...text].length
}
