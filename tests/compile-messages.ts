import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * The message functions are generated and not in git: they are made before any test imports them, in a process of their
 * own because the compiler keeps its one open.
 */
export default function compileMessages(): void {
  const root = fileURLToPath(new URL('..', import.meta.url))
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/compile-messages.ts'], { cwd: root, stdio: 'inherit' })
}
