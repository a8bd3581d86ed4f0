import {
  declinedProposal,
  FollowedPull,
  accountIdentity,
  branchHead,
  compare,
  type FileSet,
  fullName,
  getRepository,
  type GitHub,
  type Identity,
  listFiles,
  oneCommit,
  planFork,
  differing,
  type FileEntry,
  type PullRequest,
  readCommit,
  type Repository,
  type RepositoryName,
  signOffLine,
} from '../../github/index.ts'
import { type Change, type Finding, UserError } from '../../plan/index.ts'
import { githubCatalog } from '../graph/github-catalog.ts'
import { catalogMode, type OperatorCatalog } from '../graph/operator-catalog.ts'
import { readOperator } from '../graph/read-catalog.ts'
import { newestKubernetes, parseOpenShiftRange } from '../validate/catalog/openshift.ts'
import { validateBundle } from '../validate/validate.ts'
import { type LocalBundle, segment } from './read-bundle.ts'
import { RELEASE_CONFIG, releaseConfig } from './release-config.ts'
import { submissionBody, submissionTitle } from './text.ts'

/** A bundle that shall be submitted, and where to. */
export interface SubmissionRequest {
  readonly bundle: LocalBundle
  /** The catalog. */
  readonly repository: RepositoryName
  /** Empty: the default branch. */
  readonly base: string
  /** The operator’s directory in the catalog; empty: the package that the bundle names. */
  readonly operator: string
  /** Empty: the branch is in the catalog itself. */
  readonly forkOwner: string
  /** Empty: as the catalog’s pipeline titles it. */
  readonly title: string
  /** Text before the checks and the graph. */
  readonly introduction: string
  /** Author and certifier of the commit; null: the account of the token. */
  readonly author: Identity | null
}

export interface Submission {
  readonly operator: string
  readonly bundle: LocalBundle['bundle']
  readonly catalog: OperatorCatalog
  /** The directory in the catalog. */
  readonly target: string
  readonly changes: readonly Change[]
  readonly findings: readonly Finding[]
  readonly refusal?: UserError
  /** As the last look showed it: call it after the changes were applied. */
  readonly outcome: () => Submitted
}

export interface Submitted {
  readonly state: 'none' | PullRequest['state']
  readonly pull: PullRequest | null
  /** The merge commit when merged, else the commit on the branch; null when there is none. */
  readonly commit: string | null
}

/**
 * What is left to do until a bundle is proposed to the catalog: one signed-off commit on a branch, with one directory and nothing
 * else, and one pull request. Asked again it finds nothing to do, until the bundle changes or another bundle of the operator was
 * published; after the merge it says so.
 *
 * @throws UserError when the version is published with other content (published bundles are immutable), the fork does not exist
 *   or may not be pushed to.
 */
