import { useEffect } from 'react'
import type { PictureView } from '#app/images/picture.ts'
import { srcSetOf } from '#app/ui/picture-sources.ts'
import { type StripRoom, sizesInRoom } from '#app/ui/strip-room.ts'

/** The next picture is fetched and decoded while this one is looked at. */
export function useLoadAhead(ahead: PictureView | undefined, room: StripRoom): void {
  const webp = ahead ? srcSetOf(ahead, 'webp') : ''
  const avif = ahead?.avif ? srcSetOf(ahead, 'avif') : ''
  const sizes = ahead ? sizesInRoom(room, ahead) : ''
  useEffect(() => {
    if (!webp) return
    // In a frame like the one in which it will hang, so that the browser chooses the same file.
    const [frame, source, image] = [document.createElement('picture'), document.createElement('source'), new Image()]
    Object.assign(source, { type: 'image/avif', sizes, srcset: avif })
    frame.append(...(avif ? [source] : []), image)
    Object.assign(image, { sizes, srcset: webp })
    // A picture that does not decode ahead will be tried again in its place.
    image.decode().catch(() => undefined)
  }, [webp, avif, sizes])
}
