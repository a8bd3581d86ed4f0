import { createHash } from 'node:crypto'
import { UserError } from '../plan/index.js'
import { blobName, listFiles } from './contents.js'
import { branchHead } from './refs.js'
import { fullName } from './repository.js'
import { settling } from './settling.js'
/** The most that one request to GitHub may carry, in bytes, with room for base64. */
const LARGEST_COMMIT = 30 * 1024 * 1024
/** Names the content that the paths of a file set have in a commit, or shall have: equal for equal content. */
export function filesDigest(paths, blobOf) {
  const hash = createHash('sha256')
  for (const path of [...paths].sort()) hash.update(`${path}\0${blobOf(path) ?? 'absent'}\n`)
  return `files:${hash.digest('hex').slice(0, 12)}`
}
/** The digest that the files shall have. */
export function wantedDigest(files) {
  return filesDigest(files.keys(), (path) => {
    const content = files.get(path)
    return content === undefined || content === null ? undefined : blobName(content)
  })
}
/** The paths whose content in a commit is not as wanted. */
export function differing(files, found) {
  return [...files].flatMap(([path, content]) =>
    (content === null ? undefined : blobName(content)) === found.get(path)?.blob ? [] : [path],
  )
}
/**
 * @param programs those of the files that are programs where they come from.
 * @throws UserError for files that a commit through GitHub's interface would damage (it writes plain files only, so a
 *   program would lose its executable bit, a link its meaning) or that are too much for it.
 */
export function checkFiles(files, found, repository, programs = new Set()) {
  for (const path of differing(files, found)) {
    const mode = found.get(path)?.mode ?? (programs.has(path) ? '100755' : '100644')
    if (mode === '100644' || files.get(path) === null) continue
    const kind = mode === '100755' ? 'an executable file' : mode === '120000' ? 'a symbolic link' : 'a submodule'
    throw new UserError(
      `“${path}” is ${kind}; a commit through GitHub’s interface to ${fullName(repository)} makes it a plain file.`,
      {
        file: path,
        advice: 'Commit it with git, or leave it out of “paths”.',
      },
    )
  }
  const size = [...files.values()].reduce((sum, content) => sum + (content?.length ?? 0), 0)
  if (size > LARGEST_COMMIT) {
    throw new UserError(
      `The files to commit have ${Math.ceil(size / 1024 / 1024)} MiB; at most 30 MiB fit into one commit.`,
      {
        advice: 'Commit fewer files at once.',
      },
    )
  }
}
/**
 * The change that makes the files on a branch what they shall be, as one commit which GitHub signs and which is refused
 * when somebody else pushed in between (`createCommitOnBranch` with `expectedHeadOid`).
 *
 * @param seen told the head of the branch at each look.
 */
export function commitFiles(github, repository, { branch, files, message, before }, reason, seen) {
  const look = async () => {
    const head = await branchHead(github, repository, branch)
    if (head === null) return null
    seen(head)
    return { head, found: await listFiles(github, repository, head) }
  }
  const count = files.size === 1 ? '1 file' : `${files.size} files`
  return settling(github, {
    action: 'update',
    subject: `${count} on branch ${branch} of ${fullName(repository)}`,
    before,
    after: wantedDigest(files),
    reason,
    probe: async () => {
      const state = await look()
      return state === null ? null : filesDigest(files.keys(), (path) => state.found.get(path)?.blob)
    },
    act: async () => {
      const state = await look()
      if (state === null)
        throw new UserError(`Branch ${branch} of ${fullName(repository)} is gone.`, { advice: 'Run again.' })
      checkFiles(files, state.found, repository)
      const changed = differing(files, state.found)
      const [headline = '', ...body] = message.split('\n')
      await github.graphql('createCommitOnBranch', CREATE_COMMIT, {
        input: {
          branch: { repositoryNameWithOwner: fullName(repository), branchName: branch },
          expectedHeadOid: state.head,
          message: { headline, body: body.join('\n').trim() },
          fileChanges: {
            additions: changed.flatMap((path) => {
              const content = files.get(path)
              return content === null || content === undefined ? [] : [{ path, contents: content.toString('base64') }]
            }),
            deletions: changed.flatMap((path) => (files.get(path) === null ? [{ path }] : [])),
          },
        },
      })
    },
  })
}
const CREATE_COMMIT =
  'mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }'
