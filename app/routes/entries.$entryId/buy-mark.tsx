import { Form } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Icon } from '#app/ui/icon.tsx'

/** What a direct link may bring: buyers, never points. */
export function BuyMark({ entryId, marked }: { entryId: string; marked: boolean }) {
  return (
    <Form method="post" action={links.buyEntry(entryId)} preventScrollReset className="mb-8">
      <input type="hidden" name="wouldBuy" value={marked ? 'no' : 'yes'} />
      <button
        type="submit"
        aria-pressed={marked}
        aria-describedby="buy-hint"
        className="inline-flex min-h-14 w-full items-center justify-center gap-3 rounded-sm border border-ink px-5 font-medium transition-colors hover:border-accent hover:text-accent aria-pressed:bg-ink aria-pressed:text-paper"
      >
        <Icon name="tag" /> {m.voting_would_buy()}
      </button>
      <p id="buy-hint" className="mt-2 text-quiet text-xs">
        {m.voting_would_buy_hint()}
      </p>
    </Form>
  )
}
