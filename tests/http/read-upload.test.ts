import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type UploadReading, withUpload } from '#app/http/read-upload.server.ts'
import { PICTURE_BYTES_MOST } from '#app/images/picture.ts'
import { FORMS_AT_ONCE_MOST } from '#app/images/unfinished-upload.ts'
import { openUnfinishedUploads } from '#app/images/unfinished-uploads.server.ts'

const ADDRESS = 'http://localhost/entries/abc/pictures'
const NO_FOLDER = join(tmpdir(), 'placet-nothing-unfinished')
const site = { unfinishedUploads: openUnfinishedUploads(NO_FOLDER) }
const sentBy = 'somebody'

test('a form comes back with its fields, and its files lie on disk byte for byte while it is used', async () => {
  const picture = randomBytes(300_000)
  const form = new FormData()
  form.append('title', 'Còrso 21')
  form.append('tags[]', 'a')
  form.append('tags[]', 'b')
  form.append('pictures', new File([picture], 'città “bella”.png', { type: 'text/html' }))
  form.append('pictures', new File([], ''))

  const seen = await withUpload(site, post(form), { sentBy, filesMost: 6 }, async (reading) => {
    if (!reading.ok) throw new Error(reading.reason)
    const [file] = reading.files
    return { ...reading, sha256: file && sha256(await readFile(file.path)) }
  })

  expect(seen.fields).toEqual({ title: 'Còrso 21', tags: ['a', 'b'] })
  expect(seen.files).toHaveLength(1)
  expect(seen.files[0]).toMatchObject({ field: 'pictures', fileName: 'città “bella”.png', bytes: 300_000 })
  expect(seen.sha256).toBe(sha256(picture))
  expect(existsSync(seen.files[0]?.path ?? '')).toBe(false)
})

test('the temporary folder goes even when the use of it fails', async () => {
  let folder = ''
  const failing = withUpload(site, post(formWithFiles(1)), { sentBy, filesMost: 6 }, async (reading) => {
    folder = reading.ok ? dirname(reading.files[0]?.path ?? '') : ''
    throw new Error('the verb broke')
  })
  await expect(failing).rejects.toThrow('the verb broke')
  expect(folder).toContain('placet-upload-')
  expect(existsSync(folder)).toBe(false)
})

test('a picture over the limit is cut one byte above it, and the rest of the form is kept', async () => {
  const form = new FormData()
  form.append('pictures', new File([new Uint8Array(PICTURE_BYTES_MOST + 5000)], 'large.png'))
  form.append('pictures', new File(['small'], 'small.png'))
  form.append('title', 'kept')
  const reading = await read(form, 2)
  expect(reading).toMatchObject({ ok: true, fields: { title: 'kept' } })
  expect(reading.ok && reading.files.map(({ bytes }) => bytes)).toEqual([PICTURE_BYTES_MOST + 1, 5])
})

test('a form may have a limit of its own for its file, whose digest is reckoned while it comes', async () => {
  const content = randomBytes(50_000)
  const form = new FormData()
  form.append('file', new File([content], 'poster.tiff'))
  const options = { sentBy, filesMost: 1, fileBytesMost: 60_000, digest: true }
  const reading = await withUpload(site, post(form), options, keepReading)
  expect(reading.ok && reading.files).toMatchObject([{ bytes: 50_000, sha256: sha256(content) }])
  const cut = await withUpload(site, post(form), { ...options, fileBytesMost: 40_000 }, keepReading)
  expect(cut.ok && cut.files).toMatchObject([{ bytes: 40_001 }])
})

test('more files than asked for are refused with 413, and what was typed is kept', async () => {
  const form = formWithFiles(3)
  form.append('title', 'kept')
  expect(await read(form, 2)).toEqual({ ok: false, status: 413, reason: 'too-many-files', fields: { title: 'kept' } })
})

test('a body over the total is refused with 413 while it is still coming, whatever its length was said to be', async () => {
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      const head = '--b\r\nContent-Disposition: form-data; name="pictures"; filename="a.png"\r\n\r\n'
      const chunk = sent === 0 ? new TextEncoder().encode(head) : new Uint8Array(1_000_000)
      sent += chunk.byteLength
      controller.enqueue(chunk)
    },
  })
  const reading = await withUpload(site, postRaw(endless), { sentBy, filesMost: 1 }, keepReading)
  expect(reading).toMatchObject({ ok: false, status: 413, reason: 'too-large' })
  expect(sent).toBeLessThan(PICTURE_BYTES_MOST + 5_000_000)
})

test.each([
  ['too many fields', () => fieldsForm(300, 'x')],
  ['a field that is too long', () => fieldsForm(1, 'x'.repeat(200_000))],
])('%s are refused with 413', async (_what, form) => {
  expect(await read(form(), 6)).toMatchObject({ ok: false, status: 413, reason: 'too-large' })
})

