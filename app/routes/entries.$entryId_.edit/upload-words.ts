import { m } from '#app/i18n/paraglide/messages.js'
import { getLocale } from '#app/i18n/paraglide/runtime.js'
import type { Upload } from './upload-shelf.ts'
import type { UploadState } from './upload-state.ts'

/** What the line under a file's name says. */
export function stateInWords(state: UploadState): string {
  switch (state.is) {
    case 'waiting':
      return m.entries_upload_waiting()
    case 'sending':
      return m.entries_upload_share({ percent: percentOf(state.share) })
    case 'arrived':
      return m.entries_upload_arrived()
    case 'checking':
      return m.entries_upload_checking()
    case 'lost':
      return m.entries_upload_lost()
    case 'held': {
      const at = m.entries_upload_held({ at: clockAt(state.until) })
      return state.sentence === null ? at : `${state.sentence} ${at}`
    }
    case 'signed-out':
      return m.entries_upload_signed_out()
    case 'stopped':
      return m.entries_upload_stopped()
    case 'refused':
      return state.sentence
    case 'taken':
      return m.entries_upload_taken()
  }
}

/** What somebody hears who does not see the list. */
export function newsInWords({ file, state }: Upload): string {
  return `${file.name}: ${stateInWords(state)}`
}

const UNITS = ['kilobyte', 'megabyte'] as const

/** '4.2 MB', in the units that files are measured in where they come from. */
export function sizeInWords(bytes: number): string {
  const large = bytes >= 1000 * 1000
  const format = { style: 'unit', unit: large ? UNITS[1] : UNITS[0], maximumFractionDigits: large ? 1 : 0 } as const
  return new Intl.NumberFormat(getLocale(), format).format(large ? bytes / (1000 * 1000) : Math.ceil(bytes / 1000))
}

/** Rounded down: a hundred is for what is there. */
function percentOf(share: number): number {
  return Math.floor(share * 100)
}

function clockAt(time: number): string {
  return new Intl.DateTimeFormat(getLocale(), { timeStyle: 'medium', hourCycle: 'h23' }).format(time)
}
