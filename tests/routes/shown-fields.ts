/** Whether people write it, choose it, or the page carries it along unseen. */
export type Kind = 'written' | 'chosen' | 'carried'

export interface Shown {
  kind: Kind
  /** What would be sent under this name as the forms stand. */
  values: string[]
}

/** The controls in the forms of a page by name. Only its main part: scripts hold data too, and each page has the shell's forms. */
export function shownFields(html: string): Map<string, Shown> {
  const [page = ''] = /<main\b[\s\S]*<\/main>/.exec(html.replace(/<script\b[\s\S]*?<\/script>/g, '')) ?? []
  const shown = new Map<string, Shown>()
  const show = (name: string | undefined, kind: Kind, values: readonly string[]) => {
    if (name) shown.set(name, { kind, values: [...(shown.get(name)?.values ?? []), ...values] })
  }
  for (const [, tag = ''] of page.matchAll(/<input\b([^>]*)>/g)) {
    const { type, name, value = '', checked } = attributesOf(tag)
    if (type === 'radio' || type === 'checkbox') show(name, 'chosen', checked === undefined ? [] : [value])
    else show(name, type === 'hidden' ? 'carried' : 'written', [value])
  }
  for (const [, tag = '', text = ''] of page.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    show(attributesOf(tag).name, 'written', [unescaped(text).replace(/^\n/, '')])
  }
  for (const [, tag = '', options = ''] of page.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => attributesOf(option))
    const chosen = all.find(({ selected }) => selected !== undefined) ?? all[0]
    show(attributesOf(tag).name, 'chosen', [chosen?.value ?? ''])
  }
  return shown
}

function attributesOf(tag: string): Record<string, string | undefined> {
  const found = [...tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)]
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name.toLowerCase(), unescaped(value)]))
}

const ENTITIES: Record<string, string> = { '&quot;': '"', '&#x27;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' }

function unescaped(text: string): string {
  return text.replace(/&(?:quot|#x27|lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity)
}
