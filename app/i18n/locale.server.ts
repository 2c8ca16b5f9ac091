import { AsyncLocalStorage } from 'node:async_hooks'
import { baseLocale, isLocale, overwriteGetLocale } from './paraglide/runtime.js'

export type Locale = 'en' | 'it'

export const LANGUAGE_COOKIE = 'placet_language'

// The scripts and the built server are two module graphs in one process: what they share hangs on globalThis.
const STORAGE = Symbol.for('placet.locale')
type Shared = typeof globalThis & { [STORAGE]?: AsyncLocalStorage<{ locale: Locale }> }

function storage(): AsyncLocalStorage<{ locale: Locale }> {
  const shared: Shared = globalThis
  shared[STORAGE] ??= new AsyncLocalStorage()
  return shared[STORAGE]
}

/** Runs `run`, and everything it awaits, in one language. */
export function inLocale<Result>(locale: Locale, run: () => Result): Result {
  return storage().run({ locale }, run)
}

export function currentLocale(): Locale {
  return storage().getStore()?.locale ?? baseLocale
}

/** Makes this module graph's messages speak the request's language. Called once by each graph's entry. */
export function followRequestLocale(): void {
  overwriteGetLocale(currentLocale)
}

/** The person's own choice, else the first language of the browser that we speak, else English. */
export function chooseLocale(cookieHeader: string | null, acceptLanguage: string | null): Locale {
  return chosenLanguage(cookieHeader) ?? browserLanguage(acceptLanguage) ?? baseLocale
}

/** The language chosen in this browser, if any was. */
export function chosenLanguage(cookieHeader: string | null): Locale | undefined {
  const pair = cookieHeader?.split(';').find((part) => part.trim().startsWith(`${LANGUAGE_COOKIE}=`))
  const choice = pair?.split('=')[1]?.trim()
  return isLocale(choice) ? choice : undefined
}

function browserLanguage(acceptLanguage: string | null): Locale | undefined {
  const wishes = (acceptLanguage ?? '').slice(0, 200).split(',').map(readWish)
  const best = wishes
    .filter((wish) => wish.weight > 0 && isLocale(wish.language))
    .sort((a, b) => b.weight - a.weight)[0]
  return isLocale(best?.language) ? best.language : undefined
}

function readWish(wish: string): { language: string; weight: number } {
  const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';')
  const quality = parameters.find((parameter) => parameter.trim().startsWith('q='))?.split('=')[1]
  return { language: tag.split('-')[0] ?? '', weight: quality === undefined ? 1 : Number(quality) || 0 }
}
