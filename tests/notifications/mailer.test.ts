import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '#app/config.server.ts'
import { createMailer } from '#app/notifications/mailer.server.ts'

const MAIL = { to: 'Ada <ada@example.org>', subject: 'Città', text: 'https://placet.example/confirm-email/abc\n' }
const FROM = { name: 'Placet', address: 'placet@placet.example' }

test('without a mail server each mail becomes one .eml file in the folder, which is made when it is missing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'placet-mail-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const mailer = createMailer({ smtpUrl: undefined, mailDir: join(folder, 'out/box'), mailFrom: FROM })
  expect(mailer.destination).toBe(join(folder, 'out/box'))
  await Promise.all([mailer.send(MAIL), mailer.send(MAIL)])
  const names = readdirSync(mailer.destination)
  expect(names).toHaveLength(2)
  for (const name of names) expect(name).toMatch(/^\d{4}-[\dTZ-]+-[0-9a-f]{8}\.eml$/)
  const eml = readFileSync(join(mailer.destination, names[0] ?? ''), 'utf8')
  expect(eml).toContain('From: Placet <placet@placet.example>\r\n')
  expect(eml).toContain('To: Ada <ada@example.org>\r\n')
  expect(eml).toContain('https://placet.example/confirm-email/abc')
})

test('a brand’s name with signs that mean something in a header stays one name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'placet-mail-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { mailFrom } = readConfig({ BRAND_NAME: 'Dolce & Co: Shoes', PUBLIC_ORIGIN: 'https://dolce.example' })
  await createMailer({ smtpUrl: undefined, mailDir: folder, mailFrom }).send(MAIL)
  const eml = readFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'utf8')
  expect(eml).toContain('From: "Dolce & Co: Shoes" <placet@dolce.example>\r\n')
})

test('a line break in a name or a subject cannot add a header or a recipient', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'placet-mail-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const mailer = createMailer({ smtpUrl: undefined, mailDir: folder, mailFrom: FROM })
  await mailer.send({ ...MAIL, subject: 'Hello\r\nBcc: eve@example.org' })
  expect(readFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'utf8')).not.toMatch(/^Bcc:/m)
})

test('with SMTP_URL mail goes to that server, and the destination shown holds no password', async () => {
  const received = await smtpServer()
  const smtpUrl = `smtp://ada:secret@127.0.0.1:${received.port}`
  const mailer = createMailer({ smtpUrl, mailDir: 'nowhere', mailFrom: FROM })
  expect(mailer.destination).toBe(`127.0.0.1:${received.port}`)
  await mailer.send(MAIL)
  expect(received.lines).toContain('RCPT TO:<ada@example.org>')
  expect(received.lines).toContain('https://placet.example/confirm-email/abc')
})

test('a mail that cannot be handed over is an error for the caller', async () => {
  const mailer = createMailer({ smtpUrl: 'smtp://127.0.0.1:1', mailDir: 'nowhere', mailFrom: FROM })
  await expect(mailer.send(MAIL)).rejects.toThrow('ECONNREFUSED')
})

/** Says yes to everything, as little SMTP as one mail needs, and keeps the lines it was told. */
async function smtpServer(): Promise<{ port: number; lines: string[] }> {
  const lines: string[] = []
  const server = createServer((socket) => {
    let inData = false
    socket.write('220 ready\r\n')
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').slice(0, -1)) {
        lines.push(line)
        if (inData && line !== '.') continue
        if (line.startsWith('EHLO')) socket.write('250-here\r\n250 AUTH PLAIN\r\n')
        else if (line.startsWith('AUTH')) socket.write('235 yes\r\n')
        else if (line === 'DATA') socket.write('354 go on\r\n')
        else socket.write('250 yes\r\n')
        inData = line === 'DATA' || (inData && line !== '.')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { port: (server.address() as AddressInfo).port, lines }
}
