import { writeTime } from '../github.ts'
import { diffTrees, type FileChange } from '../git/diff.ts'
import { diffLines } from '../git/lines.ts'
import type { Commit, Signature } from '../git/object.ts'
import { isWebFlow, loginOf } from '../identity.ts'
import type { Links } from '../links.ts'
import type { Repository } from '../repository.ts'
import { simpleUser } from './user.ts'

const SUBMODULE = '160000'

/** Where a commit's object is described. */
function addresses(links: Links, { fullName }: Repository, sha: string) {
  return {
    url: links.api(`/repos/${fullName}/commits/${sha}`),
    html_url: links.html(`/${fullName}/commit/${sha}`),
  }
}

/** GitHub signs what is committed through it; what was pushed here has no signature. */
function verification(commit: Commit) {
  return isWebFlow(commit.committer)
    ? {
        verified: true,
        reason: 'valid',
        signature: '-----BEGIN PGP SIGNATURE-----\n\nsandbox\n-----END PGP SIGNATURE-----\n',
        payload: `tree ${commit.tree}`,
        verified_at: writeTime(commit.committer.date),
      }
    : { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null }
}

function person({ name, email, date }: Signature) {
  return { name, email, date: writeTime(date) }
}

function account(links: Links, signature: Signature) {
  const login = loginOf(signature)
  return login === undefined ? null : simpleUser(links, login)
}

/** OpenAPI `commit`, as in lists: without files. */
export function commitView(links: Links, repository: Repository, sha: string, commit: Commit) {
  const here = addresses(links, repository, sha)
  const git = links.api(`/repos/${repository.fullName}/git`)
  return {
    sha,
    node_id: `C_${repository.state.id}_${sha}`,
    commit: {
      author: person(commit.author),
      committer: person(commit.committer),
      message: commit.message.trimEnd(),
      tree: { sha: commit.tree, url: `${git}/trees/${commit.tree}` },
      url: `${git}/commits/${sha}`,
      comment_count: 0,
      verification: verification(commit),
    },
    ...here,
    comments_url: `${here.url}/comments`,
    author: account(links, commit.author),
    committer: account(links, commit.committer),
    parents: commit.parents.map((parent) => ({ sha: parent, ...addresses(links, repository, parent) })),
  }
}

/** OpenAPI `git-commit`, of the git database. */
export function gitCommitView(links: Links, repository: Repository, sha: string, commit: Commit) {
  const git = links.api(`/repos/${repository.fullName}/git`)
  const html = (oid: string): string => links.html(`/${repository.fullName}/commit/${oid}`)
  return {
    sha,
    node_id: `C_${repository.state.id}_${sha}`,
    url: `${git}/commits/${sha}`,
    html_url: html(sha),
    author: person(commit.author),
    committer: person(commit.committer),
    tree: { sha: commit.tree, url: `${git}/trees/${commit.tree}` },
    message: commit.message.trimEnd(),
    parents: commit.parents.map((parent) => ({ sha: parent, url: `${git}/commits/${parent}`, html_url: html(parent) })),
    verification: verification(commit),
  }
}

/** The files that differ between two commits, each as OpenAPI `diff-entry`. */
export async function filesBetween(links: Links, repository: Repository, before: string | undefined, after: string) {
  const treeOf = async (sha: string | undefined): Promise<string | undefined> =>
    sha === undefined ? undefined : (await repository.objects.commit(sha))?.tree
  const changes = await diffTrees(repository.objects, await treeOf(before), await treeOf(after))
  const entries = []
  for (const change of changes) entries.push(await diffEntry(links, repository, after, change))
  return entries
}

async function diffEntry(links: Links, repository: Repository, sha: string, { path, before, after }: FileChange) {
  const read = async (entry: typeof before): Promise<Buffer> =>
    entry === undefined || entry.mode === SUBMODULE
      ? Buffer.alloc(0)
      : ((await repository.objects.blob(entry.oid)) ?? Buffer.alloc(0))
  const { additions, deletions, patch } = diffLines(await read(before), await read(after))
  const encoded = encodeURI(path)
  return {
    sha: (after ?? before)?.oid ?? null,
    filename: path,
    status: before === undefined ? 'added' : after === undefined ? 'removed' : 'modified',
    additions,
    deletions,
    changes: additions + deletions,
    blob_url: links.html(`/${repository.fullName}/blob/${sha}/${encoded}`),
    raw_url: links.html(`/${repository.fullName}/raw/${sha}/${encoded}`),
    contents_url: links.api(`/repos/${repository.fullName}/contents/${encoded}?ref=${sha}`),
    ...(patch === undefined || patch === '' ? {} : { patch }),
  }
}
