import { open } from 'node:fs/promises'

/** Resolves once the names in a folder survive a power cut: a new or renamed file is there for good only then. */
export async function syncFolder(path: string): Promise<void> {
  // Windows opens no folders and keeps renames in its own journal.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
