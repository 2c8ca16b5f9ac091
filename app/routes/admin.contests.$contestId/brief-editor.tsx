import { Form, Link } from '@remix-run/react'
import { type FormEvent, useCallback, useDeferredValue, useEffect, useRef, useState } from 'react'
import type { Brief } from '#app/contests/brief.ts'
import { previewOf, toFields } from '#app/contests/brief-fields.ts'
import { links } from '#app/http/links.ts'
import type { FormErrors, Typed } from '#app/http/read-form.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PictureView } from '#app/images/picture.ts'
import { type ArticlePerson, BriefArticle } from '#app/ui/brief-article.tsx'
import type { BriefHtml } from '#app/ui/brief-html.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { useLeaveWarning } from '#app/ui/use-leave-warning.ts'
import { CalendarFields } from './calendar-fields.tsx'
import { EditorMenu } from './editor-menu.tsx'
import type { FieldReader } from './field-reader.ts'
import { HeadPictureField } from './head-picture-field.tsx'
import { QuestionsField } from './questions-field.tsx'
import { RightsFields } from './rights-fields.tsx'
import { RulesFields } from './rules-fields.tsx'
import { TextFields } from './text-fields.tsx'

type Props = {
  contestId: string
  updatedAt: string
  brief: Brief
  html: BriefHtml
  head: PictureView | null
  panel: readonly ArticlePerson[]
  missing: number
  zones: readonly string[]
  errors: FormErrors | undefined
  typed: Typed | undefined
}

/** The whole brief in one form, with the article it becomes beside it. Without a script the article shows what was saved. */
export function BriefEditor({ contestId, updatedAt, brief, html, head, panel, missing, zones, errors, typed }: Props) {
  const [live, setLive] = useState<Brief | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const shown = useDeferredValue(live ?? (typed ? previewOf(typed, brief) : brief))
  const print = usePrinter()
  const fields = toFields(brief)
  const field: FieldReader = (name) => {
    const value = typed?.[name] ?? fields[name]
    return { name, defaultValue: typeof value === 'string' ? value : undefined, error: errors?.[name] }
  }

  // What is typed over a version is unsaved for as long as that version stands.
  const typedOver = useRef<string | null>(null)
  useLeaveWarning(useCallback(() => typedOver.current === updatedAt, [updatedAt]))

  const follow = (form: HTMLFormElement) => setLive(previewOf(textsOf(form), brief))
  const followInput = (event: FormEvent<HTMLFormElement>) => {
    typedOver.current = updatedAt
    follow(event.currentTarget)
  }

  return (
    <div className="grid gap-x-16 xl:grid-cols-[minmax(0,6fr)_minmax(0,5fr)]">
      <Form method="post" encType="multipart/form-data" preventScrollReset noValidate onInput={followInput}>
        {/* The first submit button is what Enter presses; without this one it would move a question. */}
        <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only">
          {m.contests_save_draft()}
        </button>
        <input type="hidden" name="seenAt" value={updatedAt} />
        <ErrorSummary errors={errors} title={m.contests_not_saved()} />
        <EditorMenu />
        <TextFields field={field} />
        <HeadPictureField field={field} head={head} error={errors?.headPicture} onChoose={setChosen} />
        <QuestionsField key={updatedAt} questions={brief.questions} typed={typed} errors={errors} onArranged={follow} />
        <RulesFields field={field} panelTo={links.panel(contestId)} seats={panel.length} />
        <RightsFields field={field} />
        <CalendarFields field={field} zones={zones} />
        <p className="mt-10 text-sm">
          <Link to={links.publishContest(contestId)} className="link">
            {missing === 0 ? m.contests_ready_to_publish() : m.contests_still_missing({ count: missing })}
          </Link>
        </p>
        <div className="sticky bottom-0 z-10 mt-8 flex flex-wrap items-center gap-3 border-line border-t bg-paper py-3">
          <SubmitButton pending={m.contests_saving()}>{m.contests_save_draft()}</SubmitButton>
          <SubmitButton look="plain" name="then" value="preview" className="xl:hidden">
            {m.contests_save_and_preview()}
          </SubmitButton>
        </div>
      </Form>
      <section
        aria-label={m.contests_live_preview()}
        className="hidden self-start overflow-y-auto border border-line p-8 xl:sticky xl:top-6 xl:block xl:max-h-[calc(100dvh-3rem)]"
      >
        <p className="label-caps mb-4 text-quiet">{m.contests_live_preview()}</p>
        <BriefArticle
          brief={shown}
          html={print ? print(shown, 2) : html}
          head={chosen ? <img src={chosen} alt={shown.headAlt} className="size-full object-cover" /> : head}
          panel={panel}
          level={2}
        />
      </section>
    </div>
  )
}

type Printer = (brief: Brief, level: 1 | 2) => BriefHtml

/** The printer of Markdown comes after the page: only what is typed now needs it. */
function usePrinter(): Printer | null {
  const [printer, setPrinter] = useState<{ print: Printer } | null>(null)
  useEffect(() => {
    void import('#app/ui/brief-html.ts').then(({ briefHtml }) => setPrinter({ print: briefHtml }))
  }, [])
  return printer?.print ?? null
}

function textsOf(form: HTMLFormElement): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') texts[name] = value
  return texts
}
