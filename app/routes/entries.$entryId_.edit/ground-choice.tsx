import { Form } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { GROUND_NAMES, type GroundName, groundsFor } from '#app/images/ground-choice.ts'
import type { PictureView } from '#app/images/picture.ts'
import { SubmitButton } from '#app/ui/button.tsx'

const WORDS: Record<GroundName, () => string> = {
  paper: m.entries_ground_paper,
  grey: m.entries_ground_grey,
  ink: m.entries_ground_ink,
  complement: m.entries_ground_complement,
}

/** What a picture with transparent parts is shown on. Others have nothing to choose. */
export function GroundChoice({ entryId, artworkId, picture, place }: Props) {
  if (picture.shownOn === null) return null
  const grounds = groundsFor(picture.ground)
  return (
    <Form method="post" action={links.chooseGround(entryId, artworkId)} preventScrollReset className="group">
      <fieldset>
        <legend className="font-medium">{m.entries_ground_legend({ place })}</legend>
        <p className="text-quiet text-xs">{m.entries_ground_hint()}</p>
        <div className="mt-1 flex flex-wrap gap-x-4">
          {GROUND_NAMES.map((name) => (
            <label key={name} className="inline-flex min-h-11 cursor-pointer items-center gap-2">
              <input type="radio" name="ground" value={name} defaultChecked={picture.shownOn === grounds[name]} />
              <span aria-hidden="true" className="size-5 border border-strong" style={{ background: grounds[name] }} />
              {WORDS[name]()}
            </label>
          ))}
        </div>
      </fieldset>
      {/* Comes into sight when another than the saved one is chosen, by CSS alone; where that cannot be told it is always there. */}
      <SubmitButton
        size="small"
        className="mt-1 supports-[selector(:has(*))]:hidden! supports-[selector(:has(*))]:group-has-[:checked:not(:default)]:inline-flex!"
      >
        {m.entries_ground_choose()}
      </SubmitButton>
    </Form>
  )
}

type Props = { entryId: string; artworkId: string; picture: PictureView; place: number }
