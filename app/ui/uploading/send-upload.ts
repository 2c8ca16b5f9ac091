import { PIECE_TYPE } from '#app/http/edge/body-limit.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { Pauses } from './pauses.ts'
import { askServer, type Reply } from './upload-request.ts'
import type { EndState, UploadState } from './upload-state.ts'

export interface Sending {
  /** Where uploads begin. */
  to: string
  file: Blob
  /** Its own address once it has one: kept by the caller, so that trying again goes on from there. */
  place: { address: string | null }
  signal: AbortSignal
  pauses: Pauses
  /** Resolves when the whole may be looked at: those chosen before are through, or somebody has pressed a button. */
  turn: () => Promise<void>
  /** What goes with the file when it is judged, and how long that may take. */
  finishing?: Finishing
  onState: (state: UploadState) => void
}

export interface Finishing {
  fields: () => Record<string, string>
  silenceMs: number
}

/** Small enough that a proxy which swallows whole requests loses little, large enough that asking costs nothing. */
const PIECE_BYTES = 4 * 1024 * 1024
/** A lost piece makes the next ones a quarter, down to this one: half a minute of a 64 kbit/s line. */
const PIECE_BYTES_LEAST = 256 * 1024
const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 30_000
/** The server cut a piece that trickled; what came of it is kept there. */
const TOO_SLOW = 408
/** When no other moment was named. */
const HELD_SECONDS = 10
/** Faults of the server, and uploads it no longer knows, before a person is asked. */
const FAULTS_MOST = 4

const FORM_TYPE = 'application/x-www-form-urlencoded'

type Step = 'begin' | 'ask' | 'send' | 'finish'

/** Brings one file in, through lost connections, full houses and ended sessions; ends with what became of it. */
export async function sendUpload({
  to,
  file,
  place,
  signal,
  pauses,
  turn,
  finishing,
  onState,
}: Sending): Promise<EndState> {
  let step: Step = place.address === null ? 'begin' : 'ask'
  let [offset, losses, faults, pieceBytes] = [0, 0, 0, PIECE_BYTES]
  // As the person last saw it: how much of a lost piece arrived is only known once the server can be asked.
  let shown = 0
  const tell = (state: UploadState) => {
    if (state.is === 'sending') shown = state.share
    onState(state)
  }

  while (!signal.aborted) {
    if (step === 'finish') {
      tell({ is: 'arrived' })
      await turn()
    }
    if (signal.aborted) break
    tell(
      step === 'finish' ? { is: 'checking' } : { is: 'sending', share: step === 'send' ? offset / file.size : shown },
    )
    const reply = await take(step)
    if (signal.aborted) break

    if (reply?.signedOut || reply?.status === 401) {
      tell({ is: 'signed-out', share: shown })
      await pauses.pause(Number.POSITIVE_INFINITY, signal)
    } else if (reply?.status === 429 || reply?.status === 503) {
      const ms = (reply.seconds ?? HELD_SECONDS) * 1000
      tell({ is: 'held', share: shown, until: Date.now() + ms, sentence: reply.sentence })
      await pauses.pause(ms, signal)
    } else if (reply === null || reply.status === TOO_SLOW || reply.status >= 500) {
      losses += 1
      if (step === 'send') pieceBytes = Math.max(PIECE_BYTES_LEAST, pieceBytes / 4)
      if (reply !== null && reply.status !== TOO_SLOW) faults += 1
      if (faults > FAULTS_MOST) return refusedFor(m.ui_upload_broken(), true)
      if (losses > 1 && !(await canBeRead(file))) return refusedFor(m.ui_upload_unreadable(), false)
      tell({ is: 'lost', share: shown })
      await pauses.pause(pauseMs(losses), signal)
    } else if (isGone(reply) && place.address !== null) {
      place.address = null
      faults += 1
      if (faults > FAULTS_MOST) return refusedFor(m.ui_upload_broken(), true)
    } else if (step === 'finish' && reply.status === 201) {
      return { is: 'taken', made: reply.made }
    } else if (reply.offset !== null) {
      // Also when it was at another place than we thought: then it is the server that knows.
      if (reply.offset > offset) losses = 0
      offset = reply.offset
      place.address = reply.location ?? place.address
      step = offset < file.size ? 'send' : 'finish'
      continue
    } else {
      return refusedFor(reply.sentence ?? m.ui_upload_broken(), !isOfTheFile(reply))
    }
    step = place.address === null ? 'begin' : step === 'finish' ? 'finish' : 'ask'
  }
  if (place.address !== null)
    void askServer({ method: 'DELETE', address: place.address, signal: new AbortController().signal })
  place.address = null
  return { is: 'stopped' }

  function take(step: Step): Promise<Reply | null> {
    const address = place.address ?? to
    switch (step) {
      case 'begin':
        return askServer({ method: 'POST', address: to, headers: { 'Upload-Length': String(file.size) }, signal })
      case 'ask':
        return askServer({ method: 'HEAD', address, signal })
      case 'finish': {
        const body = finishing && new Blob([new URLSearchParams(finishing.fields()).toString()], { type: FORM_TYPE })
        return askServer({
          method: 'POST',
          address: `${address}/finish`,
          body,
          silenceMs: finishing?.silenceMs,
          signal,
        })
      }
      case 'send': {
        const headers = { 'Upload-Offset': String(offset), 'Content-Type': PIECE_TYPE }
        const body = file.slice(offset, offset + pieceBytes)
        const onSent = (bytes: number) => tell({ is: 'sending', share: Math.min(1, (offset + bytes) / file.size) })
        return askServer({ method: 'PATCH', address, headers, body, onSent, signal })
      }
    }
  }
}

function refusedFor(sentence: string, again: boolean): EndState {
  return { is: 'refused', sentence, again }
}

function isGone({ status }: Reply): boolean {
  return status === 404 || status === 410
}

/** What is wrong with the file itself does not pass by trying again. */
function isOfTheFile({ status }: Reply): boolean {
  return status === 413 || status === 415 || status === 422
}

/** Twice as long each time, and never all pages at the same moment. */
function pauseMs(losses: number): number {
  const most = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (losses - 1))
  return most / 2 + (Math.random() * most) / 2
}

/** A file that was changed or moved since it was chosen looks to the browser like a lost connection. */
async function canBeRead(file: Blob): Promise<boolean> {
  return file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    )
}
