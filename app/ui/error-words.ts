import { m } from '#app/i18n/paraglide/messages.js'

export function errorWords(status: number): { title: string; text: string } {
  if (status === 404) return { title: m.errors_page_not_found_title(), text: m.errors_page_not_found_text() }
  if (status === 403) return { title: m.errors_page_forbidden_title(), text: m.errors_page_forbidden_text() }
  if (status === 503) return { title: m.errors_page_not_ready_title(), text: m.errors_page_not_ready_text() }
  if (status >= 500) return { title: m.errors_page_failed_title(), text: m.errors_page_failed_text() }
  return { title: m.errors_page_other_title(), text: m.errors_page_other_text() }
}
