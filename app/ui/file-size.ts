import { getLocale } from '#app/i18n/paraglide/runtime.js'

const STEPS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A length in bytes in the unit that people would use, in steps of 1000 as file managers and browsers show it. */
export function fileSize(bytes: number): string {
  let size = bytes
  let step = 0
  // 999.5 would be written as a thousand of the smaller unit.
  for (; size >= 999.5 && step < STEPS.length - 1; step++) size /= 1000
  const unit = STEPS[step] ?? 'byte'
  const maximumFractionDigits = step > 0 && size < 10 ? 1 : 0
  return new Intl.NumberFormat(getLocale(), { style: 'unit', unit, maximumFractionDigits }).format(size)
}
