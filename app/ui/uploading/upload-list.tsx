import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { FilePreview } from '../file-preview.tsx'
import { fileSize } from '../file-size.ts'
import { Icon } from '../icon.tsx'
import type { UploadQueue } from './upload-queue.ts'
import type { Upload } from './upload-shelf.ts'
import { stateInWords, type UploadWords } from './upload-words.ts'

/** What the page holds of them. */
export interface Uploads extends Pick<UploadQueue, 'stop' | 'again' | 'dismiss'> {
  uploads: readonly Upload[]
  /** What somebody should hear who does not see the list. */
  news: string
}

interface Props {
  uploads: Uploads
  words: UploadWords
  /** With what each will look like, where that can be told. */
  previews?: boolean
}

/** The files that are on their way, and those that did not get there with what to do about it. */
export function UploadList({ uploads, words, previews = false }: Props) {
  return (
    <>
      <p role="status" className="sr-only">
        {uploads.news}
      </p>
      {uploads.uploads.length > 0 && (
        <ul aria-label={words.list()} className="mb-6 space-y-7">
          {uploads.uploads.map((upload) => (
            <UploadLine key={upload.key} upload={upload} acts={uploads} words={words} preview={previews} />
          ))}
        </ul>
      )}
    </>
  )
}

interface LineProps {
  upload: Upload
  acts: Uploads
  words: UploadWords
  preview: boolean
}

function UploadLine({ upload, acts, words, preview }: LineProps) {
  const { file, state, look } = upload
  const refused = state.is === 'refused'
  const dim = refused || state.is === 'stopped'
  return (
    <li className={preview ? 'grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-5 sm:grid-cols-[10rem_minmax(0,1fr)]' : ''}>
      {preview && (
        <div className={dim ? 'opacity-50 grayscale' : undefined}>
          <FilePreview preview={look?.preview ?? null} />
        </div>
      )}
      <div className="min-w-0 text-sm">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <strong className="wrap-anywhere font-medium">{file.name}</strong>
          <span className="text-quiet text-xs tabular-nums">{fileSize(file.size)}</span>
        </p>
        <Bar upload={upload} />
        <p className={`mt-2 flex gap-2 tabular-nums ${refused ? 'text-danger' : 'text-quiet'}`}>
          {refused && <Icon name="warning" className="mt-0.5" />}
          <span>{stateInWords(state, words)}</span>
        </p>
        <p className="mt-1 flex flex-wrap gap-x-4">
          <Acts upload={upload} acts={acts} />
        </p>
      </div>
    </li>
  )
}

/** A hairline that fills. */
function Bar({ upload: { file, state } }: { upload: Upload }) {
  if (state.is === 'refused' || state.is === 'stopped') return null
  const share = state.is === 'waiting' ? 0 : 'share' in state ? state.share : 1
  const waits = state.is === 'lost' || state.is === 'held' || state.is === 'signed-out'
  return (
    <progress
      aria-label={m.ui_upload_progress({ name: file.name })}
      max={1}
      value={share}
      className={`upload-bar mt-2 block ${waits ? 'text-strong' : 'text-accent'}`}
    />
  )
}

function Acts({ upload: { key, file, state }, acts }: { upload: Upload; acts: Uploads }) {
  const { name } = file
  const stop = (
    <Act onClick={() => acts.stop(key)} spoken={m.ui_upload_stop_spoken({ name })}>
      {m.ui_upload_stop()}
    </Act>
  )
  const again = (words: string) => (
    <Act onClick={() => acts.again(key)} spoken={`${words}: ${name}`}>
      {words}
    </Act>
  )
  const dismiss = (
    <Act onClick={() => acts.dismiss(key)} spoken={m.ui_upload_dismiss({ name })}>
      {m.ui_upload_away()}
    </Act>
  )
  switch (state.is) {
    case 'waiting':
    case 'sending':
    case 'arrived':
      return stop
    case 'checking':
    case 'taken':
      return null
    case 'lost':
    case 'held':
      return (
        <>
          {again(m.ui_upload_now())}
          {stop}
        </>
      )
    case 'signed-out':
      return (
        <>
          <a href={links.signIn()} target="_blank" rel="noreferrer" className="link inline-flex min-h-11 items-center">
            {m.ui_upload_sign_in()}
          </a>
          {again(m.ui_upload_go_on())}
          {stop}
        </>
      )
    case 'stopped':
      return (
        <>
          {again(m.ui_upload_again())}
          {dismiss}
        </>
      )
    case 'refused':
      return (
        <>
          {state.again && again(m.ui_upload_again())}
          {dismiss}
        </>
      )
  }
}

function Act({ onClick, spoken, children }: { onClick: () => void; spoken: string; children: string }) {
  return (
    <button type="button" className="link min-h-11 text-sm" onClick={onClick} aria-label={spoken}>
      {children}
    </button>
  )
}
