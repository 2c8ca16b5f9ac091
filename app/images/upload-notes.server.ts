import { mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { UPLOAD_KINDS } from './unfinished-upload.ts'

const NoteSchema = z.object({
  id: z.string(),
  ownerId: z.string(),
  kind: z.enum(UPLOAD_KINDS),
  subjectId: z.string(),
  bytes: z.number(),
  begunAt: z.coerce.date(),
  judging: z.boolean(),
  verdict: z.object({ status: z.number(), sentence: z.string().nullable(), made: z.string().nullable() }).nullable(),
})
export type UploadNote = z.infer<typeof NoteSchema>

interface Named {
  id: string
  ownerId: string
}

const ID = /^[a-z0-9]{16}$/

/** `OWNER/ID.part` is what has arrived of an upload, and `OWNER/ID.json` says what it will be. */
export function openUploadNotes(root: string) {
  const folder = resolve(root)
  const folderOf = (ownerId: string) => join(folder, checkId(ownerId))
  const pathOf = ({ ownerId, id }: Named, ending: 'part' | 'json') =>
    join(folderOf(ownerId), `${checkId(id)}.${ending}`)

  async function read({ ownerId, id }: Named): Promise<UploadNote | null> {
    const text = isId(id) ? await readFile(pathOf({ ownerId, id }, 'json'), 'utf8').catch(() => null) : null
    return text ? readNote(text) : null
  }

  async function write(note: UploadNote): Promise<void> {
    const path = pathOf(note, 'json')
    await mkdir(folderOf(note.ownerId), { recursive: true, mode: 0o700 })
    await writeFile(`${path}.new`, JSON.stringify(note), { mode: 0o600, flush: true })
    await rename(`${path}.new`, path)
  }

  /** The part first: a note without a part is an upload of which nothing has come, a part without a note would be nobody's. */
  async function remove(named: Named): Promise<void> {
    for (const ending of ['part', 'json'] as const) await rm(pathOf(named, ending), { force: true })
  }

  async function list(ownerId: string): Promise<UploadNote[]> {
    const names = isId(ownerId) ? await readdir(folderOf(ownerId)).catch(() => []) : []
    const ids = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length))
    return (await Promise.all(ids.map((id) => read({ ownerId, id })))).filter((note) => note !== null)
  }

  /** Removes what a crash left without a note that can be read. */
  async function removeStrays(ownerId: string, before?: Date): Promise<void> {
    const noted = new Set((await list(ownerId)).map(({ id }) => id))
    for (const name of isId(ownerId) ? await readdir(folderOf(ownerId)).catch(() => []) : []) {
      if (noted.has(name.split('.')[0] ?? '')) continue
      const path = join(folderOf(ownerId), name)
      const found = await stat(path).catch(() => null)
      if (found && (!before || found.mtime < before)) await rm(path, { force: true, recursive: true })
    }
  }

  /** The folder of a person of whom nothing is left. */
  async function removeEmpty(ownerId: string): Promise<void> {
    if (isId(ownerId)) await rmdir(folderOf(ownerId)).catch(() => undefined)
  }

  return {
    partOf: (named: Named) => pathOf(named, 'part'),
    owners: () => readdir(folder).catch((): string[] => []),
    ...{ read, write, remove, list, removeStrays, removeEmpty },
  }
}

/** Null where a power cut tore it, or somebody else wrote it: then nobody has that upload any more. */
function readNote(text: string): UploadNote | null {
  try {
    return NoteSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

function isId(id: string): boolean {
  return ID.test(id)
}

/** Ids come from addresses and become names of files. */
function checkId(id: string): string {
  if (!isId(id)) throw new Error('That is no id of an upload or of a person.')
  return id
}
