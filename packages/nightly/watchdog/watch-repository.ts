import {
  branchHead,
  getRepository,
  type GitHub,
  listFiles,
  readBlobs,
  type RepositoryName,
  RequestRefused,
} from '../../github/index.ts'
import type { Finding } from '../../plan/index.ts'
import { branchHistory } from '../history/branch.ts'
import { nightsOf } from '../history/log.ts'
import { runsNightly } from './schedule.ts'
import { watchNights } from './watch.ts'

export interface WatchedRepository {
  readonly github: GitHub
  readonly repository: RepositoryName
  /** Where its history is: `nightly-history`. */
  readonly branch: string
  /** RFC 3339, UTC. */
  readonly now: string
  /** The head of a branch, for who knows it already. */
  readonly head?: (branch: string) => Promise<string | null>
}

/**
 * Whether the nights of a repository come, for those who are not one: `release-plan`. Looks at the workflows of the default
 * branch that run nightly-integration, at GitHub's word on them, and at the history; a repository without such a workflow
 * has nothing to be watched.
 *
 * @throws UserError for a history that is damaged.
 */
export async function watchRepository(watched: WatchedRepository): Promise<Finding[]> {
  const { github, repository, branch, now } = watched
  const { defaultBranch, url } = await getRepository(github, repository)
  const head = await (watched.head?.(defaultBranch) ?? branchHead(github, repository, defaultBranch))
  if (head === null) return []
  const directory = '.github/workflows'
  const files = [...(await listFiles(github, repository, head, directory))].filter(([path]) => /\.ya?ml$/.test(path))
  const texts = await readBlobs(
    github,
    repository,
    head,
    files.map(([, { blob }]) => blob),
  )
  const nightly = files.flatMap(([file, { blob }]) => {
    const text = texts.get(blob)?.toString('utf8') ?? ''
    return runsNightly(text) && /\bcron\b/.test(text) ? [{ file, text }] : []
  })
  if (nightly.length === 0) return []
  const nights = nightsOf(await branchHistory({ github, repository, branch }).read())
  const findings = nightly.map(async ({ file, text }) => {
    const name = file.slice(directory.length + 1)
    const state = await workflowState(github, repository, name)
    const workflow = { file, text, state, url: `${url}/actions/workflows/${encodeURIComponent(name)}` }
    return watchNights({ workflow, nights, now, running: false })
  })
  return (await Promise.all(findings)).flat()
}

/** What GitHub says of a workflow; null where the token may not ask (`actions: read`). */
async function workflowState(github: GitHub, { owner, repo }: RepositoryName, file: string): Promise<string | null> {
  try {
    const asked = { owner, repo, workflow_id: file }
    return (await github.request('GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}', asked)).data.state
  } catch (error) {
    if (error instanceof RequestRefused && (error.status === 403 || error.status === 404)) return null
    throw error
  }
}
