import { spawnSync } from 'node:child_process'
import { installFromDebian } from './install-from-debian.ts'

/** The command of a Python 3 that runs, or undefined. PYTHON_PATH has the first word. */
export function findPython(): string | undefined {
  return [process.env.PYTHON_PATH ?? '', 'python3', '/usr/bin/python3'].find(
    (command) =>
      command !== '' && spawnSync(command, ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']).status === 0,
  )
}

/** Finds a Python, or installs Debian's when this is root on a Debian; throws a sentence when neither can be. */
export function ensurePython(): string {
  const found = findPython()
  if (found) return found
  console.log('No Python here: installing Debian’s for the second verifier.')
  const installed = installFromDebian('python3') ? findPython() : undefined
  if (!installed)
    throw new Error('The second verifier needs Python 3.9: install it, or say where it is with PYTHON_PATH.')
  return installed
}