test.each([
  ['a body cut off in the middle', '--b\r\nContent-Disposition: form-data; name="p"; filename="a.png"\r\n\r\nhalf'],
  ['a body without parts', 'nothing here'],
  ['an empty body', ''],
])('%s is refused with 400', async (_what, body) => {
  const reading = await withUpload(site, postRaw(body), { sentBy, filesMost: 6 }, keepReading)
  expect(reading).toMatchObject({ ok: false, status: 400, reason: 'malformed' })
})

test('a body of another type, or multipart without a boundary, is refused with 400', async () => {
  for (const type of ['application/json', 'multipart/form-data', '']) {
    const request = new Request(ADDRESS, { method: 'POST', body: '{}', headers: { 'Content-Type': type } })
    expect(await withUpload(site, request, { sentBy, filesMost: 6 }, keepReading)).toMatchObject({
      ok: false,
      status: 400,
    })
  }
})

test('a client that hangs up in the middle is refused, not an error', async () => {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(
        new TextEncoder().encode('--b\r\nContent-Disposition: form-data; name="p"; filename="a"\r\n\r\nx'),
      )
    },
    pull(controller) {
      controller.error(new Error('aborted'))
    },
  })
  expect(await withUpload(site, postRaw(body), { sentBy, filesMost: 6 }, keepReading)).toMatchObject({
    ok: false,
    status: 400,
  })
})

describe('the room that unfinished uploads have together', () => {
  const bytesMost = 100_000
  const small = () => ({ unfinishedUploads: openUnfinishedUploads(NO_FOLDER, bytesMost) })
  const options = { sentBy, filesMost: 1 }

  test('holds a form too, from its first byte until it is answered', async () => {
    const site = small()
    const room = () => site.unfinishedUploads.holdForm({ ownerId: 'another', bytes: 60_000 })
    const free = await withUpload(site, announced(formOf(50_000), 50_500), options, room)
    expect(free).toBeNull()
    expect(await room()).not.toBeNull()
  })

  test('when it is full gives a form 429, with every word of it and not a byte of its file', async () => {
    const site = small()
    await site.unfinishedUploads.holdForm({ ownerId: 'another', bytes: 90_000 })
    const form = formOf(50_000)
    form.append('after', 'kept too')
    const reading = await withUpload(site, announced(form, 50_500), options, keepReading)
    const fields = { title: 'kept', after: 'kept too' }
    expect(reading).toEqual({ ok: false, status: 429, reason: 'no-room', fields })
  })

  test('is not asked of a form in which no file was chosen', async () => {
    const site = small()
    await site.unfinishedUploads.holdForm({ ownerId: 'another', bytes: bytesMost })
    const reading = await withUpload(site, announced(formOf(0), 300), options, keepReading)
    expect(reading).toMatchObject({ ok: true, fields: { title: 'kept' }, files: [] })
  })

  test('counts a form that does not say its length as the largest that it may be', async () => {
    const { unfinishedUploads } = small()
    const reading = await withUpload({ unfinishedUploads }, post(formOf(50_000)), options, keepReading)
    expect(reading).toMatchObject({ status: 429, reason: 'no-room' })
  })

  test('cannot be taken by one person with many forms at once', async () => {
    const { unfinishedUploads } = small()
    const hold = () => unfinishedUploads.holdForm({ ownerId: sentBy, bytes: 1 })
    const held = await Promise.all(Array.from({ length: FORMS_AT_ONCE_MOST }, hold))
    expect(held.every((release) => release !== null)).toBe(true)
    expect(await hold()).toBeNull()
    held[0]?.()
    held[0]?.()
    expect(await hold()).not.toBeNull()
    expect(await hold()).toBeNull()
  })
})

function formOf(fileBytes: number): FormData {
  const form = new FormData()
  form.append('title', 'kept')
  form.append('picture', new File([new Uint8Array(fileBytes)], fileBytes > 0 ? 'chosen.png' : ''))
  return form
}

/** As a browser sends it; a Request that was never sent has no length. */
function announced(form: FormData, bytes: number): Request {
  const request = post(form)
  request.headers.set('Content-Length', String(bytes))
  return request
}

function read(form: FormData, filesMost: number): Promise<UploadReading> {
  return withUpload(site, post(form), { sentBy, filesMost }, keepReading)
}

function keepReading(reading: UploadReading): Promise<UploadReading> {
  return Promise.resolve(reading)
}

function post(form: FormData): Request {
  return new Request(ADDRESS, { method: 'POST', body: form })
}

function postRaw(body: string | ReadableStream<Uint8Array>): Request {
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
    duplex: 'half',
  }
  return new Request(ADDRESS, init)
}

function formWithFiles(count: number): FormData {
  const form = new FormData()
  for (let n = 0; n < count; n++) form.append('pictures', new File([`file ${n}`], `${n}.png`))
  return form
}

function fieldsForm(count: number, value: string): FormData {
  const form = new FormData()
  for (let n = 0; n < count; n++) form.append(`field-${n}`, value)
  return form
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