export async function planSubmission(github: GitHub, request: SubmissionRequest): Promise<Submission> {
  const { repository, bundle: local } = request
  const { bundle } = local
  const operator = segment(
    request.operator === '' ? bundle.package : request.operator,
    request.operator === '' ? 'The package in metadata/annotations.yaml' : 'Input “operator-name”',
  )
  const upstream = await getRepository(github, repository)
  const base = request.base === '' ? upstream.defaultBranch : request.base
  const home = await homeOf(github, upstream, request.forkOwner)
  const branch = `${operator}-${bundle.directory}`
  const target = `operators/${operator}/${bundle.directory}`
  const baseHead = await branchHead(github, repository, base)
  if (baseHead === null) {
    throw new UserError(`Input “base”: ${fullName(repository)} has no branch “${base}”.`, {
      advice: 'Leave it out for the default branch.',
    })
  }
  const [catalog, pull, inBase] = await Promise.all([
    readOperator(await githubCatalog(github, repository, base), operator),
    FollowedPull.find(github, { repository, base, headOwner: home.owner, branch }),
    listFiles(github, repository, baseHead, `operators/${operator}`),
  ])
  const files = filesOf(local, target, catalog)
  const findings = validateBundle(withoutPrefix(files, target), {
    directory: local.directory,
    catalog,
    version: bundle.directory,
    // The pipeline checks for the newest Kubernetes that the bundle goes to.
    kubernetes: newestKubernetes(parseOpenShiftRange(bundle.openshiftVersions ?? '')),
  })
  const told = { operator, bundle, catalog, target }
  const former = pull.seen

  const published = [...inBase.keys()].filter((path) => path.startsWith(`${target}/`))
  if (published.length > 0) {
    checkPublished(files, inBase, published, bundle.name, fullName(repository))
    return { ...told, findings, ...settled(former?.state === 'merged' ? former : null) }
  }
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (errors.length > 0)
    return { ...told, findings, ...settled(former), refusal: refused(errors, fullName(repository)) }

  const author = request.author ?? (await accountIdentity(github))
  const message = `${submissionTitle(operator, bundle)}\n\n${signOffLine(author)}`
  const head = await branchHead(github, home, branch)
  const isCurrent =
    head !== null &&
    (await standsAsWanted(github, {
      home,
      repository,
      baseHead,
      branch,
      head,
      operator,
      message,
      author,
      files,
      inBase,
      target,
    }))
  if (isCurrent && former?.state === 'closed' && former.head === head) {
    return { ...told, findings: [...findings, declinedProposal(former, branch)], ...settled(former) }
  }
  if (isCurrent && former?.state === 'open') return { ...told, findings, ...settled(former) }
  if (head !== null && !isCurrent) await checkForeign(github, { home, repository, baseHead, head, branch, former })

  const reason = `to publish ${bundle.name}`
  let newest = head
  const wanted = {
    branch,
    home,
    repository,
    base,
    parent: baseHead,
    files,
    directory: `operators/${operator}/${bundle.directory}`,
    message,
    author,
  }
  const commit = isCurrent ? null : await oneCommit(github, wanted, reason, (seen) => (newest = seen))
  const text = {
    title: request.title === '' ? submissionTitle(operator, bundle) : request.title,
    body: submissionBody({ ...told, findings, introduction: request.introduction }),
  }
  // The catalog’s pipeline gives pull requests a title of its own; only one that was asked for goes over it.
  const opened =
    former?.state === 'open'
      ? pull.retitle({ ...text, title: request.title === '' ? former.title : text.title }, reason)
      : pull.open({ ...text, draft: false }, reason)
  return {
    ...told,
    findings,
    changes: [commit, opened].filter((change) => change !== null),
    outcome: () => {
      const seen = pull.seen
      const isOurs = seen !== null && (former === null || former.state === 'open' || seen.number !== former.number)
      if (!isOurs) return { state: 'none', pull: null, commit: null }
      return { state: seen.state, pull: seen, commit: seen.mergeCommit ?? newest ?? seen.head }
    },
  }
}

function settled(pull: PullRequest | null): Pick<Submission, 'changes' | 'outcome'> {
  return {
    changes: [],
    outcome: () => ({ state: pull?.state ?? 'none', pull, commit: pull?.mergeCommit ?? pull?.head ?? null }),
  }
}

/** Where the branch goes. A fork is a person’s decision: it is not made here. */
async function homeOf(github: GitHub, upstream: Repository, forkOwner: string): Promise<RepositoryName> {
  const repository = { owner: upstream.owner, repo: upstream.repo }
  const isFork = forkOwner !== '' && forkOwner.toLowerCase() !== upstream.owner.toLowerCase()
  if (isFork) {
    const { fork, change } = await planFork(github, repository, forkOwner, 'to submit a bundle')
    if (change !== null) {
      throw new UserError(`Input “fork-owner”: “${forkOwner}” has no fork of ${fullName(repository)}.`, {
        advice: `Fork it once (${upstream.url}/fork), with an account that reviewers of ci.yaml know.`,
      })
    }
    if ((await getRepository(github, fork)).mayPush === false) throw mayNotPush(fork, 'contents: write')
    return fork
  }
  if (upstream.mayPush === false)
    throw mayNotPush(repository, 'contents: write”, and usually of a fork with “fork-owner')
  return repository
}

function mayNotPush(repository: RepositoryName, needs: string): UserError {
  return new UserError(`The token may not push to ${fullName(repository)}.`, {
    advice: `Give a token with “${needs}” there; the default token of a workflow is for its own repository only.`,
  })
}

