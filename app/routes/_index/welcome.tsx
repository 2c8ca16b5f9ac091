import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink } from '#app/ui/button.tsx'
import { Stamp } from '#app/ui/stamp.tsx'

/** The first screen while nothing is open: what this place is for. */
export function Welcome({ signedIn }: { signedIn: boolean }) {
  return (
    <section className="gutter mx-auto grid w-full max-w-wide items-center gap-12 py-16 lg:min-h-[min(calc(100dvh-4rem),48rem)] lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
      <div>
        <h1 className="text-[clamp(2.6rem,1.4rem+4.4vw,5.2rem)] leading-[1.02] tracking-[-0.02em]">{m.ui_tagline()}</h1>
        <p className="mt-6 max-w-[48ch] text-lg text-quiet">{m.home_welcome()}</p>
        <div className="mt-8 flex flex-wrap items-center gap-3">
          {!signedIn && (
            <ButtonLink to={links.join()} look="primary" size="large">
              {m.home_join()}
            </ButtonLink>
          )}
          <ButtonLink to={links.howItWorks()} look={signedIn ? 'primary' : 'quiet'} size="large">
            {m.ui_nav_how_it_works()}
          </ButtonLink>
        </div>
      </div>
      <div aria-hidden="true" className="justify-self-center">
        <Stamp verdict="approve" size="large" />
      </div>
    </section>
  )
}
