import { Form } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import type { FormRefusal } from '#app/http/respond.server.ts'
import { typedText } from '#app/http/typed.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { SubmitButton } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { SPEAK_LENGTH } from '#app/voting/desk/case.ts'
import type { OwnHold } from '#app/voting/desk/own-holds.server.ts'

/** What a voter is told of their own held ballot: that people look at it, and how to say something; not what was seen. */
export function HeldNotice({ slug, hold, over }: { slug: string; hold: Omit<OwnHold, 'caseId'>; over: boolean }) {
  if (hold.kind === 'excluded')
    return <Notice title={m.voting_held_excluded_title()}>{m.voting_held_excluded()}</Notice>
  if (over) return <Notice title={m.voting_held_title()}>{m.voting_held_over()}</Notice>
  return (
    <Notice title={m.voting_held_title()}>
      <p>{m.voting_held()}</p>
      {hold.spoken ? <p className="mt-2">{m.voting_held_spoken()}</p> : <SpeakForm slug={slug} refusal={undefined} />}
    </Notice>
  )
}

type FormProps = { slug: string; refusal: FormRefusal | undefined }

function SpeakForm({ slug, refusal }: FormProps) {
  return (
    <Form method="post" action={links.speakForBallot(slug)} className="mt-4" noValidate>
      <TextArea
        name="words"
        label={m.voting_held_words()}
        hint={m.voting_held_words_hint()}
        rows={3}
        maxLength={SPEAK_LENGTH.most}
        defaultValue={typedText(refusal?.typed, 'words')}
        error={refusal?.errors.words}
        required
      />
      <SubmitButton look="plain">{m.voting_held_send()}</SubmitButton>
    </Form>
  )
}

/** The same form by itself, when what was written was refused. */
export function Held({ slug, refusal }: FormProps) {
  return (
    <Page
      title={m.voting_held_title()}
      lead={m.voting_held()}
      width="text"
      back={{ to: links.ballot(slug), label: m.voting_ballot_title() }}
    >
      <ErrorSummary errors={refusal?.errors} />
      <SpeakForm slug={slug} refusal={refusal} />
    </Page>
  )
}
