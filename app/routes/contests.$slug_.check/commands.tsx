import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink } from '#app/ui/button.tsx'

/** The same check by hand: the file, and what to type. */
export function Commands({ slug, open }: { slug: string; open: boolean }) {
  const file = `placet-${slug}.txt`
  return (
    <>
      {open && (
        <p className="mb-6">
          <ButtonLink to={links.exportVote(slug)} reloadDocument>
            {m.voting_check_download()}
          </ButtonLink>
        </p>
      )}
      <Command text={`npm run verify -- ${file} --receipt … --head …`} />
      <Command text={`python3 scripts/verify.py ${file} --receipt … --head …`} />
      <p className="mt-6 max-w-text text-quiet text-sm">{m.voting_check_commands_digest()}</p>
      <Command text={`sed '/^digest /,$d' ${file} | sha256sum`} />
    </>
  )
}

/** Breaks where the screen ends, so that all of it can be seen and copied. */
function Command({ text }: { text: string }) {
  return (
    <p className="mt-3 border border-line bg-sunken p-3 text-sm">
      <code className="whitespace-pre-wrap break-words">{text}</code>
    </p>
  )
}
