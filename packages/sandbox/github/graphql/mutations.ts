import { PathError, writeFilesCommit } from '../changes.ts'
import { commitDate } from '../git/history.ts'
import type { GitHub } from '../github.ts'
import { isObject } from '../../json.ts'
import { ApiError } from '../http.ts'
import { userSignature, webFlow } from '../identity.ts'
import { enableAutoMerge, enqueue } from '../merging.ts'
import { announcePush, changeRef } from '../pushes.ts'
import type { Repository } from '../repository.ts'
import { mayWrite, repositoryNodeId } from '../views/repository.ts'
import { refNodeId } from '../views/git.ts'
import { type Arguments, FieldError, type GraphQlObject } from './execute.ts'
import { categoryNodeId, fullRefName, type Schema, text, unresolved } from './schema.ts'

/** The root of the mutations, for somebody who is signed in. */
export function mutations(github: GitHub, schema: Schema, login: string): GraphQlObject {
  const forPull = (run: (found: NonNullable<ReturnType<Schema['findPull']>>, input: Input) => Promise<string>) => {
    return async (args: Arguments): Promise<GraphQlObject> => {
      const input = inputOf(args)
      const id = text(input, 'pullRequestId')
      const found = schema.findPull(id)
      if (found === undefined) throw unresolved(`a node with the global id of '${id}'`)
      requireWrite(found.repository, login)
      const what = await run(found, input)
      found.repository.save()
      github.record(found.repository, `${what} #${found.issue.number}`)
      return {
        typeName: 'Payload',
        pullRequest: () => schema.pullRequest(found.repository, found.issue),
        actor: schema.actor(login),
        clientMutationId: optional(input, 'clientMutationId') ?? null,
      }
    }
  }
  return {
    typeName: 'Mutation',
    createCommitOnBranch: (args) => createCommitOnBranch(github, schema, login, inputOf(args)),
    createDiscussion(args) {
      const input = inputOf(args)
      const id = text(input, 'repositoryId')
      const repository = github.repositories().find((one) => repositoryNodeId(one) === id)
      if (repository === undefined) throw unresolved(`a node with the global id of '${id}'`)
      requireWrite(repository, login)
      const { state } = repository
      const category = state.discussionCategories.find((one) => categoryNodeId(repository, one) === input['categoryId'])
      if (category === undefined) throw unresolved(`a node with the global id of '${text(input, 'categoryId')}'`)
      const discussion = {
        id: repository.nextId(),
        number: repository.nextNumber(),
        category,
        user: login,
        title: text(input, 'title'),
        body: text(input, 'body'),
        createdAt: github.now(),
      }
      state.discussions.push(discussion)
      repository.save()
      github.record(repository, `create discussion #${discussion.number}`)
      return { typeName: 'CreateDiscussionPayload', discussion: schema.discussion(repository, discussion) }
    },
    updateDiscussion(args) {
      const input = inputOf(args)
      const id = text(input, 'discussionId')
      for (const repository of github.repositories()) {
        const discussion = repository.state.discussions.find((one) => `D_${one.id}` === id)
        if (discussion === undefined) continue
        requireWrite(repository, login)
        discussion.title = optional(input, 'title') ?? discussion.title
        discussion.body = optional(input, 'body') ?? discussion.body
        repository.save()
        github.record(repository, `update discussion #${discussion.number}`)
        return { typeName: 'UpdateDiscussionPayload', discussion: schema.discussion(repository, discussion) }
      }
      throw unresolved(`a node with the global id of '${id}'`)
    },
    enablePullRequestAutoMerge: forPull(async ({ repository, issue }, input) => {
      const method = (optional(input, 'mergeMethod') ?? 'MERGE').toLowerCase()
      if (method !== 'merge' && method !== 'squash' && method !== 'rebase') {
        throw new FieldError('VALIDATION', `no such merge method: ${method}`)
      }
      const expected = optional(input, 'expectedHeadOid')
      if (expected !== undefined && expected !== issue.pull.head.sha) throw stale(expected)
      await refused(() =>
        enableAutoMerge(repository, issue, {
          method,
          by: login,
          title: optional(input, 'commitHeadline'),
          message: optional(input, 'commitBody'),
        }),
      )
      return 'enable auto-merge of'
    }),
    disablePullRequestAutoMerge: forPull(async ({ issue }) => {
      if (issue.pull.autoMerge === undefined) {
        throw new FieldError('UNPROCESSABLE', "Can't disable auto-merge for this pull request")
      }
      delete issue.pull.autoMerge
      return 'disable auto-merge of'
    }),
    enqueuePullRequest: forPull(async ({ repository, issue }, input) => {
      const expected = optional(input, 'expectedHeadOid')
      if (expected !== undefined && expected !== issue.pull.head.sha) throw stale(expected)
      await refused(() => enqueue(repository, issue, login))
      return 'put into the merge queue'
    }),
    markPullRequestReadyForReview: forPull(async ({ issue }) => {
      issue.pull.draft = false
      return 'ready for review'
    }),
    convertPullRequestToDraft: forPull(async ({ issue }) => {
      issue.pull.draft = true
      return 'convert to draft'
    }),
  }
}

