import { m } from '#app/i18n/paraglide/messages.js'

/** The sections of a long form, to jump to. */
export function EditorMenu() {
  const sections = [
    { id: 'text', label: m.contests_section_text() },
    { id: 'head', label: m.contests_section_head() },
    { id: 'questions', label: m.contests_section_questions() },
    { id: 'rules', label: m.contests_section_rules() },
    { id: 'rights', label: m.contests_section_rights() },
    { id: 'calendar', label: m.contests_calendar() },
  ]
  return (
    <nav aria-label={m.contests_sections()} className="mb-10">
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {sections.map(({ id, label }) => (
          <li key={id}>
            <a href={`#${id}`} className="link inline-flex min-h-9 items-center">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
