import { openDiskStore } from './disk-store.server.ts'
import type { PictureStore } from './picture-store.server.ts'
import type { UploadThingSettings } from './uploadthing-store.server.ts'

export type PictureStoreName = 'disk' | 'uploadthing'

/** The part of the configuration that says where pictures are kept. */
export interface PictureStoreSettings {
  /** The disk when not said. */
  pictureStore?: PictureStoreName
  uploadsDir: string
  uploadThing?: UploadThingSettings
}

/** Opens the chosen store, and loads no more than that: UploadThing's SDK takes up to a second and 46 MB. */
export async function openPictureStore(settings: PictureStoreSettings): Promise<PictureStore> {
  if (settings.pictureStore !== 'uploadthing') return openDiskStore(settings.uploadsDir)
  if (!settings.uploadThing) throw new Error('UploadThing is chosen without its settings')
  const { openUploadThingStore } = await import('./uploadthing-store.server.ts')
  return openUploadThingStore(settings.uploadThing)
}