type Input = Readonly<Record<string, unknown>>

function inputOf(args: Arguments): Input {
  const input = args['input']
  if (!isObject(input)) throw new FieldError('VALIDATION', "Argument 'input' is required")
  return input
}

function optional(input: Input, name: string): string | undefined {
  return input[name] === undefined || input[name] === null ? undefined : text(input, name)
}

function requireWrite(repository: Repository, login: string): void {
  if (!mayWrite(repository, login)) throw new FieldError('FORBIDDEN', 'Resource not accessible by integration')
}

function stale(expected: string): FieldError {
  return new FieldError('STALE_DATA', `Expected branch to point to "${expected}" but it did not.  Pull and try again.`)
}

/** Turns a refusal of the REST API's rules into one of a field. */
async function refused(run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    if (error instanceof ApiError) throw new FieldError('UNPROCESSABLE', error.message)
    throw error
  }
}

/** A commit on a branch that has to be where the caller believes it is: `expectedHeadOid` is a lock, not a hint. */
async function createCommitOnBranch(
  github: GitHub,
  schema: Schema,
  login: string,
  input: Input,
): Promise<GraphQlObject> {
  const { repository, ref } = branchOf(github, input['branch'])
  requireWrite(repository, login)
  const expected = text(input, 'expectedHeadOid')
  const head = repository.refs.get(ref)
  if (head === undefined) throw unresolved(`a Ref with the name '${ref}'`)
  if (head !== expected) throw stale(expected)

  const message = isObject(input['message']) ? input['message'] : {}
  const body = optional(message, 'body') ?? ''
  const now = await commitDate(repository.objects, [head], github.ledger.now())
  const oid = await wellFormed(() =>
    writeFilesCommit(repository, {
      ...fileEdits(input['fileChanges']),
      parents: [head],
      message: `${text(message, 'headline')}${body === '' ? '' : `\n\n${body}`}`,
      author: userSignature(login, now),
      committer: webFlow(now),
    }),
  )
  const changed = await changeRef(github, repository, { ref, oid, expected: head })
  if ('refused' in changed) throw stale(expected)
  github.record(repository, `commit on ${ref}`)
  await announcePush(github, repository, changed.push)
  return {
    typeName: 'CreateCommitOnBranchPayload',
    commit: () => schema.gitObject(repository, oid),
    ref: () => schema.ref(repository, ref),
    clientMutationId: optional(input, 'clientMutationId') ?? null,
  }
}

async function wellFormed<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (error instanceof PathError) throw new FieldError('UNPROCESSABLE', error.message)
    throw error
  }
}

function branchOf(github: GitHub, branch: unknown): { repository: Repository; ref: string } {
  if (!isObject(branch)) throw new FieldError('VALIDATION', "Argument 'branch' is required")
  const id = optional(branch, 'id')
  for (const repository of id === undefined ? [] : github.repositories()) {
    const found = repository.refs.list('refs/heads/').find(({ name }) => refNodeId(repository, name) === id)
    if (found !== undefined) return { repository, ref: found.name }
  }
  if (id !== undefined) throw unresolved(`a node with the global id of '${id}'`)
  const fullName = text(branch, 'repositoryNameWithOwner')
  const repository = github.find(fullName)
  if (repository === undefined) throw unresolved(`a Repository with the name '${fullName}'`)
  return { repository, ref: fullRefName(repository, text(branch, 'branchName')) }
}

function fileEdits(changes: unknown): { files: Record<string, Buffer>; deletions: string[] } {
  const record = isObject(changes) ? changes : {}
  const list = (name: string): Input[] => {
    const items = record[name] ?? []
    return Array.isArray(items) ? items.filter(isObject) : []
  }
  const files = list('additions').map(
    (item) => [text(item, 'path'), Buffer.from(text(item, 'contents'), 'base64')] as const,
  )
  return { files: Object.fromEntries(files), deletions: list('deletions').map((item) => text(item, 'path')) }
}
