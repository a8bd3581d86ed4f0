import type { Commit } from '../git/object.ts'
import { type GitHub, writeTime } from '../github.ts'
import type { Links } from '../links.ts'
import { mergeability } from '../pulls.ts'
import type { Repository } from '../repository.ts'
import type { DiscussionState, PullRequestState } from '../state.ts'
import { refNodeId } from '../views/git.ts'
import { repositoryNodeId } from '../views/repository.ts'
import { FieldError, type GraphQlObject } from './execute.ts'

/** Writes the objects of the schema: the parts of it that a release tool asks for. */
export class Schema {
  readonly #github: GitHub
  readonly #links: Links

  constructor(github: GitHub, links: Links) {
    this.#github = github
    this.#links = links
  }

  repository(repository: Repository): GraphQlObject {
    const { state, owner, name, fullName } = repository
    return {
      typeName: 'Repository',
      id: repositoryNodeId(repository),
      databaseId: state.id,
      name,
      nameWithOwner: fullName,
      owner: this.actor(owner),
      url: this.#links.html(`/${fullName}`),
      isPrivate: state.private,
      isFork: state.parent !== null,
      autoMergeAllowed: state.allowAutoMerge,
      defaultBranchRef: () => this.ref(repository, `refs/heads/${state.defaultBranch}`),
      hasDiscussionsEnabled: state.discussionCategories.length > 0,
      discussionCategories: {
        typeName: 'DiscussionCategoryConnection',
        nodes: state.discussionCategories.map((category) => ({
          typeName: 'DiscussionCategory',
          id: categoryNodeId(repository, category),
          name: category,
        })),
      },
      // Newest first, as it is asked for.
      discussions: (args) => ({
        typeName: 'DiscussionConnection',
        nodes: state.discussions
          .filter(({ category }) => categoryNodeId(repository, category) === args['categoryId'])
          .toReversed()
          .slice(0, Number(args['first'] ?? 30))
          .map((discussion) => this.discussion(repository, discussion)),
      }),
      ref: (args) => this.ref(repository, fullRefName(repository, text(args, 'qualifiedName'))),
      object: async (args) => this.object(repository, args),
      pullRequest: (args) => {
        const number = Number(args['number'])
        const issue = repository.pull(number)
        if (issue === undefined) throw unresolved(`a PullRequest with the number of ${number}`)
        return this.pullRequest(repository, issue)
      },
    }
  }

  discussion(repository: Repository, { id, number, title, body, user, createdAt }: DiscussionState): GraphQlObject {
    return {
      typeName: 'Discussion',
      id: `D_${id}`,
      number,
      title,
      body,
      createdAt,
      author: this.actor(user),
      url: this.#links.html(`/${repository.fullName}/discussions/${number}`),
    }
  }

