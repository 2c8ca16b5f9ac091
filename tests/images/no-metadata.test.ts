import { deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { finishPicture } from '#app/images/finish-picture.server.ts'
import { RENDITIONS } from '#app/images/picture.ts'
import { action as upload } from '#app/routes/entries.$entryId_.pictures/route.tsx'
import { loader as serve } from '#app/routes/pictures.$pictureId.$rendition/route.ts'
import { PAYLOAD_MARK, PAYLOAD_PAGE } from '../../scripts/hostile/hostile-file.ts'
import { jpegSegment, MARKER, withSegments } from '../../scripts/hostile/jpeg-bytes.ts'
import { pngChunk, withChunks } from '../../scripts/hostile/png-bytes.ts'
import { aContest } from '../contests-in-phases.ts'
import { anEntry } from '../entries-in-contests.ts'
import { aMember, type TestPerson } from '../people.ts'
import { NOW, requestTo, routeContext, sessionCookieOf, type TestContext } from '../route-context.ts'
import { partsOf } from './container-parts.ts'

const SECRET = 'Via Segreta 7, Mestre'
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description>${SECRET}</rdf:Description></rdf:RDF></x:xmpmeta>`

let context: TestContext
let designer: TestPerson
let entryId: string

beforeEach(async () => {
  context = await routeContext()
  const brief = { minimumWidthPx: 300, minimumHeightPx: 300 }
  const { contestId } = await aContest(context.db, { phase: 'open', now: NOW, brief })
  designer = await aMember(context.db)
  entryId = await anEntry(context.db, { contestId, designer, at: NOW, draft: true, pictures: 0 })
})
afterEach(() => context.close())

/** Of EXIF, XMP, IPTC and profiles; so long that pixels do not spell them by chance, as they did 'http'. */
const MARKS = ['Exif\0\0', 'http://', 'Photoshop', 'mluc\0\0\0\0']

describe('nothing but pixels comes through any door', () => {
  test.each<[string, () => Promise<Buffer>]>([
    ['a JPEG with EXIF, GPS, XMP, IPTC, a profile and comments', talkingJpeg],
    [
      'a JPEG with a second picture that has its own EXIF',
      async () => Buffer.concat([await talkingJpeg(), await talkingJpeg()]),
    ],
    ['a PNG with EXIF, texts, packed texts, XMP and a profile', talkingPng],
    [
      'a WebP with EXIF, XMP and a profile',
      async () => Buffer.concat([await told(photo().webp()), Buffer.from(PAYLOAD_PAGE)]),
    ],
    [
      'an AVIF with EXIF, XMP and a profile',
      async () => Buffer.concat([await told(photo().avif({ effort: 0 })), freeBox()]),
    ],
  ])('of %s', { timeout: 60_000 }, async (_what, make) => {
    const file = await make()
    expect(file.includes(SECRET)).toBe(true)
    const served = await takeAndServe(file)
    const always = ['320.webp', '640.webp', '960.webp', '1920.webp', 'share.jpg', 'full.webp']
    expect([...served.keys()]).toEqual(expect.arrayContaining(always))
    for (const [name, content] of served) {
      expect(partsOf(content), name).toEqual([])
      for (const mark of [SECRET, PAYLOAD_MARK, ...MARKS])
        expect(content.includes(mark), `${name}: ${mark}`).toBe(false)
    }
  })

  test('of AVIF, which is made later', { timeout: 60_000 }, async () => {
    const served = await takeAndServe(await talkingJpeg())
    expect([...served.keys()].filter((name) => name.endsWith('.avif'))).toHaveLength(4)
  })
})

test('the reader of parts sees what is planted', async () => {
  expect(partsOf(await talkingJpeg())).toEqual(
    expect.arrayContaining(['segment e1', 'segment e2', 'segment ed', 'segment fe', 'something behind the end']),
  )
  expect(partsOf(await told(photo().webp()))).toEqual(
    expect.arrayContaining(['chunk EXIF', 'chunk XMP ', 'chunk ICCP']),
  )
  expect(partsOf(await told(photo().avif({ effort: 0 })))).toEqual(
    expect.arrayContaining(['item Exif', 'item mime', 'colours rICC']),
  )
})

/** By the real route, and back by the real route, under every name that a picture can have. */
async function takeAndServe(file: Buffer): Promise<Map<string, Buffer>> {
  const body = new FormData()
  body.append('pictures', new File([new Uint8Array(file)], 'boot.jpg'))
  const headers = { Cookie: await sessionCookieOf(context, designer) }
  const request = new Request(`http://placet.test/entries/${entryId}/pictures`, { method: 'POST', headers, body })
  const answer = await upload({ request, params: { entryId }, context })
  expect(answer.status, await answer.clone().text()).toBe(201)
  const { id: pictureId } = await context.db
    .selectFrom('picture')
    .select('id')
    .where('uploadedBy', '=', designer.id)
    .executeTakeFirstOrThrow()
  await context.afterwards.settled()
  await finishPicture(context.db, context.pictures, { pictureId }, NOW)
  const served = new Map<string, Buffer>()
  for (const rendition of Object.keys(RENDITIONS)) {
    const asked = await requestTo(context, `/pictures/${pictureId}/${rendition}`, { as: designer })
    const response = await serve({ request: asked, params: { pictureId, rendition }, context }).catch(
      (thrown: Response) => thrown,
    )
    if (response.status === 200) served.set(rendition, Buffer.from(await response.arrayBuffer()))
  }
  return served
}

