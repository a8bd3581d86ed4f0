import { UserError } from '../plan/index.js'
/** @throws UserError naming `what` when the text is no `owner/name`. */
export function parseRepository(text, what) {
  const match = /^([A-Za-z0-9](?:[A-Za-z0-9-]{0,38})?)\/([\w.-]{1,100})$/.exec(text.trim())
  const [, owner, repo] = match ?? []
  if (owner === undefined || repo === undefined || repo === '.' || repo === '..') {
    throw new UserError(`${what}: “${text.trim()}” is no repository.`, {
      advice: 'Write OWNER/NAME, for example “project-codeflare/codeflare-operator”.',
    })
  }
  return { owner, repo }
}
/** `owner/name` */
export function fullName({ owner, repo }) {
  return `${owner}/${repo}`
}
/** @throws RequestRefused when there is none that the token may see. */
export async function getRepository(github, { owner, repo }) {
  const { data } = await github.request('GET /repos/{owner}/{repo}', { owner, repo })
  const allowed = {
    merge: data.allow_merge_commit,
    squash: data.allow_squash_merge,
    rebase: data.allow_rebase_merge,
  }
  const methods = ['merge', 'squash', 'rebase']
  return {
    owner: data.owner.login,
    repo: data.name,
    defaultBranch: data.default_branch,
    url: data.html_url.replace(/\/+$/, ''),
    parent: data.parent?.full_name ?? null,
    // A token without write access is not told; then all of them may be allowed.
    mergeMethods: new Set(methods.filter((method) => allowed[method] !== false)),
  }
}
