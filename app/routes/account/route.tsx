import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findProfile } from '#app/accounts/accounts.server.ts'
import { editProfile } from '#app/accounts/edit-profile.server.ts'
import {
  BIO_MAX_LENGTH,
  bioSchema,
  LANGUAGES,
  languageSchema,
  NAME_MAX_LENGTH,
  nameSchema,
} from '#app/accounts/person.ts'
import { links } from '#app/http/links.ts'
import { preferenceCookie } from '#app/http/preference-cookie.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, notFound, redirectWithFlash } from '#app/http/respond.server.ts'
import { typedText } from '#app/http/typed.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { LANGUAGE_COOKIE } from '#app/i18n/locale.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { listAgreementsToSign } from '#app/production/agreements.server.ts'
import { AccountPage } from '#app/ui/account-page.tsx'
import { AgreementsWaiting } from '#app/ui/agreements-waiting.tsx'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'

const Editing = z.object({ name: nameSchema, bio: bioSchema, language: languageSchema })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const profile = await findProfile(context.db, viewer.id)
  if (!profile) throw notFound()
  const { name, bio, language, handle } = profile
  return { name, bio, language, handle, agreements: await listAgreementsToSign(context.db, viewer.id) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request, Editing)
  if (!form.ok) return formRefused(form)
  await editProfile(context.db, { accountId: viewer.id, ...form.value }, context.clock())
  const headers = new Headers()
  const { language } = form.value
  if (language) headers.append('Set-Cookie', preferenceCookie(LANGUAGE_COOKIE, language, context.config.secure))
  const saved = m.accounts_profile_saved({}, { locale: language ?? context.locale })
  return redirectWithFlash(links.account(), saved, { headers })
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.accounts_profile_title() })

export default function Profile() {
  const profile = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const { errors, typed } = refusal ?? {}
  return (
    <AccountPage
      title={m.accounts_profile_title()}
      lead={m.accounts_profile_lead()}
      actions={<ButtonLink to={links.person(profile.handle)}>{m.accounts_profile_see()}</ButtonLink>}
    >
      <AgreementsWaiting agreements={profile.agreements} />
      <Form method="post" className="max-w-text" noValidate>
        <ErrorSummary errors={errors} />
        <TextField
          name="name"
          label={m.accounts_field_name()}
          hint={m.accounts_field_name_hint()}
          autoComplete="name"
          maxLength={NAME_MAX_LENGTH}
          defaultValue={typedText(typed, 'name') ?? profile.name}
          error={errors?.name}
          required
        />
        <TextArea
          name="bio"
          label={m.accounts_profile_bio()}
          hint={m.accounts_profile_bio_hint()}
          rows={7}
          maxLength={BIO_MAX_LENGTH}
          defaultValue={typedText(typed, 'bio') ?? profile.bio}
          error={errors?.bio}
        />
        <SelectField
          name="language"
          label={m.accounts_profile_language()}
          hint={m.accounts_profile_language_hint()}
          options={languageOptions()}
          defaultValue={typedText(typed, 'language') ?? profile.language ?? ''}
          error={errors?.language}
        />
        <SubmitButton>{m.accounts_profile_save()}</SubmitButton>
      </Form>
    </AccountPage>
  )
}

function languageOptions() {
  const words = { en: m.accounts_language_en, it: m.accounts_language_it }
  return [
    { value: '', label: m.accounts_language_browser() },
    ...LANGUAGES.map((language) => ({ value: language, label: words[language]() })),
  ]
}
