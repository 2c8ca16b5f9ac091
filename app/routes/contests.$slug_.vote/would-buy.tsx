import { Form } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Icon } from '#app/ui/icon.tsx'

type Props = {
  slug: string
  entryId: string
  wouldBuy: boolean
  /** Marks it, or takes the mark back, without leaving the page. */
  onMark: (wouldBuy: boolean) => void
  /** How large it is and how it lies: the look itself is one. */
  className: string
}

/** "I'd buy it", beside an entry in the booth; pressed again it is taken back. */
export function WouldBuy({ slug, entryId, wouldBuy, onMark, className }: Props) {
  return (
    <Form
      method="post"
      action={links.boothBuy(slug)}
      onSubmit={(event) => {
        event.preventDefault()
        onMark(!wouldBuy)
      }}
    >
      <input type="hidden" name="entryId" value={entryId} />
      <input type="hidden" name="wouldBuy" value={wouldBuy ? 'no' : 'yes'} />
      <button
        type="submit"
        aria-pressed={wouldBuy}
        title={m.voting_would_buy_hint()}
        className={`inline-flex items-center rounded-sm border border-strong text-sm transition-colors hover:border-ink aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper ${className}`}
      >
        <Icon name="tag" /> {m.voting_would_buy()}
      </button>
    </Form>
  )
}
