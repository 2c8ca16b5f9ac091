import { m } from '#app/i18n/paraglide/messages.js'
import { Icon } from '#app/ui/icon.tsx'
import type { Upload } from './use-uploads.ts'

export function UploadList({ uploads, onDismiss }: { uploads: readonly Upload[]; onDismiss: (key: number) => void }) {
  return (
    <ul aria-live="polite" className="mb-5 space-y-4 empty:hidden">
      {uploads.map((upload) => (
        <li key={upload.key} className="text-sm">
          {upload.refusal === null ? (
            <UnderWay upload={upload} />
          ) : (
            <div className="flex gap-2 border-danger border-l-2 py-1 pl-4">
              <p className="min-w-0 grow">
                <strong className="break-words font-medium text-danger">{upload.name}</strong>
                <span className="block">{upload.refusal}</span>
              </p>
              <button
                type="button"
                onClick={() => onDismiss(upload.key)}
                aria-label={m.entries_upload_dismiss({ name: upload.name })}
                className="flex size-11 shrink-0 items-center justify-center hover:text-accent"
              >
                <Icon name="close" />
              </button>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

function UnderWay({ upload: { name, share } }: { upload: Upload }) {
  const checking = share >= 1
  return (
    <>
      <p className="flex justify-between gap-4">
        <span className="min-w-0 truncate">{name}</span>
        <span className="shrink-0 text-quiet tabular-nums">
          {checking ? m.entries_upload_checking() : m.entries_upload_share({ percent: Math.round(share * 100) })}
        </span>
      </p>
      <progress
        aria-label={m.entries_upload_progress({ name })}
        max={1}
        value={checking ? undefined : share}
        className="mt-1 block h-1 w-full accent-accent"
      />
    </>
  )
}
