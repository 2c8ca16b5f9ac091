import { m } from '#app/i18n/paraglide/messages.js'
import { getLocale } from '#app/i18n/paraglide/runtime.js'
import type { Upload } from './upload-shelf.ts'
import type { UploadState } from './upload-state.ts'

/** What is said differently of pictures and of other files. */
export interface UploadWords {
  /** What the list is called. */
  list: () => string
  arrived: () => string
  taken: () => string
}

/** What the line under a file's name says. */
export function stateInWords(state: UploadState, words: UploadWords): string {
  switch (state.is) {
    case 'waiting':
      return m.ui_upload_waiting()
    case 'sending':
      return m.ui_upload_share({ percent: percentOf(state.share) })
    case 'arrived':
      return words.arrived()
    case 'checking':
      return m.ui_upload_checking()
    case 'lost':
      return m.ui_upload_lost()
    case 'held': {
      const at = m.ui_upload_held({ at: clockAt(state.until) })
      return state.sentence === null ? at : `${state.sentence} ${at}`
    }
    case 'signed-out':
      return m.ui_upload_signed_out()
    case 'stopped':
      return m.ui_upload_stopped()
    case 'refused':
      return state.sentence
    case 'taken':
      return words.taken()
  }
}

/** What somebody hears who does not see the list. */
export function newsInWords({ file, state }: Upload, words: UploadWords): string {
  return `${file.name}: ${stateInWords(state, words)}`
}

/** Rounded down: a hundred is for what is there. */
function percentOf(share: number): number {
  return Math.floor(share * 100)
}

function clockAt(time: number): string {
  return new Intl.DateTimeFormat(getLocale(), { timeStyle: 'medium', hourCycle: 'h23' }).format(time)
}
