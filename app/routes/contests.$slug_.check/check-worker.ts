import { type ContestReport, checkContest } from '#app/jury/export/check-contest.ts'
import type { CheckNews, CheckTask } from './check-messages.ts'
import { NOBLE_HASHING } from './noble-hashing.ts'

/** Checks an export beside the page, so that the page stays alive however long the record is. */
addEventListener('message', ({ data }: MessageEvent<CheckTask>) => {
  checkTask(data).then(
    (report) => tell({ report }),
    () => tell({ failed: true }),
  )
})

const TELL_EVERY_MS = 200

async function checkTask({ from, kept }: CheckTask): Promise<ContestReport> {
  const reader = (await open(from)).getReader()
  const check = checkContest({ hashing: NOBLE_HASHING, kept })
  // One character a byte, so that nothing is mended on the way: what is not ASCII is then no line of the format.
  const decoder = new TextDecoder('latin1')
  let toldMs = performance.now()
  for (;;) {
    const { done, value } = await reader.read()
    if (done || !check.add(decoder.decode(value, { stream: true }))) return check.end()
    if (performance.now() - toldMs < TELL_EVERY_MS) continue
    toldMs = performance.now()
    tell({ events: check.events() })
  }
}

async function open(from: CheckTask['from']): Promise<ReadableStream<Uint8Array>> {
  if ('file' in from) return from.file.stream()
  const answer = await fetch(from.address)
  if (!answer.ok || !answer.body) throw new Error(`answered ${answer.status}`)
  return answer.body
}

function tell(news: CheckNews): void {
  postMessage(news)
}
