import { Form, Link } from '@remix-run/react'
import type { PanelMember } from '#app/contests/panel-seats.server.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { SubmitButton } from '#app/ui/button.tsx'
import { Monogram } from '#app/ui/monogram.tsx'

type Props = { member: PanelMember; contestId: string /** Nothing can change any more. */; fixed: boolean }

export function SeatRow({ member: { jurorId, name, active, mayClose, hasJudged }, contestId, fixed }: Props) {
  return (
    <li className="flex flex-wrap items-center gap-x-5 gap-y-3 border-line border-t py-4">
      <Monogram name={name} />
      <div className="min-w-48 flex-1">
        <p className="font-medium">{name}</p>
        <p className="text-quiet text-sm">
          {active
            ? mayClose
              ? m.contests_panel_signs()
              : m.contests_panel_signs_not()
            : m.contests_panel_seat_empty()}
        </p>
      </div>
      {!fixed && active && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="jurorId" value={jurorId} />
          {!mayClose && <input type="hidden" name="mayClose" value="yes" />}
          <SubmitButton look="quiet" size="small">
            {mayClose ? m.contests_panel_stop_signing({ name }) : m.contests_panel_let_sign({ name })}
          </SubmitButton>
        </Form>
      )}
      {!fixed && !hasJudged && (
        <Link to={links.unseatJuror(contestId, jurorId)} className="link text-danger text-sm">
          {m.contests_panel_unseat({ name })}
        </Link>
      )}
      {hasJudged && <span className="text-quiet text-sm">{m.contests_panel_has_judged()}</span>}
    </li>
  )
}
