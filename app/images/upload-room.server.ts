import { newId } from '#db/new-id.ts'
import { FORMS_AT_ONCE_MOST } from './unfinished-upload.ts'

/** The room that all uploads have together, and who holds how much of it. Only this process gives of it. */
export function createUploadRoom(bytesMost: number, readNoted: () => Promise<{ id: string; bytes: number }[]>) {
  // Read once, from what the process before left.
  let read: Promise<Map<string, number>> | undefined
  const formsOf = new Map<string, number>()

  function held(): Promise<Map<string, number>> {
    read ??= readNoted().then((noted) => new Map(noted.map(({ id, bytes }) => [id, bytes])))
    return read
  }

  function fits(all: Map<string, number>, bytes: number): boolean {
    let sum = bytes
    for (const more of all.values()) sum += more
    return sum <= bytesMost
  }

  /** False when there is not so much. */
  async function hold(id: string, bytes: number): Promise<boolean> {
    const all = await held()
    if (!fits(all, bytes)) return false
    all.set(id, bytes)
    return true
  }

  async function free(id: string): Promise<void> {
    ;(await held()).delete(id)
  }

  async function holdForm({ ownerId, bytes }: { ownerId: string; bytes: number }): Promise<(() => void) | null> {
    const all = await held()
    const forms = formsOf.get(ownerId) ?? 0
    if (forms >= FORMS_AT_ONCE_MOST || !fits(all, bytes)) return null
    const id = newId()
    all.set(id, bytes)
    formsOf.set(ownerId, forms + 1)
    return () => {
      if (!all.delete(id)) return
      const left = (formsOf.get(ownerId) ?? 1) - 1
      if (left > 0) formsOf.set(ownerId, left)
      else formsOf.delete(ownerId)
    }
  }

  return { hold, free, holdForm }
}

export type UploadRoom = ReturnType<typeof createUploadRoom>
