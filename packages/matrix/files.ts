import { matchesGlob } from 'node:path/posix'
import { UserError, type Files } from '../plan/index.ts'

/**
 * The files that paths and globs name, sorted.
 *
 * @throws UserError for a pattern that matches no file.
 */
export async function filesMatching(workspace: Files, patterns: readonly string[], input: string): Promise<string[]> {
  const found = new Set<string>()
  let all: readonly string[] | null = null
  for (const pattern of patterns) {
    const path = pattern.replace(/^\.\//, '')
    // Told apart from a glob by what is there: a file may be called `[id].yaml`.
    const plain = !/[*?[{]/.test(path) || (await workspace.read(path, `Input “${input}”`)) !== null
    all ??= plain ? null : await workspace.list('.', `Input “${input}”`)
    const files = plain ? [path] : (all ?? []).filter((file) => matchesGlob(file, path))
    if (files.length === 0 || (plain && (await workspace.read(path, `Input “${input}”`)) === null)) {
      throw new UserError(`Input “${input}”: “${pattern}” matches no file.`, {
        advice: 'Write paths relative to the root of the checkout; “**” stands for any directories.',
      })
    }
    for (const file of files) found.add(file)
  }
  return [...found].sort()
}
