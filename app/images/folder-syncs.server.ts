import { syncFolder } from './sync-folder.server.ts'

/** Brings the names in folders to the disk. */
export interface FolderSyncs {
  /** Resolves once every rename in the folder that came before this was asked survives a power cut. */
  settled(folder: string): Promise<void>
}

/** The files of one picture come into one folder together: those that are renamed during a sync of it share the next. */
export function createFolderSyncs(sync: (folder: string) => Promise<void> = syncFolder): FolderSyncs {
  const lines = new Map<string, { running: Promise<void>; next: Promise<void> | null }>()

  function settled(folder: string): Promise<void> {
    const line = lines.get(folder) ?? { running: Promise.resolve(), next: null }
    lines.set(folder, line)
    line.next ??= line.running
      .catch(() => undefined)
      .then(() => {
        // What is renamed from now on is too late for this sync.
        line.next = null
        line.running = sync(folder)
        return line.running
      })
    return line.next
  }

  return { settled }
}
