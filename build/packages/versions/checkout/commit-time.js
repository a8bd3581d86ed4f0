import { UserError } from '../../plan/index.js'
import { Git } from './git.js'
/**
 * When the commit that is checked out was made: RFC 3339, UTC, in seconds. Null where there is no commit, no repository or no
 * git to ask.
 */
export async function commitTime(directory, options) {
  try {
    const { code, stdout } = await new Git(directory, options).run(['show', '-s', '--format=%ct', 'HEAD'])
    const seconds = Number(stdout.trim())
    return code === 0 && seconds > 0 ? `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z` : null
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}
