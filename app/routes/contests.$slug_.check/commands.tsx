import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink } from '#app/ui/button.tsx'

/** The same check by hand: the file, and what to type. */
export function Commands({ slug, open }: { slug: string; open: boolean }) {
  const file = `placet-${slug}.txt`
  return (
    <>
      {open && (
        <ButtonLink to={links.exportVote(slug)} reloadDocument>
          {m.voting_check_download()}
        </ButtonLink>
      )}
      <Command label="npm run verify" text={`npm run verify -- ${file} --receipt … --head …`} />
      <Command label="python3" text={`python3 scripts/verify.py ${file} --receipt … --head …`} />
      <p className="mt-6 max-w-text text-quiet text-sm">{m.voting_check_commands_digest()}</p>
      <Command label="sha256sum" text={`head -n -1 ${file} | sha256sum`} />
    </>
  )
}

function Command({ label, text }: { label: string; text: string }) {
  return (
    <section aria-label={label} className="mt-3 overflow-x-auto border border-line bg-sunken p-3 text-sm">
      <code className="whitespace-pre">{text}</code>
    </section>
  )
}
