import { RequestRefused } from './errors.js'
const LINE = /^\* @([\w-]+) made their first contribution in \S+\/pull\/(\d{1,9})\s*$/gm
/**
 * Whose first pull request came between two tags, in the order in which GitHub names them; robots are left out. One
 * request: GitHub generates notes without keeping them (“The generated release notes are not saved anywhere”), and who
 * is new is the part of them that could not be told from the commits.
 *
 * @param commit where `tag` is or will be.
 * @returns null when the token may not ask: that needs `contents: write`, which a dry run may go without.
 */
export async function firstContributions(github, { owner, repo }, { tag, commit, previousTag }) {
  try {
    const { data } = await github.request('POST /repos/{owner}/{repo}/releases/generate-notes', {
      owner,
      repo,
      tag_name: tag,
      target_commitish: commit,
      previous_tag_name: previousTag,
    })
    return [...data.body.matchAll(LINE)].map(([, login = '', number]) => ({ login, pullRequest: Number(number) }))
  } catch (error) {
    if (error instanceof RequestRefused && (error.status === 403 || error.status === 404)) return null
    throw error
  }
}
