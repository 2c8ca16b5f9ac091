import { m } from '#app/i18n/paraglide/messages.js'
import type { PanelOrderState } from '#app/jury/panel-order.server.ts'
import { EmptyState } from './empty-state.tsx'
import { type OrderedFinalist, OrderTable } from './order-table.tsx'

type Props = {
  state: PanelOrderState
  finalists: readonly OrderedFinalist[]
  to: (entryId: string) => string
}

/** The panel's order of the finalists, or why it is not shown yet. */
export function PanelOrderView({ state, finalists, to }: Props) {
  if (state.kind === 'after-yours') return <EmptyState icon="seal">{m.jury_panel_order_after_yours()}</EmptyState>
  if (state.kind === 'waiting') {
    const { done, needed } = state
    return <EmptyState icon="seal">{m.jury_panel_order_waiting({ done, needed })}</EmptyState>
  }
  if (state.kind === 'too-few') {
    const { done, needed, mixed } = state
    const words = mixed ? m.jury_panel_order_too_few : m.jury_panel_order_not_all
    return <EmptyState icon="seal">{words({ done, needed })}</EmptyState>
  }
  const { lines, jurors, answers } = state.order
  return (
    <>
      <p className="mb-6 max-w-text text-quiet">
        {m.jury_panel_order_from({ jurors: jurors, answers })} {m.jury_panel_order_how()}
      </p>
      <OrderTable caption={m.jury_panel_order_title()} lines={lines} finalists={finalists} to={to} />
    </>
  )
}
