import { expect, test } from 'vitest'
import { createLog } from '#app/log.server.ts'

function written(write: (log: ReturnType<typeof createLog>) => void): string {
  let line = ''
  const keep = (text: string) => {
    line += text
  }
  write(createLog({ logLevel: 'info' }, { write: keep }))
  return line
}

test('what is personal or secret is blotted out, at the top and one level down', () => {
  const line = written((log) =>
    log.info({ email: 'ada@example.org', token: 't0p', account: { handle: 'ada', password: 'hunter2' } }, 'hello'),
  )
  expect(line).not.toMatch(/ada|t0p|hunter2/)
  expect(JSON.parse(line)).toMatchObject({ level: 'info', msg: 'hello', email: '[kept out]' })
})

test('of an error only its name, code, message and stack are written', () => {
  const error = Object.assign(new Error('constraint failed'), {
    code: 'SQLITE_CONSTRAINT',
    parameters: ['ada@example.org'],
  })
  const line = written((log) => log.error({ err: error }, 'broke'))
  expect(line).not.toContain('ada@')
  expect(JSON.parse(line).err).toMatchObject({ type: 'Error', code: 'SQLITE_CONSTRAINT', message: 'constraint failed' })
})
