import { PICTURE_BYTES_MOST } from '#app/images/picture.ts'
import { PRODUCTION_FILE_MEGABYTES_MOST } from '#app/production/production-file.ts'
import { PICTURES_PER_UPLOAD } from './body-limit.ts'

const PICTURE_MEGABYTES = PICTURE_BYTES_MOST / (1024 * 1024)

/** What the edge itself may answer, before or instead of the app. */
export type EdgeStatus = 400 | 403 | 404 | 405 | 408 | 413 | 414 | 500 | 503

type Sentences = { en: string; it: string }

const SENTENCES: Record<EdgeStatus, Sentences> = {
  400: {
    en: 'This request cannot be read. Check the address, or start again from the home page.',
    it: 'Questa richiesta non si riesce a leggere. Controlla l’indirizzo, oppure riparti dalla pagina iniziale.',
  },
  403: {
    en: 'This form was not sent from one of our own pages, so nothing was changed. Open the page again at the address below and send it from there.',
    it: 'Questo modulo non arriva da una nostra pagina, quindi nulla è cambiato. Riapri la pagina all’indirizzo qui sotto e invialo da lì.',
  },
  404: { en: 'There is nothing at this address.', it: 'A questo indirizzo non c’è niente.' },
  405: {
    en: 'This page does not take that kind of request.',
    it: 'Questa pagina non accetta richieste di questo tipo.',
  },
  408: {
    en: 'What you sent arrived too slowly and was cut. Nothing was stored; try again on a better line, or send a smaller file.',
    it: 'Quello che hai inviato arrivava troppo piano ed è stato interrotto. Nulla è stato salvato; riprova con una linea migliore, oppure invia un file più piccolo.',
  },
  413: {
    en: `What you sent is too large: a picture may weigh ${PICTURE_MEGABYTES} MB, ${PICTURES_PER_UPLOAD} at a time, and a production file ${PRODUCTION_FILE_MEGABYTES_MOST} MB. Nothing was stored; go back and send less.`,
    it: `Hai inviato troppo: un’immagine può pesare ${PICTURE_MEGABYTES} MB, ${PICTURES_PER_UPLOAD} alla volta, e un file di produzione ${PRODUCTION_FILE_MEGABYTES_MOST} MB. Nulla è stato salvato; torna indietro e invia meno.`,
  },
  414: { en: 'This address is too long.', it: 'Questo indirizzo è troppo lungo.' },
  500: {
    en: 'Something broke on our side. Nothing you did was lost half-way; please try again.',
    it: 'Qualcosa si è rotto da parte nostra. Nulla è rimasto a metà; riprova.',
  },
  503: {
    en: 'The site is being restarted. Please try again in a moment.',
    it: 'Il sito si sta riavviando. Riprova tra un attimo.',
  },
}

/**
 * The page of last resort, in both languages and with nothing that could fail in it: no build, no messages, no
 * database; in the colours of `styles.css`. Pages people meet in the ordinary way are the app's.
 */
export function refusalPage(status: EdgeStatus, page: { requestId: string; nonce: string; origin: string }): Response {
  const { en, it } = SENTENCES[status]
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${status}</title>
<style nonce="${page.nonce}">
:root { color-scheme: light dark; --paper: #f6f3ec; --ink: #1b1916; --quiet: #5a544b; --line: #d8d2c5 }
@media (prefers-color-scheme: dark) { :root { --paper: #141311; --ink: #eee9df; --quiet: #aca497; --line: #36332e } }
body { background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 Georgia, serif; max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem }
h1 { font-size: 3rem; font-weight: 400; line-height: 1; margin: 0 0 1.5rem }
p + p { border-top: 1px solid var(--line); padding-top: 1rem }
a { color: inherit; text-underline-offset: 0.2em }
small { color: var(--quiet); font: 0.8125rem/1.5 ui-monospace, monospace }
</style>
</head>
<body>
<h1>${status}</h1>
<p>${en}</p>
<p lang="it">${it}</p>
<p><a href="${page.origin}/">${page.origin}</a></p>
<p><small>${page.requestId}</small></p>
</body>
</html>
`
  return new Response(html, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
