import { formatList } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'

/** The makers' names as one line; whoever left is "a former member". Empty while the seal hides them. */
export function byline(authors: readonly { name: string | null }[] | null): string {
  return formatList((authors ?? []).map(({ name }) => name ?? m.products_former_member()))
}
