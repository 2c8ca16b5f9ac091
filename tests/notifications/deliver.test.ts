import { expect, test } from 'vitest'
import { createAfterwards } from '#app/http/afterwards.server.ts'
import { createLog } from '#app/log.server.ts'
import { deliver } from '#app/notifications/deliver.server.ts'

test('of a letter that could not be sent the log keeps the codes, and nothing of its reader', async () => {
  const lines: string[] = []
  const log = createLog({ logLevel: 'info' }, { write: (line: string) => void lines.push(line) })
  const afterwards = createAfterwards(log)
  const refusal = Object.assign(new Error('Recipient rejected: 550 <ada@example.org> unknown'), {
    code: 'EENVELOPE',
    responseCode: 550,
    rejected: ['ada@example.org'],
  })
  const office = {
    mailer: { send: () => Promise.reject(refusal), destination: '' },
    log,
    afterAnswer: (work: () => Promise<unknown>) => afterwards.start(work, Promise.resolve()),
  }
  deliver(office, { to: 'ada@example.org', subject: 'Hello', text: 'Ada' })
  await afterwards.settled()
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toContain('ada')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ code: 'EENVELOPE', responseCode: '550', level: 'error' })
})
