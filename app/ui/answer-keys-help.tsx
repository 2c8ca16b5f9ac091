import { Fragment, useEffect, useState } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'
import { Icon } from './icon.tsx'

type Props = { on: boolean; setOn: (on: boolean) => void; keys: readonly { key: string; does: string }[] }

/** Which keys do what, and the switch that takes them out of the way. Without JavaScript there are none to explain. */
export function AnswerKeysHelp({ on, setOn, keys }: Props) {
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  if (!scripted) return null
  return (
    <details className="group relative hidden md:block">
      <summary className="inline-flex min-h-9 items-center gap-2 hover:text-accent">
        <Icon name="key" /> {m.voting_keys_title()}
      </summary>
      <div className="absolute right-0 z-30 mt-1 w-80 border border-line bg-raised p-4">
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
          {keys.map(({ key, does }) => (
            <Fragment key={key}>
              <dt className={KEY}>{key}</dt>
              <dd>{does}</dd>
            </Fragment>
          ))}
        </dl>
        <label className="mt-4 flex cursor-pointer gap-3 border-line border-t pt-4">
          <input
            type="checkbox"
            checked={on}
            onChange={(event) => setOn(event.currentTarget.checked)}
            className="mt-1 size-5 shrink-0"
          />
          <span>
            {m.voting_keys_on()}
            <span className="block text-quiet text-xs">{m.voting_keys_hint()}</span>
          </span>
        </label>
      </div>
    </details>
  )
}

const KEY = 'self-start justify-self-start border border-strong px-1.5 font-medium tabular-nums'