/** Clouds, of which AVIF is worth its bytes at every width; low, since it takes its time by the pixel. */
function photo(): Sharp {
  const noise = { type: 'gaussian', mean: 128, sigma: 80 } as const
  const create = { width: 240, height: 60, channels: 3, background: '#888', noise } as const
  return sharp({ create }).resize(2000, 500, { kernel: 'cubic' })
}

function told(image: Sharp): Promise<Buffer> {
  return image
    .withExif({
      IFD0: { Artist: SECRET, ImageDescription: SECRET, Copyright: SECRET },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '45/1 27/1 5000/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '12/1 14/1 0/1',
      },
    })
    .withXmp(XMP)
    .withIccProfile('p3')
    .toBuffer()
}

async function talkingJpeg(): Promise<Buffer> {
  const caption = Buffer.concat([Buffer.from([0x1c, 2, 120, 0, SECRET.length]), Buffer.from(SECRET)])
  const iptc = Buffer.concat([
    Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0', 'latin1'),
    Buffer.from([caption.length]),
    caption,
  ])
  const segments = [jpegSegment(0xed, iptc), jpegSegment(MARKER.com, SECRET), jpegSegment(MARKER.com, PAYLOAD_PAGE)]
  return Buffer.concat([withSegments(await told(photo().jpeg()), ...segments), Buffer.from(PAYLOAD_PAGE)])
}

async function talkingPng(): Promise<Buffer> {
  const text = (type: string, before: string, content: Buffer) =>
    pngChunk(type, Buffer.concat([Buffer.from(before, 'latin1'), content]))
  return Buffer.concat([
    withChunks(
      await told(photo().png()),
      text('tEXt', 'Author\0', Buffer.from(SECRET)),
      text('tEXt', 'Comment\0', Buffer.from(PAYLOAD_PAGE)),
      text('zTXt', 'Comment\0\0', deflateSync(SECRET)),
      text('iTXt', 'Title\0\0\0\0\0', Buffer.from(SECRET)),
      pngChunk('paGe', Buffer.from(PAYLOAD_PAGE)),
    ),
    Buffer.from(PAYLOAD_PAGE),
  ])
}

function freeBox(): Buffer {
  const head = Buffer.from('\0\0\0\0free', 'latin1')
  head.writeUInt32BE(8 + PAYLOAD_PAGE.length)
  return Buffer.concat([head, Buffer.from(PAYLOAD_PAGE)])
}
