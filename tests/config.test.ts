import { expect, test } from 'vitest'
import { ConfigError, readConfig } from '#app/config.server.ts'

test('an empty environment works', () => {
  expect(readConfig({})).toEqual({
    mode: 'production',
    port: 4747,
    host: '127.0.0.1',
    publicOrigin: 'http://localhost:4747',
    secure: false,
    databaseFile: 'db/placet.sqlite',
    uploadsDir: 'uploads',
    unfinishedUploadsDir: 'uploads/unfinished',
    pictureStore: 'disk',
    uploadThing: undefined,
    mailDir: 'db/outbox',
    mailFrom: { name: 'Placet', address: 'placet@localhost' },
    smtpUrl: undefined,
    logLevel: 'info',
    brandName: 'Placet',
    brandAccent: '#b8321a',
    trustedProxyHops: 0,
    pictureWorkers: 2,
  })
})

test('what is set to nothing counts as not set', () => {
  expect(readConfig({ PORT: '', SMTP_URL: '' })).toEqual(readConfig({}))
})

test('the configuration cannot be changed after it was read', () => {
  expect(Object.isFrozen(readConfig({}))).toBe(true)
})

test('the port shows in the public origin, unless that is given; https makes it secure', () => {
  expect(readConfig({ PORT: '8080' }).publicOrigin).toBe('http://localhost:8080')
  const config = readConfig({ PUBLIC_ORIGIN: 'https://Design.Example.org/' })
  expect(config).toMatchObject({ publicOrigin: 'https://design.example.org', secure: true })
  expect(config.mailFrom).toEqual({ name: 'Placet', address: 'placet@design.example.org' })
})

test('a sender may be an address alone, or a name before it, in quotes or without', () => {
  const sender = (given: string) => readConfig({ MAIL_FROM: given }).mailFrom
  expect(sender('ada@example.org')).toEqual({ name: '', address: 'ada@example.org' })
  expect(sender('Ada Ferri <ada@example.org>')).toEqual({ name: 'Ada Ferri', address: 'ada@example.org' })
  expect(sender('"Shoes: Ada" <ada@example.org>')).toEqual({ name: 'Shoes: Ada', address: 'ada@example.org' })
})

test('each problem is told in one plain sentence, all of them at once, without repeating what was given', () => {
  const environment = {
    PORT: '70000',
    PUBLIC_ORIGIN: 'https://example.org/placet',
    SMTP_URL: 'ada:secret@mail.example.org',
    MAIL_FROM: 'Ada <ada@example.org>\r\nBcc: eve@example.org',
    LOG_LEVEL: 'loud',
    BRAND_ACCENT: 'red',
    PICTURE_WORKERS: '2.5',
  }
  expect(problems(environment)).toEqual([
    'PORT must be a whole number from 0 to 65535.',
    'PUBLIC_ORIGIN must be an http or https address without a path, such as https://design.example.org.',
    'MAIL_FROM must be an address, alone or as “Placet <placet@example.org>”.',
    'SMTP_URL must be an address that begins with smtp:// or smtps://.',
    'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.',
    'BRAND_ACCENT must be a colour such as #b8321a.',
    'PICTURE_WORKERS must be a whole number from 1 to 16.',
  ])
})

test('a public origin with a user, a query, another protocol or no sense is refused', () => {
  for (const origin of [
    'https://ada@example.org',
    'https://example.org/?a',
    'ftp://example.org',
    'example.org',
    '//x',
  ]) {
    expect(problems({ PUBLIC_ORIGIN: origin }), origin).toHaveLength(1)
  }
})

const TOKEN = Buffer.from(JSON.stringify({ apiKey: 'sk_live_x', appId: 'app', regions: ['fra1'] })).toString('base64')

test('UploadThing is chosen with its token, which may be there before it is chosen', () => {
  expect(readConfig({ PICTURE_STORE: 'uploadthing', UPLOADTHING_TOKEN: TOKEN })).toMatchObject({
    pictureStore: 'uploadthing',
    uploadThing: { token: TOKEN, ufsAppIdLocation: 'subdomain' },
  })
  expect(readConfig({ UPLOADTHING_TOKEN: TOKEN, UPLOADTHING_API_URL: 'http://localhost:1' })).toMatchObject({
    pictureStore: 'disk',
    uploadThing: { token: TOKEN, apiUrl: 'http://localhost:1' },
  })
})

test('UploadThing without a token, or with what is none, stops the start with a sentence that does not repeat it', () => {
  expect(problems({ PICTURE_STORE: 'uploadthing' })).toEqual([
    'UPLOADTHING_TOKEN must be set when PICTURE_STORE is uploadthing.',
  ])
  for (const token of ['sk_live_secret', 'e30=', Buffer.from('{"apiKey":"pk_secret"}').toString('base64')]) {
    expect(problems({ UPLOADTHING_TOKEN: token }), token).toEqual([
      'UPLOADTHING_TOKEN must be a token as the UploadThing dashboard shows it under “API keys”, for version 7.',
    ])
  }
  expect(problems({ PICTURE_STORE: 's3', UPLOADTHING_API_URL: 'ftp://example.org' })).toEqual([
    'PICTURE_STORE must be one of disk, uploadthing.',
    'UPLOADTHING_API_URL must be an http or https address.',
  ])
})

function problems(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.sentences
    throw error
  }
}
