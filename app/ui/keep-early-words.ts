const FIELDS = 'textarea, input:not([type]), input[type=text], input[type=email], input[type=url], input[type=search]'

type Field = HTMLTextAreaElement | HTMLInputElement

/**
 * Keeps what is written in a page's fields before React has woken it: a text area React 18 sets back to what the server sent, and of any
 * other field nobody would have heard. Answers how to put it back and tell the page of it, once the page is awake.
 */
export function keepEarlyWords(): () => void {
  const early = new Map<Field, string>()
  const keep = (field: EventTarget | null) => {
    if (isField(field)) early.set(field, field.value)
  }
  const hear = (event: Event) => keep(event.target)
  if (wasOpenedAnew()) {
    for (const field of document.querySelectorAll<Field>(FIELDS)) if (field.value !== field.defaultValue) keep(field)
  }
  document.addEventListener('input', hear, true)
  return () => {
    document.removeEventListener('input', hear, true)
    for (const [field, value] of early) {
      if (!field.isConnected) continue
      field.value = value
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }
  }
}

/** On coming back, and on reading a page again, browsers fill fields with what once stood there: that nobody has just written. */
function wasOpenedAnew(): boolean {
  const [opening] = performance.getEntriesByType('navigation')
  return opening instanceof PerformanceNavigationTiming && opening.type === 'navigate'
}

function isField(target: EventTarget | null): target is Field {
  return target instanceof Element && target.matches(FIELDS)
}
