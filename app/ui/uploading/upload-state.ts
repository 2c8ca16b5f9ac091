/** Where one chosen file is on its way. */
export type UploadState =
  | { is: 'waiting' }
  /** `share`: from 0 to 1. */
  | { is: 'sending'; share: number }
  /** All of it is there, and waits for its turn to be looked at. */
  | { is: 'arrived' }
  | { is: 'checking' }
  /** The connection is gone; it goes on by itself. */
  | { is: 'lost'; share: number }
  /** The server asks to wait; it goes on by itself at that moment. */
  | { is: 'held'; share: number; until: number; sentence: string | null }
  | { is: 'signed-out'; share: number }
  | { is: 'stopped' }
  /** `again`: the same file may find another answer. */
  | { is: 'refused'; sentence: string; again: boolean }
  | { is: 'taken'; made: string | null }

export type EndState = Extract<UploadState, { is: 'stopped' | 'refused' | 'taken' }>

export function hasEnded(state: UploadState): state is EndState {
  return state.is === 'stopped' || state.is === 'refused' || state.is === 'taken'
}
