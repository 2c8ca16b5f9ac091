import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'

/** The picture that came with a refused form: it is here already and need not be chosen again. */
export function KeptPicture({ pictureId }: { pictureId: string | undefined }) {
  if (!pictureId) return null
  return (
    <div className="mb-6 flex items-center gap-4">
      <input type="hidden" name="pictureId" value={pictureId} />
      <img
        src={links.rendition(pictureId, '320.webp')}
        alt=""
        width={96}
        height={96}
        className="size-24 object-cover"
      />
      <p className="text-quiet text-sm">{m.images_kept()}</p>
    </div>
  )
}
