import type { ScratchSite } from '../scratch-site.ts'
import type { Answered } from './hostile-report.ts'
import { postFile } from './post-file.ts'
import { addDesigner, type ScratchDesigner } from './scratch-contest.ts'

/** As many as the server's decoders: what waits for its turn would be measured with what it waits for. */
export const POSTS_AT_ONCE = 2
/** Below the limits of what one person may send, so that no answer is about those. */
const POSTS_PER_DESIGNER = 50
const PICTURES_PER_ENTRY = 6

export interface FileToPost {
  name: string
  read(): Promise<Buffer>
}

/** Posts every file once, several at a time, each lane with designers of its own, and tells of each answer. */
export async function postAll(
  site: ScratchSite & { prepared: string },
  files: AsyncIterator<FileToPost>,
  onAnswer: (answered: Answered) => void,
): Promise<void> {
  let turn = 0
  const lane = async () => {
    const nextDesigner = designersOf(site)
    for (let next = await files.next(); !next.done; next = await files.next()) {
      const { name, read } = next.value
      const bytes = await read()
      turn += 1
      const designer = await nextDesigner()
      const answer = await postFile(site.config, designer, { bytes, turn })
      if (answer.status === 201) designer.pictures += 1
      onAnswer({ file: name, ...answer })
      if (site.ended() !== null) return
    }
  }
  await Promise.all(Array.from({ length: POSTS_AT_ONCE }, lane))
}

/** A new one when the last has sent enough, or when the entry has all the pictures it may have. */
function designersOf(site: ScratchSite & { prepared: string }) {
  let designer: (ScratchDesigner & { posts: number; pictures: number }) | undefined
  return async () => {
    if (!designer || designer.posts >= POSTS_PER_DESIGNER || designer.pictures >= PICTURES_PER_ENTRY) {
      designer = { ...(await addDesigner(site.db, site.config, site.prepared)), posts: 0, pictures: 0 }
    }
    designer.posts += 1
    return designer
  }
}
