import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition, useEffect } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { baseLocale, isLocale, overwriteGetLocale } from '#app/i18n/paraglide/runtime.js'
import { keepEarlyWords } from '#app/ui/keep-early-words.ts'

// The server chose the language and wrote it on the page; the browser only reads it back.
overwriteGetLocale(() => {
  const { lang } = document.documentElement
  return isLocale(lang) ? lang : baseLocale
})

// What the router reads and then wants no more, it aborts; where half of an answer had come by then, the reader of the rest complains
// of that to nobody. An abort is always meant: it is no error of the page's.
window.addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof DOMException && event.reason.name === 'AbortError') event.preventDefault()
})

const tellEarlyWords = keepEarlyWords()

void Promise.resolve(whatRemixWaitsFor()).then(() =>
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
        <AfterWaking />
      </StrictMode>,
    )
  }),
)

/** The last of what React wakes: whatever listens to a field does by then. */
function AfterWaking() {
  useEffect(tellEarlyWords, [])
  return null
}

/**
 * Remix reads the loaders' data off the page when it is rendered for the first time, and throws the promise of them so that React waits.
 * React 18 cannot wait at the top of a page when a key is pressed or a link clicked just then: it throws an error of its own (345) and
 * the page never wakes. So the data are read before React hears of the page, and until then it answers as without JavaScript.
 */
function whatRemixWaitsFor(): unknown {
  try {
    return RemixBrowser({})
  } catch (thrown) {
    return thrown
  }
}
