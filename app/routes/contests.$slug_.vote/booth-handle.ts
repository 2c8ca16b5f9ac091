import type { PageHandle } from '#app/ui/page-handle.ts'

/** How the shell stands around the booth and each of its acts. */
export const boothHandle = { surround: 'lamp', shell: 'bare' } satisfies PageHandle
