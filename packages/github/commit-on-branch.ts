import type { GitHub } from './client.ts'
import { fullName, type RepositoryName } from './repository.ts'

/** One commit on top of a branch, which GitHub signs. */
export interface BranchCommit {
  readonly branch: string
  /** Where the branch has to be; GitHub refuses the commit when somebody else has pushed. */
  readonly head: string
  readonly message: string
  /** Contents by path; null for what is to be removed. */
  readonly files: ReadonlyMap<string, Buffer | null>
}

/** @throws RequestRefused when the branch is elsewhere by now. */
export async function commitOnBranch(
  github: GitHub,
  repository: RepositoryName,
  { branch, head, message, files }: BranchCommit,
): Promise<void> {
  const [headline = '', ...body] = message.split('\n')
  await github.graphql('createCommitOnBranch', CREATE_COMMIT, {
    input: {
      branch: { repositoryNameWithOwner: fullName(repository), branchName: branch },
      expectedHeadOid: head,
      message: { headline, body: body.join('\n').trim() },
      fileChanges: {
        additions: [...files].flatMap(([path, content]) =>
          content === null ? [] : [{ path, contents: content.toString('base64') }],
        ),
        deletions: [...files].flatMap(([path, content]) => (content === null ? [{ path }] : [])),
      },
    },
  })
}

const CREATE_COMMIT =
  'mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }'
