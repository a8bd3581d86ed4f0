import type { Context } from '../../packages/action/index.ts'
import {
  branchHead,
  createTag,
  firstContributions,
  floatTag,
  fullName,
  getRepository,
  GitHub,
  planRelease,
  type ReleasePlan,
  type ReleaseWish,
  RepositoryHistory,
  resolveCommit,
  type RunPlace,
  runPlace,
} from '../../packages/github/index.ts'
import { type Change, UserError, Workspace } from '../../packages/plan/index.ts'
import {
  Checkout,
  checkoutTarget,
  type History,
  type Newcomer,
  pushFloatingTag,
  pushTag,
} from '../../packages/versions/index.ts'

/** A tag to be made, which is not there yet. */
interface TagWish {
  readonly tag: string
  readonly commit: string
  readonly message: string
}

/** Where the tag is made: on GitHub through its API, or in a checkout with git. */
export interface Place {
  readonly history: History
  /** The commit to release. */
  readonly target: string
  /** The branch that it is on; null where none is known. */
  readonly branch: string | null
  /** The page of the repository; null where none is known. */
  readonly url: string | null
  createTag(wish: TagWish, reason: string): Promise<Change | null>
  floatTag(tag: string, commit: string, reason: string): Promise<Change | null>
  planRelease(wish: ReleaseWish, reason: string): Promise<ReleasePlan>
  newcomers(wish: { tag: string; commit: string; previousTag: string }): Promise<readonly Newcomer[]>
}

export interface PlaceInputs {
  readonly repository: string
  readonly target: string
  readonly path: string
  readonly release: 'none' | 'draft' | 'published'
  readonly token: string
}

/** @throws UserError when the target is not one to release, or inputs ask for what the place does not have. */
export async function findPlace(inputs: PlaceInputs, context: Context): Promise<Place> {
  return inputs.path === '' ? onGitHub(inputs, context) : inCheckout(inputs, context)
}

async function onGitHub(inputs: PlaceInputs, { environment, log, signal }: Context): Promise<Place> {
  const run = runPlace(environment, inputs.repository)
  const { repository, trigger } = run
  const github = new GitHub({ token: inputs.token, environment, signal, log: (told) => log.info(told) })
  const history = new RepositoryHistory(github, repository)
  const target = await targetOf(github, run, inputs.target)
  if (inputs.target !== '' && trigger?.branch != null) {
    const head = (await branchHead(github, repository, trigger.branch)) ?? trigger.sha
    if (!(await history.contains(head, target))) {
      throw new UserError(
        `Input “target”: ${inputs.target} (${target}) is not on branch ${trigger.branch} (${head}).`,
        {
          advice: 'Run on the branch that has the commit.',
        },
      )
    }
  }
  return {
    history,
    target,
    branch: trigger?.branch ?? null,
    url: `${github.serverUrl}/${fullName(repository)}`,
    createTag: (wish, reason) => createTag(github, repository, { ...wish, isNew: true }, reason),
    floatTag: (tag, commit, reason) => floatTag(github, repository, tag, commit, reason),
    planRelease: (wish, reason) => planRelease(github, repository, wish, reason),
    async newcomers(wish) {
      const found = await firstContributions(github, repository, wish)
      if (found === null) log.info('The token may not ask GitHub who contributed for the first time; left out.')
      return found ?? []
    },
  }
}

/** The commit to release. A trial merge of a pull request is none: no branch will ever have it. */
async function targetOf(github: GitHub, { repository, trigger, isTrial }: RunPlace, named: string): Promise<string> {
  if (named !== '') return resolveCommit(github, repository, named, 'Input “target”')
  if (isTrial) {
    throw new UserError('This run is for a pull request: its commit is a trial merge that no branch will have.', {
      advice: 'Run on a push or by hand, or name the commit as “target”.',
    })
  }
  if (trigger !== null) return trigger.sha
  const { defaultBranch } = await getRepository(github, repository)
  return resolveCommit(github, repository, defaultBranch, 'The default branch')
}

async function inCheckout(inputs: PlaceInputs, { environment, workspace, signal }: Context): Promise<Place> {
  const other = inputs.repository !== '' ? 'repository' : inputs.release !== 'none' ? 'release' : null
  if (other !== null) {
    throw new UserError(`Inputs “path” and “${other}” do not go together: a checkout is tagged without the API.`, {
      advice: `Leave “path” out to have the API do it, or leave “${other}” out.`,
    })
  }
  const directory = await new Workspace(workspace).locate(inputs.path, 'Input “path”')
  const checkout = await Checkout.open(directory, inputs.path, { environment, signal })
  return {
    history: checkout,
    ...(await checkoutTarget(checkout, inputs.target, environment)),
    url: checkout.url,
    createTag: (wish, reason) => pushTag(checkout, wish, reason),
    floatTag: async (tag, commit, reason) => pushFloatingTag(checkout, tag, commit, reason),
    planRelease: () => Promise.reject(new RangeError('a checkout has no releases')),
    newcomers: () => Promise.resolve([]),
  }
}
