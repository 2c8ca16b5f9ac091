import { Form, Link } from '@remix-run/react'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PictureView } from '#app/images/picture.ts'
import type { DuelAnswer } from '#app/voting/duel.ts'
import { SubmitButton } from './button.tsx'
import { Picture } from './picture.tsx'

export interface DuelSide {
  title: string
  picture: PictureView | null
  to: string
}

type Props = {
  id: string
  first: DuelSide
  second: DuelSide
  answer: DuelAnswer
  /** What is chosen in the form: the answer, or what was typed and refused. */
  chosen?: string | string[]
  /** What the form says of which duel it is; absent when the answer can no longer be changed. */
  fields?: Record<string, string | number>
}

/** One answer that was given: both designs, the preferred one framed, and the form that changes it. */
export function DuelAnswerLine({ id, first, second, answer, chosen = answer, fields }: Props) {
  return (
    <li
      id={id}
      className="grid grid-cols-2 gap-x-5 gap-y-3 border-line border-t py-5 first:border-t-0 target:bg-sunken lg:grid-cols-[1fr_1fr_minmax(0,22rem)] lg:gap-x-8"
    >
      <DuelSideView side={first} preferred={answer === 'first'} />
      <DuelSideView side={second} preferred={answer === 'second'} />
      {fields ? (
        <ChangeForm first={first} second={second} chosen={chosen} fields={fields} />
      ) : (
        <p className="col-span-2 text-sm lg:col-span-1">{duelInWords(first.title, second.title, answer)}</p>
      )}
    </li>
  )
}

type FormProps = Required<Pick<Props, 'first' | 'second' | 'chosen' | 'fields'>>

function ChangeForm({ first, second, chosen, fields }: FormProps) {
  const options: { answer: DuelAnswer; label: string }[] = [
    { answer: 'first', label: first.title },
    { answer: 'neither', label: m.voting_duel_neither() },
    { answer: 'second', label: second.title },
  ]
  return (
    <Form method="post" preventScrollReset className="group col-span-2 lg:col-span-1">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <fieldset>
        <legend className="sr-only">{m.voting_duel_legend({ first: first.title, second: second.title })}</legend>
        {options.map(({ answer, label }) => (
          <label key={answer} className="flex min-h-9 cursor-pointer items-center gap-3">
            <input
              type="radio"
              name="answer"
              value={answer}
              defaultChecked={answer === chosen}
              className="size-5 shrink-0"
            />
            <span className="min-w-0">{label}</span>
          </label>
        ))}
      </fieldset>
      {/* Comes into sight when another answer than the saved one is chosen, by CSS alone. */}
      <SubmitButton size="small" className="mt-2 hidden! group-has-[:checked:not(:default)]:inline-flex!">
        {m.voting_ballot_duel_save()}
      </SubmitButton>
    </Form>
  )
}

export function DuelSideView({ side, preferred = false }: { side: DuelSide; preferred?: boolean }) {
  return (
    <div className="flex min-w-0 items-center gap-4 max-sm:flex-col max-sm:items-start">
      <span
        className={`block size-20 shrink-0 overflow-hidden sm:size-28 ${preferred ? 'outline-2 outline-accent outline-offset-2' : ''}`}
      >
        {side.picture && <Picture picture={side.picture} alt="" sizes="7rem" fill="cover" />}
      </span>
      <Link to={side.to} className="link min-w-0 font-serif text-lg">
        {side.title}
      </Link>
    </div>
  )
}

/** An answer in a sentence. */
export function duelInWords(first: string, second: string, answer: DuelAnswer): string {
  if (answer === 'neither') return m.voting_duel_said_neither({ first, second })
  return answer === 'first'
    ? m.voting_duel_said({ better: first, worse: second })
    : m.voting_duel_said({ better: second, worse: first })
}
