import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PROFILE_NAME_LENGTH_MOST, readProfile } from '#app/images/icc-profile.ts'
import { readHeader } from '#app/images/read-header.server.ts'
import { renderPicture } from '#app/images/render-picture.server.ts'
import { fourCorners } from './sample-files.ts'

const print = async (file: Buffer) => (await readHeader(file))?.print

describe('what a printer asks of a picture', () => {
  test('is plain sRGB in 8 bits when the file says nothing', async () => {
    expect(await print(await fourCorners().png().toBuffer())).toEqual({
      ...{ colourSpace: 'srgb', profileName: '', bitDepth: 8 },
    })
  })

  test.each([
    ['srgb', 'srgb', /sRGB/],
    ['p3', 'rgb', /P3/],
  ])('names the embedded profile %s', async (profile, colourSpace, name) => {
    const file = await fourCorners().withIccProfile(profile).jpeg().toBuffer()
    expect(await print(file)).toEqual({ colourSpace, profileName: expect.stringMatching(name), bitDepth: 8 })
  })

  test('tells CMYK, grey and 16 bits', async () => {
    const cmyk = await fourCorners().toColourspace('cmyk').withIccProfile('cmyk').jpeg().toBuffer()
    expect(await print(cmyk)).toMatchObject({ colourSpace: 'cmyk', profileName: expect.stringMatching(/./) })
    expect(await print(await fourCorners().toColourspace('b-w').png().toBuffer())).toMatchObject({
      colourSpace: 'grey',
    })
    const deep = await fourCorners().toColourspace('rgb16').png().toBuffer()
    expect(await print(deep)).toMatchObject({ colourSpace: 'srgb', bitDepth: 16 })
  })

  test('counts as transparent what can be seen through, not what could be', async () => {
    const idle = await fourCorners().ensureAlpha(1).png().toBuffer()
    const seen = await fourCorners().ensureAlpha(0.5).png().toBuffer()
    const transparent = async (file: Buffer) => {
      const rendered = await renderPicture(file, 'png')
      return rendered.ok && rendered.value.transparent
    }
    expect([await transparent(idle), await transparent(seen)]).toEqual([0, 1])
  })
})

describe('a colour profile from a stranger', () => {
  const withName = (write: (view: DataView, bytes: Uint8Array) => void) => {
    const bytes = new Uint8Array(600)
    const view = new DataView(bytes.buffer)
    bytes.set(Buffer.from('RGB '), 16)
    view.setUint32(128, 1)
    bytes.set(Buffer.from('desc'), 132)
    view.setUint32(136, 144)
    view.setUint32(140, 400)
    write(view, bytes)
    return readProfile(bytes)
  }

  test('has a name of one short line, whatever is written in it', () => {
    const profile = withName((view, bytes) => {
      bytes.set(Buffer.from('desc'), 144)
      view.setUint32(152, 0xffffffff)
      bytes.set(Buffer.from('Shop\u0007 \n<b>\x1b[31m\x9b profile', 'latin1'), 156)
      bytes.fill(0x41, 200, 600)
    })
    expect(profile?.name).toBe('Shop <b>[31m profile')
  })

  test('has its name in UTF-16 from version 4 on', () => {
    const profile = withName((view, bytes) => {
      bytes.set(Buffer.from('mluc'), 144)
      view.setUint32(152, 1)
      view.setUint32(156, 12)
      view.setUint32(164, 18)
      view.setUint32(168, 28)
      bytes.set(Buffer.from('Città P3\u202e', 'utf16le').swap16(), 172)
    })
    expect(profile?.name).toBe('Città P3')
  })

  test('never breaks the reader, however it lies', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom('desc', 'mluc'), (noise, type) => {
        const bytes = new Uint8Array(400)
        bytes.set(noise.subarray(0, 400))
        bytes.set(Buffer.from(`desc${'\0'.repeat(3)}\u0090`, 'latin1'), 132)
        bytes.set(Buffer.from(type), 144)
        const name = readProfile(bytes)?.name ?? ''
        expect(name.length).toBeLessThanOrEqual(PROFILE_NAME_LENGTH_MOST)
        expect(name).not.toMatch(/\p{C}/u)
      }),
    )
    expect(readProfile(new Uint8Array(100))).toBeNull()
  })
})
