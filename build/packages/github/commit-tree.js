/**
 * Commits by git's own objects: blobs, a tree on top of the branch's, a commit, and the branch moved on to it, which GitHub
 * refuses when it has moved meanwhile. Only the last of these can be seen; what a cut-off run leaves before it is nothing.
 *
 * @returns whether GitHub signed it: it does for apps and the default token, when no author is named.
 */
export async function commitTree(github, { owner, repo }, { branch, message, head, entries }) {
  const tree = []
  for (const { path, content, mode } of entries) {
    if (content === null) tree.push({ path, mode: '100644', type: 'blob', sha: null })
    else if (isText(content)) tree.push({ path, mode: modeOf(mode), type: 'blob', content: content.toString('utf8') })
    else tree.push({ path, mode: modeOf(mode), type: 'blob', sha: await blobOf(content) })
  }
  const { data: parent } = await github.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', {
    owner,
    repo,
    commit_sha: head,
  })
  const made = await github.request('POST /repos/{owner}/{repo}/git/trees', {
    owner,
    repo,
    base_tree: parent.tree.sha,
    tree,
  })
  const { data: commit } = await github.request('POST /repos/{owner}/{repo}/git/commits', {
    owner,
    repo,
    message,
    tree: made.data.sha,
    parents: [head],
  })
  const ref = `heads/${branch}`
  await github.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', {
    owner,
    repo,
    ref,
    sha: commit.sha,
    force: false,
  })
  return { isSigned: commit.verification.verified }
  async function blobOf(content) {
    const { data } = await github.request('POST /repos/{owner}/{repo}/git/blobs', {
      owner,
      repo,
      content: content.toString('base64'),
      encoding: 'base64',
    })
    return data.sha
  }
}
function modeOf(mode) {
  return mode === '100755' || mode === '120000' ? mode : '100644'
}
/** What can travel as it is: a tree's `content` is text in UTF-8. */
function isText(content) {
  return content.length < 1024 * 1024 && content.equals(Buffer.from(content.toString('utf8')))
}
