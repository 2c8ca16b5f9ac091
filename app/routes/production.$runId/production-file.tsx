import type { Artwork } from '#app/entries/entry-contents.server.ts'
import { links } from '#app/http/links.ts'
import { inWords } from '#app/http/refusals.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PrintWish } from '#app/images/print-wish.ts'
import { type FileStanding, SILENCE_DAYS, silentUntil } from '#app/production/production-file.ts'
import type { ProductionFileView } from '#app/production/production-files.server.ts'
import type { RunView } from '#app/production/runs.server.ts'
import type { ClosedHandIn } from '#app/production/stages.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Notice, type NoticeTone } from '#app/ui/notice.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { PrintMeter } from '#app/ui/print-meter.tsx'
import { Section } from '#app/ui/section.tsx'
import { FileVersion } from './file-version.tsx'
import { RulingForm } from './ruling-form.tsx'
import { WhatFile } from './what-file.tsx'

interface Props {
  run: RunView
  versions: readonly ProductionFileView[]
  standing: FileStanding
  wish: PrintWish | null
  pictures: readonly Artwork[]
  /** Why none can be handed in now, or null. */
  closed: ClosedHandIn | null
  mayRule: boolean
}

const STANDING: Record<FileStanding, { tone: NoticeTone; words: () => string }> = {
  missing: { tone: 'amber', words: m.production_file_missing },
  waiting: { tone: 'info', words: m.production_file_waiting },
  approved: { tone: 'done', words: m.production_file_approved },
  'approved-by-silence': { tone: 'done', words: () => m.production_file_silent({ days: SILENCE_DAYS }) },
  'changes-wanted': { tone: 'amber', words: m.production_file_changes_wanted },
}

/** What the product is made from, between its makers and the producers. The community does not see it. */
export function ProductionFile({ run, versions, standing, wish, pictures, closed, mayRule }: Props) {
  const { tone, words } = STANDING[standing]
  const { zone } = run.contest
  const [newest, ...older] = versions
  const wanted = standing === 'missing' || standing === 'changes-wanted'
  return (
    <Section id="production-file" title={m.production_file_title()} lead={m.production_file_lead()}>
      <div className="grid gap-x-16 gap-y-8 lg:grid-cols-2">
        <div>
          <Notice tone={closed === 'agreement-first' ? 'sealed' : tone} title={words()}>
            {closed === 'agreement-first' && inWords(closed).sentence}
            {standing === 'waiting' && newest && (
              <>
                {m.production_file_until()} <Moment at={silentUntil(newest.handedInAt).toISOString()} zone={zone} />
              </>
            )}
            {standing === 'changes-wanted' && newest?.ruling?.reason}
          </Notice>
          {closed === null && (
            <ButtonLink look={wanted && !mayRule ? 'primary' : 'plain'} to={links.productionFile(run.id)}>
              {newest ? m.production_file_hand_in_next() : m.production_file_hand_in()}
            </ButtonLink>
          )}
          {mayRule && newest && closed === null && <RulingForm runId={run.id} fileId={newest.id} />}
        </div>
        <div>
          {newest ? (
            <ol className="border-line border-b">
              {[newest, ...older].map((file) => (
                <FileVersion key={file.id} file={file} zone={zone} />
              ))}
            </ol>
          ) : (
            <EmptyState icon="upload">{m.production_file_none()}</EmptyState>
          )}
        </div>
      </div>
      <WhatFile wish={wish} />
      <details className="group mt-6">
        <summary className="inline-flex min-h-11 items-center gap-2 font-medium text-sm">
          <Icon name="chevron" className="-rotate-90 transition-transform group-open:rotate-0" />
          {m.production_file_pictures()}
        </summary>
        <ul className="mt-4 grid gap-x-12 gap-y-8 lg:grid-cols-2">
          {pictures.map(({ id, picture, print }) => (
            <li key={id} className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-5">
              <Picture picture={picture} sizes="6rem" />
              <PrintMeter picture={picture} facts={print} wish={wish} />
            </li>
          ))}
        </ul>
      </details>
    </Section>
  )
}
