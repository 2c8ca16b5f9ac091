import type { Brief } from '#app/contests/brief.ts'
import type { Phase } from '#app/contests/schedule.ts'
import { links } from '#app/http/links.ts'
import type { FormErrors } from '#app/http/read-form.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PictureView } from '#app/images/picture.ts'
import { type ArticlePerson, BriefArticle } from '#app/ui/brief-article.tsx'
import type { BriefHtml } from '#app/ui/brief-html.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Notice } from '#app/ui/notice.tsx'

type Props = {
  contestId: string
  slug: string | null
  phase: Phase
  brief: Brief
  html: BriefHtml
  head: PictureView | null
  panel: readonly ArticlePerson[]
  errors: FormErrors | undefined
}

/** A published brief: what it promises is read here, not changed. */
export function LockedBrief({ contestId, slug, phase, brief, html, head, panel, errors }: Props) {
  const clarifiable = phase === 'announced' || phase === 'open'
  return (
    <>
      <ErrorSummary errors={errors} title={m.contests_not_saved()} />
      <Notice
        tone="info"
        title={phase === 'cancelled' ? m.contests_cancelled_title() : m.contests_locked_title()}
        actions={
          <>
            {clarifiable && (
              <ButtonLink to={links.clarifyBrief(contestId)} size="small">
                {m.contests_admin_clarify()}
              </ButtonLink>
            )}
            {phase !== 'cancelled' && phase !== 'decided' && (
              <ButtonLink to={links.calendar(contestId)} size="small">
                {m.contests_admin_move()}
              </ButtonLink>
            )}
            {slug !== null && (
              <ButtonLink to={links.contestLog(slug)} size="small">
                {m.contests_log_link()}
              </ButtonLink>
            )}
          </>
        }
      >
        {phase === 'cancelled' ? m.contests_refused_cancelled() : m.contests_locked_text()}
      </Notice>
      <div className="mt-12">
        <BriefArticle brief={brief} html={html} head={head} panel={panel} level={2} />
      </div>
    </>
  )
}
