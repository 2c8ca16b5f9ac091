import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { uploadRefusalInWords } from '#app/http/picture-refusals.ts'
import { checkFields } from '#app/http/read-form.server.ts'
import { withUpload } from '#app/http/read-upload.server.ts'
import { inWords } from '#app/http/refusals.ts'
import { formRefused, notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { takeOnePicture } from '#app/http/take-one-picture.server.ts'
import { typedText } from '#app/http/typed.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { discardPicture } from '#app/images/discard-picture.server.ts'
import { launchProduct } from '#app/production/launch-product.server.ts'
import { findRunFacts } from '#app/production/run-facts.server.ts'
import {
  NOTE_ALT_MAX,
  PRODUCT_NAME_MAX,
  PRODUCT_PRICE_MAX,
  PRODUCT_STORY_MAX,
  productSchema,
  SHOP_URL_MAX,
} from '#app/production/run-forms.ts'
import { findRun } from '#app/production/runs.server.ts'
import { closedLaunch } from '#app/production/stages.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { KeptPicture } from '#app/ui/kept-picture.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { PictureField } from '#app/ui/picture-field.tsx'
import { RefusedAct } from '#app/ui/refused-act.tsx'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.production_launch_title() })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireRole(context, request, 'producer', 'admin')
  const runId = params.runId ?? ''
  const run = await findRun(context.db, runId, viewer, context.clock())
  const facts = await findRunFacts(context.db, runId)
  if (!run || !facts) throw notFound()
  const closed = closedLaunch(facts.stage, facts, context.clock())
  return { runId, title: run.entry.title, closed: closed && inWords(closed).sentence }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireRole(context, request, 'producer', 'admin')
  const runId = params.runId ?? ''
  return withUpload(context, request, { sentBy: viewer.id, filesMost: 1 }, async (upload) => {
    const form = checkFields(upload.fields, productSchema)
    if (!upload.ok) {
      const { sentence, status, seconds } = uploadRefusalInWords(upload.reason, 1)
      return formRefused({ errors: { picture: [sentence] }, typed: form.typed }, status, seconds)
    }
    // Asked before the picture is taken: what cannot be launched leaves none behind.
    const facts = await findRunFacts(context.db, runId)
    if (!facts) throw notFound()
    const closed = closedLaunch(facts.stage, facts, context.clock())
    if (closed) return refuse(closed, { typed: form.typed })
    const kept = typedText(form.typed, 'pictureId') ?? ''
    const sent = { files: upload.files, field: 'picture', kept, uploadedBy: viewer.id }
    const taken = await takeOnePicture(context, sent)
    const headPictureId = taken.ok ? taken.value : taken.refusal.kept
    const typed = { ...form.typed, pictureId: headPictureId ?? '' }
    if (!taken.ok || !form.ok) {
      const errors = { ...(form.ok ? {} : form.errors), ...(taken.ok ? {} : { picture: [taken.refusal.sentence] }) }
      return formRefused({ errors, typed }, taken.ok ? 422 : taken.refusal.status)
    }
    const launch = { ...form.value, runId, headPictureId, launchedBy: viewer.id }
    const launched = await launchProduct(context.db, launch, context.clock())
    if (!launched.ok && launched.refusal === 'product-picture-not-described')
      return refuse(launched.refusal, { typed, field: 'headAlt' })
    if (!launched.ok) {
      if (headPictureId !== null) await discardPicture(context.db, context.pictures.store, { pictureId: headPictureId })
      return refuse(launched.refusal, { typed: form.typed })
    }
    return redirectWithFlash(links.product(launched.value.slug), m.production_launched_flash({ name: form.value.name }))
  })
}

export default function Launch() {
  const { runId, title, closed } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const { errors, typed } = refusal ?? {}
  if (closed) {
    const back = { to: links.run(runId), label: m.production_back_to_run() }
    return <RefusedAct title={m.production_launch_title()} errors={{ '': [closed] }} back={back} />
  }
  return (
    <Page
      width="text"
      kicker={title}
      title={m.production_launch_title()}
      lead={m.production_launch_consequence()}
      back={{ to: links.run(runId), label: title }}
    >
      <Form method="post" encType="multipart/form-data">
        <ErrorSummary errors={errors} />
        <TextField
          name="name"
          label={m.production_launch_name()}
          required
          error={errors?.name}
          maxLength={PRODUCT_NAME_MAX}
          defaultValue={typedText(typed, 'name') ?? title}
        />
        <TextArea
          name="story"
          label={m.production_launch_story()}
          hint={m.production_launch_story_hint()}
          error={errors?.story}
          maxLength={PRODUCT_STORY_MAX}
          defaultValue={typedText(typed, 'story')}
        />
        <TextField
          name="price"
          label={m.production_launch_price()}
          hint={m.production_launch_price_hint()}
          error={errors?.price}
          maxLength={PRODUCT_PRICE_MAX}
          defaultValue={typedText(typed, 'price')}
        />
        <TextField
          name="shopUrl"
          type="url"
          label={m.production_launch_shop()}
          error={errors?.shopUrl}
          maxLength={SHOP_URL_MAX}
          defaultValue={typedText(typed, 'shopUrl')}
        />
        <PictureField
          name="picture"
          label={m.production_launch_picture()}
          hint={m.production_launch_picture_hint()}
          error={errors?.picture}
        />
        <KeptPicture pictureId={typedText(typed, 'pictureId')} />
        <TextField
          name="headAlt"
          label={m.production_note_alt()}
          error={errors?.headAlt}
          maxLength={NOTE_ALT_MAX}
          defaultValue={typedText(typed, 'headAlt')}
        />
        <SubmitButton look="primary">{m.production_launch_confirm()}</SubmitButton>
      </Form>
    </Page>
  )
}
