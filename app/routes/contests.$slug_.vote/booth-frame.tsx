import type { ReactNode } from 'react'
import type { FormErrors } from '#app/http/read-form.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import type { BallotProgress } from '#app/voting/booths.server.ts'
import { BoothBar } from './booth-bar.tsx'
import type { BoothView } from './booth-view.server.ts'

type Props = {
  contest: BoothView['contest']
  /** What the voter holds or is told about; how far they are is shown once they have begun. */
  progress: BallotProgress | null
  holds: boolean
  /** What a reader hears after an act. */
  said: string
  errors: FormErrors
  /** In the bar, beside how far the ballot is. */
  inBar: ReactNode
  children: ReactNode
}

/** The booth around what is judged, however it is voted: the bar above, what a reader hears, what was wrong. */
export function BoothFrame({ contest, progress, holds, said, errors, inBar, children }: Props) {
  const begun = progress !== null && (holds || progress.given + progress.passed > 0)
  return (
    <div className="flex grow flex-col">
      <BoothBar contest={contest} progress={begun ? progress : null}>
        {inBar}
      </BoothBar>
      <p role="status" className="sr-only">
        {said}
      </p>
      <div className="gutter mx-auto w-full max-w-wide empty:hidden">
        <ErrorSummary errors={errors} title={m.ui_refused_act()} />
      </div>
      {children}
    </div>
  )
}
