import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Receipt } from '#app/voting/receipts.server.ts'

/** What the voter may keep and show: that their ballot is in, never what is on it. */
export function ReceiptOfBallot({ slug, receipt, zone }: { slug: string; receipt: Receipt; zone: string }) {
  const { code, head } = receipt
  return (
    <Section
      title={m.voting_receipt_title()}
      lead={m.voting_receipt_lead()}
      id="receipt"
      actions={
        <>
          <ButtonLink to={links.receipt(slug)} reloadDocument size="small">
            {m.voting_receipt_save()}
          </ButtonLink>
          <ButtonLink to={links.checkResult(slug)} look="quiet" size="small">
            {m.voting_check_title()}
          </ButtonLink>
        </>
      }
    >
      <Facts
        items={[
          { term: m.voting_receipt_code(), detail: <code className="break-all">{code}</code> },
          {
            term: m.voting_receipt_head(),
            detail: head ? (
              <>
                <code className="break-all">
                  {head.sequence}:{head.hash}
                </code>
                <span className="block text-quiet">
                  {m.voting_heads_when()} <Moment at={head.publishedAt} zone={zone} />
                </span>
              </>
            ) : (
              m.voting_receipt_no_head()
            ),
          },
        ]}
      />
    </Section>
  )
}