  actor(login: string): GraphQlObject {
    return { typeName: 'User', login, url: this.#links.html(`/${login}`) }
  }

  ref(repository: Repository, name: string): GraphQlObject | null {
    const oid = repository.refs.get(name)
    if (oid === undefined) return null
    const slash = name.indexOf('/', 'refs/'.length) + 1
    return {
      typeName: 'Ref',
      id: refNodeId(repository, name),
      name: name.slice(slash),
      prefix: name.slice(0, slash),
      target: async () => this.gitObject(repository, oid),
      repository: () => this.repository(repository),
    }
  }

  async object(repository: Repository, args: Readonly<Record<string, unknown>>): Promise<GraphQlObject | null> {
    const oid = args['oid'] === undefined ? repository.resolve(text(args, 'expression')) : text(args, 'oid')
    return oid === undefined ? null : this.gitObject(repository, oid)
  }

  async gitObject(repository: Repository, oid: string): Promise<GraphQlObject | null> {
    const commit = await repository.objects.commit(oid)
    if (commit !== undefined) return this.commit(repository, oid, commit)
    const tag = await repository.objects.tag(oid)
    if (tag === undefined) return null
    return {
      typeName: 'Tag',
      id: `TA_${repository.state.id}_${oid}`,
      oid,
      name: tag.name,
      message: tag.message,
      target: async () => this.gitObject(repository, tag.object),
    }
  }

  commit(repository: Repository, oid: string, commit: Commit): GraphQlObject {
    const [headline = '', ...body] = commit.message.trimEnd().split('\n')
    const url = this.#links.html(`/${repository.fullName}/commit/${oid}`)
    return {
      typeName: 'Commit',
      id: `C_${repository.state.id}_${oid}`,
      oid,
      abbreviatedOid: oid.slice(0, 7),
      url,
      commitUrl: url,
      message: commit.message.trimEnd(),
      messageHeadline: headline,
      messageBody: body.join('\n').trim(),
      committedDate: writeTime(commit.committer.date),
      authoredDate: writeTime(commit.author.date),
    }
  }

  pullRequest(repository: Repository, issue: PullRequestState): GraphQlObject {
    const { pull, number } = issue
    const { autoMerge } = pull
    const upper = (word: string): string => word.toUpperCase()
    return {
      typeName: 'PullRequest',
      id: `PR_${issue.id}`,
      databaseId: issue.id,
      number,
      title: issue.title,
      body: issue.body ?? '',
      url: this.#links.html(`/${repository.fullName}/pull/${number}`),
      state: pull.merged === undefined ? upper(issue.state) : 'MERGED',
      merged: pull.merged !== undefined,
      isDraft: pull.draft,
      isInMergeQueue: pull.queuedBy !== undefined && pull.merged === undefined,
      headRefName: pull.head.ref,
      headRefOid: pull.head.sha,
      baseRefName: pull.base.ref,
      baseRefOid: pull.base.sha,
      mergeable: async () => {
        const { mergeable } = await mergeability(repository, issue)
        return mergeable === null ? 'UNKNOWN' : mergeable ? 'MERGEABLE' : 'CONFLICTING'
      },
      mergeStateStatus: async () => upper((await mergeability(repository, issue)).state),
      mergeCommit: () => (pull.merged === undefined ? null : this.gitObject(repository, pull.merged.sha)),
      autoMergeRequest: () =>
        autoMerge === undefined
          ? null
          : {
              typeName: 'AutoMergeRequest',
              mergeMethod: upper(autoMerge.method),
              enabledBy: this.actor(autoMerge.by),
              commitHeadline: autoMerge.title ?? null,
              commitBody: autoMerge.message ?? null,
            },
      repository: () => this.repository(repository),
    }
  }

  /** The repository, reference or pull request behind a node id. */
  node(id: string): GraphQlObject | null {
    const pull = this.findPull(id)
    if (pull !== undefined) return this.pullRequest(pull.repository, pull.issue)
    for (const repository of this.#github.repositories()) {
      if (repositoryNodeId(repository) === id) return this.repository(repository)
    }
    return null
  }

  findPull(id: string): { repository: Repository; issue: PullRequestState } | undefined {
    for (const repository of this.#github.repositories()) {
      const issue = repository.pulls().find((candidate) => `PR_${candidate.id}` === id)
      if (issue !== undefined) return { repository, issue }
    }
    return undefined
  }
}

/** A string argument. @throws FieldError when it is missing. */
export function text(args: Readonly<Record<string, unknown>>, name: string): string {
  const value = args[name]
  if (typeof value !== 'string') throw new FieldError('VALIDATION', `Argument '${name}' has to be a string`)
  return value
}

export function unresolved(what: string): FieldError {
  return new FieldError('NOT_FOUND', `Could not resolve to ${what}.`)
}

/** GitHub takes `main`, `heads/main` and `refs/heads/main`. */
export function fullRefName(repository: Repository, name: string): string {
  if (name.startsWith('refs/')) return name
  return repository.refs.get(`refs/${name}`) === undefined ? `refs/heads/${name}` : `refs/${name}`
}

export function categoryNodeId(repository: Repository, category: string): string {
  return `DIC_${repository.state.id}_${Buffer.from(category).toString('base64url')}`
}
