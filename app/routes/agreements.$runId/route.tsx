import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { listArtworks } from '#app/entries/entry-contents.server.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { typedText } from '#app/http/typed.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PictureView } from '#app/images/picture.ts'
import { agreementDigest, agreementText } from '#app/production/agreement.ts'
import { findAgreement } from '#app/production/agreements.server.ts'
import { FULL_NAME_MAX, signatureSchema } from '#app/production/run-forms.ts'
import { listSignatures, type SignatureView } from '#app/production/run-notes.server.ts'
import { signAgreement } from '#app/production/sign-agreement.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { CheckboxField, TextField } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { renderMarkdown } from '#app/ui/markdown.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Picture } from '#app/ui/picture.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Section } from '#app/ui/section.tsx'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.agreement_title() })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const agreement = await findAgreement(context.db, params.runId ?? '', viewer.id)
  // An agreement is between the brand and the makers: for everybody else there is none.
  if (!agreement) throw notFound()
  const { facts, contest, terms, signature } = agreement
  const text = signature?.terms ?? agreementText({ ...terms, brand: context.config.brandName })
  return {
    runId: facts.run.id,
    title: terms.title,
    contest: terms.contest,
    zone: contest.zone,
    picture: (await listArtworks(context.db, facts.run.entryId))[0]?.picture ?? null,
    signatures: await listSignatures(context.db, facts.run.id, facts.makers),
    stopped: facts.go === false,
    signature,
    text,
    read: await agreementDigest(text),
    html: renderMarkdown(text),
  }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const runId = params.runId ?? ''
  const agreement = await findAgreement(context.db, runId, viewer.id)
  if (!agreement) throw notFound()
  const form = await readForm(request, signatureSchema)
  if (!form.ok) return formRefused(form)
  const terms = agreementText({ ...agreement.terms, brand: context.config.brandName })
  const { fullName, read } = form.value
  const signature = { runId, accountId: viewer.id, fullName, terms, read }
  const signed = await signAgreement(context.db, signature, context.clock())
  if (!signed.ok) return refuse(signed.refusal, { typed: form.typed })
  return redirectWithFlash(links.run(runId), m.agreement_signed_flash())
}

export default function Agreement() {
  const { runId, title, contest, zone, picture, signatures, stopped, signature, read, html } =
    useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Page
      kicker={contest}
      title={m.agreement_title()}
      lead={signature ? undefined : m.agreement_lead()}
      back={{ to: links.run(runId), label: title }}
      aside={<WhatAndWho picture={picture} signatures={signatures} zone={zone} />}
    >
      <Prose html={html} />
      <Section>
        {signature ? (
          <Notice tone="done" title={m.agreement_signed()}>
            {m.agreement_signed_as({ name: signature.fullName })}, <Moment at={signature.signedAt} zone={zone} />
          </Notice>
        ) : stopped ? (
          <Notice>{m.agreement_stopped()}</Notice>
        ) : (
          <Form method="post" className="max-w-text" noValidate>
            <ErrorSummary errors={refusal?.errors} />
            <input type="hidden" name="read" value={read} />
            <TextField
              name="fullName"
              label={m.agreement_full_name()}
              hint={m.agreement_full_name_hint()}
              autoComplete="name"
              required
              error={refusal?.errors.fullName}
              maxLength={FULL_NAME_MAX}
              defaultValue={typedText(refusal?.typed, 'fullName')}
            />
            <CheckboxField
              name="agreed"
              label={m.agreement_agree()}
              required
              error={refusal?.errors.agreed}
              defaultChecked={typedText(refusal?.typed, 'agreed') !== undefined}
            />
            <SubmitButton look="primary">{m.agreement_sign()}</SubmitButton>
          </Form>
        )}
      </Section>
    </Page>
  )
}

interface WhatAndWhoProps {
  picture: PictureView | null
  signatures: readonly SignatureView[]
  zone: string
}

/** The design that is agreed on, and who of its makers has signed. */
function WhatAndWho({ picture, signatures, zone }: WhatAndWhoProps) {
  return (
    <>
      {picture && <Picture picture={picture} sizes="(min-width: 64rem) 20rem, 100vw" />}
      <h2 className="label-caps mt-8 mb-3 font-sans text-quiet">{m.agreement_signatures()}</h2>
      <Facts
        layout="stacked"
        items={signatures.map(({ name, signedAt }) => ({
          term: name ?? m.entries_former_member(),
          detail: signedAt ? <Moment at={signedAt} zone={zone} /> : m.agreement_signs_not_yet(),
        }))}
      />
    </>
  )
}
