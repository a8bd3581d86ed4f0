import { ServiceError, UserError } from '../plan/index.ts'
import type { GitHub } from './client.ts'
import { RequestRefused, RequestUnanswered } from './errors.ts'
import { fullName, type RepositoryName } from './repository.ts'
import { cancelRun, dispatchedRuns, type WorkflowRun } from './workflow-runs.ts'

/** A workflow to be started once. */
export interface DispatchWish {
  /** File name in `.github/workflows`. */
  readonly workflow: string
  readonly ref: string
  readonly inputs: Readonly<Record<string, string>>
  /** What the run is recognised by, the same for everybody who asks for the same. */
  readonly correlation: string
  /** Whether the workflow’s `run-name` shows the correlation. */
  readonly isNamed: boolean
}

/** A run that was started, or that was found started. */
export interface DispatchedRun {
  readonly id: number
  readonly url: string
  /** Started by somebody else, most often by an earlier attempt of the same workflow. */
  readonly adopted: boolean
}

/** Attempts at a dispatch whose answer was lost and that left no run, the first one included. */
const ATTEMPTS = 3
/** How long a run is looked for after its dispatch was accepted, in milliseconds between the looks. */
const UNTIL_SHOWN = [500, 1_500, 3_000, 5_000, 10_000, 20_000, 20_000]
/** The same, when it is not known whether the dispatch was accepted. */
const UNTIL_GIVEN_UP = [1_000, 3_000, 6_000]

/**
 * Starts a workflow, and says which run that is, without ever starting it twice: a run for the same that has not ended is
 * adopted, a dispatch whose answer was lost is looked for before it is repeated, and of two that were started at the same
 * moment the older one stays.
 *
 * The run's id is in GitHub's answer (`return_run_details`, since 2026-02-19). GitHub Enterprise Server before 3.21 only says
 * that it accepted; then the run is the new one that has the correlation in its name, or that is for the same ref.
 *
 * @throws UserError when the workflow, its trigger, the ref or the permission is not there.
 * @throws ServiceError when the run cannot be found.
 */
export async function dispatchOnce(
  github: GitHub,
  repository: RepositoryName,
  wish: DispatchWish,
): Promise<DispatchedRun> {
  const before = await explained(dispatchedRuns(github, repository, wish.workflow), repository, wish)
  const found = oldestUnderWay(before, wish)
  if (found !== null) return { id: found.id, url: found.url, adopted: true }
  const known = new Set(before.map(({ id }) => id))
  for (let attempt = 1; ; attempt += 1) {
    const started = await dispatch(github, repository, wish).catch((error: unknown) => {
      if (error instanceof RequestUnanswered) return error
      throw error
    })
    const isLost = started instanceof RequestUnanswered
    const pauses = isLost ? UNTIL_GIVEN_UP : UNTIL_SHOWN
    const run = isLost || started === null ? await whenShown(github, repository, wish, known, pauses) : started
    if (run !== null) return await yieldToOlder(github, repository, wish, run)
    if (isLost && attempt < ATTEMPTS) continue
    if (isLost) throw started
    throw new ServiceError(
      `GitHub accepted the start of ${wish.workflow} in ${fullName(repository)} and shows no run of it.`,
      {
        advice: `Look at its runs, then run again. With “run-name: … \${{ inputs.correlation-id }}” in the workflow its run is found for certain.`,
      },
    )
  }
}

/** Whether a run was started for what is wished. */
function isFor({ title, ref }: Pick<WorkflowRun, 'title' | 'ref'>, wish: DispatchWish): boolean {
  if (!wish.isNamed) return ref === wish.ref.replace(/^refs\/(?:heads|tags)\//, '')
  const at = title.indexOf(wish.correlation)
  // `…/v1.4.1` is not in `…/v1.4.10`.
  return at >= 0 && !/^[\w.+-]*\w/.test(title.slice(at + wish.correlation.length))
}

/** The oldest: whoever looks takes the same one. */
function oldestUnderWay(runs: readonly WorkflowRun[], wish: DispatchWish): WorkflowRun | null {
  const open = runs.filter((run) => run.status !== 'completed' && isFor(run, wish))
  return open.toSorted((a, b) => a.id - b.id)[0] ?? null
}

/** The run's id and page; null where the server does not tell. */
async function dispatch(
  github: GitHub,
  repository: RepositoryName,
  wish: DispatchWish,
): Promise<{ readonly id: number; readonly url: string } | null> {
  const { owner, repo } = repository
  const ask = async (details: boolean) =>
    github.request('POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches', {
      owner,
      repo,
      workflow_id: wish.workflow,
      ref: wish.ref,
      inputs: wish.inputs,
      ...(details && { return_run_details: true }),
    })
  const answer = await explained(
    ask(true).catch((error: unknown) => {
      // An older server may take the question itself for a mistake.
      if (error instanceof RequestRefused && /return_run_details/.test(error.message)) return ask(false)
      throw error
    }),
    repository,
    wish,
  )
  const data: unknown = answer.data
  if (typeof data !== 'object' || data === null || !('workflow_run_id' in data)) return null
  const url = 'html_url' in data ? String(data.html_url) : ''
  return { id: Number(data.workflow_run_id), url }
}

async function whenShown(
  github: GitHub,
  repository: RepositoryName,
  wish: DispatchWish,
  known: ReadonlySet<number>,
  pauses: readonly number[],
): Promise<WorkflowRun | null> {
  for (const pause of pauses) {
    await github.sleep(pause)
    const runs = await dispatchedRuns(github, repository, wish.workflow)
    const mine = runs.filter((run) => !known.has(run.id) && isFor(run, wish)).toSorted((a, b) => a.id - b.id)
    if (mine[0] !== undefined) return mine[0]
  }
  return null
}

/** Two that looked at the same moment both started one; the newer of the two is ended. */
async function yieldToOlder(
  github: GitHub,
  repository: RepositoryName,
  wish: DispatchWish,
  { id, url }: { readonly id: number; readonly url: string },
): Promise<DispatchedRun> {
  if (!wish.isNamed) return { id, url, adopted: false }
  const older = oldestUnderWay(await dispatchedRuns(github, repository, wish.workflow), wish)
  if (older === null || older.id >= id) return { id, url, adopted: false }
  await cancelRun(github, repository, id)
  return { id: older.id, url: older.url, adopted: true }
}

/** GitHub's refusals of a dispatch, each with what to do about it. */
async function explained<T>(ask: Promise<T>, repository: RepositoryName, { workflow, ref }: DispatchWish): Promise<T> {
  try {
    return await ask
  } catch (error) {
    if (!(error instanceof RequestRefused)) throw error
    const where = `${workflow} of ${fullName(repository)}`
    if (error.status === 404) {
      throw new UserError(`There is no workflow ${where}, or this token may not see it.`, {
        advice:
          'Check “workflow” in the manifest: it is the name of a file in .github/workflows of the default branch. The token needs “actions: write” on that repository; the default token only has it on its own, an app’s token where the app is installed.',
        cause: error,
      })
    }
    if (error.status === 403) {
      throw new UserError(`This token may not start ${where}.`, {
        advice:
          'It needs “actions: write” on that repository. The default token only has it on its own repository; use an app’s token for the others.',
        cause: error,
      })
    }
    if (error.status === 422) {
      throw new UserError(`GitHub does not start ${where} on ${ref}: ${error.message}`, {
        advice: `The workflow must be on ${ref} with “on: workflow_dispatch:”, and take the inputs that it is given (“workflow-inputs” in the manifest).`,
        cause: error,
      })
    }
    throw error
  }
}
