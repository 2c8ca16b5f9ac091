import { Form, Link, useLocation } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { getLocale } from '#app/i18n/paraglide/runtime.js'
import { publicLinks } from './site-links.ts'
import type { Theme } from './theme.ts'
import { Mark } from './wordmark.tsx'

type Props = { theme: Theme }

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'it', label: 'Italiano' },
]

export function SiteFooter({ theme }: Props) {
  const themes = [
    { value: 'system', label: m.ui_theme_system() },
    { value: 'light', label: m.ui_theme_light() },
    { value: 'dark', label: m.ui_theme_dark() },
  ]
  return (
    <footer className="mt-auto border-line border-t" data-print="no">
      <div className="gutter mx-auto grid max-w-wide grid-cols-2 gap-x-12 gap-y-10 py-12 text-sm md:grid-cols-[1fr_auto_auto_auto]">
        <div className="col-span-2 max-w-xs md:col-span-1">
          <Mark className="mb-3 size-9" />
          <p className="font-serif text-lg leading-tight">{m.ui_tagline()}</p>
          <p className="mt-3 text-quiet text-xs">{m.ui_colophon()}</p>
        </div>
        <ul className="col-span-2 space-y-0.5 md:col-span-1 md:pt-[calc(1.05rem+0.25rem)]">
          {publicLinks().map((link) => (
            <li key={link.to}>
              <Link to={link.to} className="inline-flex min-h-8 items-center hover:text-accent">
                {link.label}
              </Link>
            </li>
          ))}
        </ul>
        <Switch
          action={links.language()}
          name="language"
          legend={m.ui_language()}
          options={LANGUAGES}
          chosen={getLocale()}
        />
        <Switch action={links.theme()} name="theme" legend={m.ui_theme()} options={themes} chosen={theme} />
      </div>
    </footer>
  )
}

type SwitchProps = {
  action: string
  name: string
  legend: string
  options: { value: string; label: string }[]
  chosen: string
}

/** One button per choice, so that it works without JavaScript; the page is loaded again in the new dress. */
function Switch({ action, name, legend, options, chosen }: SwitchProps) {
  const { pathname, search } = useLocation()
  return (
    <Form method="post" action={action} reloadDocument>
      <input type="hidden" name="to" value={pathname + search} />
      <fieldset className="space-y-0.5">
        <legend className="label-caps mb-1 text-quiet">{legend}</legend>
        {options.map(({ value, label }) => (
          <button
            key={value}
            type="submit"
            name={name}
            value={value}
            lang={name === 'language' ? value : undefined}
            aria-pressed={value === chosen}
            className="flex min-h-8 items-center decoration-accent underline-offset-4 hover:text-accent aria-pressed:underline"
          >
            {label}
          </button>
        ))}
      </fieldset>
    </Form>
  )
}