function filesOf(local: LocalBundle, target: string, catalog: OperatorCatalog): FileSet {
  const files = new Map([...local.files].map(([path, content]) => [`${target}/${path}`, content]))
  const isMissing =
    catalogMode(catalog.ci).fileBased && !local.files.has(RELEASE_CONFIG) && !local.files.has('release-config.yml')
  if (isMissing) files.set(`${target}/${RELEASE_CONFIG}`, releaseConfig(local.bundle, catalog))
  return files
}

function withoutPrefix(files: FileSet, target: string): Map<string, Buffer> {
  return new Map(
    [...files].flatMap(([path, content]) =>
      content === null ? [] : [[path.slice(target.length + 1), content] as const],
    ),
  )
}

/** What the catalog’s bot may have added or taken away since does not count. */
function checkPublished(
  files: FileSet,
  inBase: ReadonlyMap<string, FileEntry>,
  published: readonly string[],
  name: string,
  catalog: string,
): void {
  const isConfig = (path: string): boolean => /\/release-config\.ya?ml$/.test(path)
  const all = new Map([...published.map((path) => [path, null] as const), ...files].filter(([path]) => !isConfig(path)))
  const different = differing(all, inBase)
  const [first] = different
  if (first === undefined) return
  throw new UserError(
    `${name} is published in ${catalog} with other content: ${different.length === 1 ? first : `${first} and ${different.length - 1} more`}.`,
    {
      advice: 'Published bundles are immutable. Release the change as a new version.',
    },
  )
}

function refused(errors: readonly Finding[], catalog: string): UserError {
  const [first] = errors
  return new UserError(
    `${catalog} would refuse the bundle: ${errors.length === 1 ? '1 error' : `${errors.length} errors`}, the first: ${first?.message ?? ''}`,
    {
      ...(first?.file !== undefined && { file: first.file }),
      ...(first?.line !== undefined && { line: first.line }),
      advice: first?.advice ?? 'Correct them and run again.',
    },
  )
}

interface Standing {
  readonly home: RepositoryName
  readonly repository: RepositoryName
  readonly baseHead: string
  readonly branch: string
  readonly head: string
}

/**
 * Whether the branch is what it shall be: one commit with this message and author, this content, and besides it the operator as it is
 * published now. That the catalog has moved on with other operators is no reason to push again.
 */
async function standsAsWanted(
  github: GitHub,
  {
    operator,
    message,
    author,
    files,
    inBase,
    target,
    ...standing
  }: Standing & {
    operator: string
    message: string
    author: Identity
    files: FileSet
    inBase: ReadonlyMap<string, FileEntry>
    target: string
  },
): Promise<boolean> {
  const { home, head } = standing
  const commit = await readCommit(github, home, head)
  if (
    commit.message.trim() !== message.trim() ||
    commit.author.name !== author.name ||
    commit.author.email !== author.email
  )
    return false
  const [compared, inBranch] = await Promise.all([
    comparison(github, standing),
    listFiles(github, home, head, `operators/${operator}`),
  ])
  if (compared?.aheadBy !== 1 || compared.commits[0]?.sha !== head) return false
  const expected = new Map<string, string | undefined>([...inBase].map(([path, { blob }]) => [path, blob]))
  const others = [...inBranch].filter(([path]) => !path.startsWith(`${target}/`))
  const isOtherwiseEqual =
    others.length === expected.size && others.every(([path, { blob }]) => expected.get(path) === blob)
  const own = [...inBranch.keys()].filter((path) => path.startsWith(`${target}/`))
  return isOtherwiseEqual && own.length === files.size && differing(files, inBranch).length === 0
}

function comparison(github: GitHub, { home, repository, baseHead, branch }: Standing) {
  return compare(github, repository, baseHead, home.owner === repository.owner ? branch : `${home.owner}:${branch}`)
}

/** The branch is remade; what somebody else pushed to an open pull request is not thrown away. */
async function checkForeign(
  github: GitHub,
  { former, ...standing }: Standing & { readonly former: PullRequest | null },
): Promise<void> {
  if (former?.state !== 'open') return
  const compared = await comparison(github, standing)
  if (compared === null || compared.aheadBy <= 1) return
  throw new UserError(
    `Branch ${standing.branch} of ${fullName(standing.home)} has ${compared.aheadBy} commits; somebody pushed to ${former.url}.`,
    {
      advice:
        'The catalog takes one commit with one bundle. Bring the change into the bundle’s own repository, delete the branch, and run again.',
    },
  )
}
