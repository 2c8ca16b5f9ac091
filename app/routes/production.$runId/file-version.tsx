import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { FileRuling } from '#app/production/production-file.ts'
import type { ProductionFileView } from '#app/production/production-files.server.ts'
import { fileSize } from '#app/ui/file-size.ts'
import { Moment } from '#app/ui/moment.tsx'

const RULING_WORDS: Record<FileRuling, () => string> = {
  approved: m.production_file_ruled_approved,
  'changes-wanted': m.production_file_ruled_changes,
}

/** By how much of its digest a person tells two files apart. */
const DIGEST_SHOWN = 12

export function FileVersion({ file, zone }: { file: ProductionFileView; zone: string }) {
  const { id, version, kind, bytes, sha256, note, handedInAt, handedInByName, ruling } = file
  return (
    <li className="border-line border-t py-3 text-sm">
      <p className="flex flex-wrap items-baseline justify-between gap-x-6">
        <span className="font-medium">{m.production_file_version({ version })}</span>
        <a href={links.saveProductionFile(id)} download className="link">
          {m.production_file_save({ kind: kind.toUpperCase(), size: fileSize(bytes) })}
        </a>
      </p>
      <p className="text-quiet">
        {handedInByName ?? m.production_former()}, <Moment at={handedInAt} zone={zone} />
      </p>
      {note !== '' && <p className="mt-1 whitespace-pre-line">{note}</p>}
      {ruling && (
        <p className="mt-1 border-line border-l pl-3">
          <strong className="font-medium">{RULING_WORDS[ruling.ruling]()}</strong>,{' '}
          {ruling.ruledByName ?? m.production_former()}, <Moment at={ruling.ruledAt} zone={zone} precision="day" />
          {ruling.reason !== '' && <span className="block whitespace-pre-line">{ruling.reason}</span>}
        </p>
      )}
      <p className="mt-1 text-quiet text-xs">
        SHA-256 <code title={sha256}>{sha256.slice(0, DIGEST_SHOWN)}…</code>
      </p>
    </li>
  )
}
