import { findEntry, listTree } from './git/tree.ts'
import type { DispatchedRun, DispatchScript, GitHub } from './github.ts'
import { ApiError } from './http.ts'
import type { Repository } from './repository.ts'
import type { RunState, WorkflowState } from './state.ts'

const DIRECTORY = '.github/workflows'

/**
 * The workflows of the default branch, and those that only have a script. A workflow is numbered when it is first seen.
 */
export async function workflows(github: GitHub, repository: Repository): Promise<WorkflowState[]> {
  const head = await repository.resolveCommit('HEAD')
  const tree = head === undefined ? undefined : (await repository.objects.commit(head))?.tree
  const folder = tree === undefined ? undefined : await findEntry(repository.objects, tree, DIRECTORY)
  const files = folder === undefined ? [] : await listTree(repository.objects, folder.oid)
  const paths = new Set(
    files.filter(({ path }) => /^[^/]+\.ya?ml$/.test(path)).map(({ path }) => `${DIRECTORY}/${path}`),
  )
  const prefix = `${repository.fullName.toLowerCase()} `
  for (const key of github.scripts.keys()) {
    if (key.startsWith(prefix)) paths.add(`${DIRECTORY}/${key.slice(prefix.length)}`)
  }
  const known = new Set(repository.state.workflows.map(({ path }) => path))
  const found = [...paths].filter((path) => !known.has(path)).sort()
  for (const path of found) repository.state.workflows.push({ id: repository.nextId(), path })
  if (found.length > 0) repository.save()
  return repository.state.workflows.filter(({ path }) => paths.has(path))
}

/** The workflow of an id or a file name. */
export async function findWorkflow(
  github: GitHub,
  repository: Repository,
  wanted: string,
): Promise<WorkflowState | undefined> {
  const all = await workflows(github, repository)
  return all.find(({ id, path }) => String(id) === wanted || path === `${DIRECTORY}/${wanted}` || path === wanted)
}

export function workflowFile(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The text of a workflow's file on the default branch; empty when it has a script only. */
export async function workflowText(repository: Repository, path: string): Promise<string> {
  const head = await repository.resolveCommit('HEAD')
  const tree = head === undefined ? undefined : (await repository.objects.commit(head))?.tree
  const entry = tree === undefined ? undefined : await findEntry(repository.objects, tree, path)
  return entry === undefined ? '' : ((await repository.objects.blob(entry.oid))?.toString('utf8') ?? '')
}

export interface RunWish {
  readonly workflow: WorkflowState
  readonly event: RunState['event']
  readonly ref: string
  readonly actor: string
  readonly inputs: Readonly<Record<string, string>>
}

/** Queues a run and saves it. @throws ApiError 422 for a reference that is not there. */
export async function startRun(github: GitHub, repository: Repository, wish: RunWish): Promise<RunState> {
  const short = wish.ref.replace(/^refs\/(?:heads|tags)\//, '')
  const sha = await repository.resolveCommit(wish.ref)
  if (sha === undefined || /^[0-9a-f]{40}$/.test(wish.ref)) throw new ApiError(422, `No ref found for: ${wish.ref}`)
  const text = await workflowText(repository, wish.workflow.path)
  const now = github.now()
  const run: RunState = {
    id: repository.nextId(),
    number: 1 + repository.state.runs.filter(({ workflow }) => workflow === wish.workflow.path).length,
    workflow: wish.workflow.path,
    event: wish.event,
    actor: wish.actor,
    branch: short,
    sha,
    inputs: wish.inputs,
    title: runName(text, wish.inputs) ?? workflowName(text) ?? wish.workflow.path,
    attempt: 1,
    ...beginning(github, repository, wish.workflow.path),
    conclusion: null,
    log: '',
    createdAt: now,
    updatedAt: now,
  }
  repository.state.runs.push(run)
  repository.save()
  return run
}

/** The first status of a run, and those that follow: what its script was said to pass through, then the queue. */
function beginning(github: GitHub, repository: Repository, workflow: string): Pick<RunState, 'status' | 'ahead'> {
  const passes = github.scripts.get(scriptKey(repository, workflowFile(workflow)))?.passes ?? []
  const [first, ...others] = passes
  return first === undefined ? { status: 'queued', ahead: [] } : { status: first, ahead: [...others, 'queued'] }
}

/** Runs a completed run again, as a person does on its page. Saves it. */
export function runAgain(github: GitHub, repository: Repository, run: RunState): void {
  Object.assign(run, beginning(github, repository, run.workflow), { conclusion: null, attempt: run.attempt + 1 })
  run.updatedAt = github.now()
  repository.save()
}

/** Ends a run that has not ended; its script does not run (any more). Saves it. */
export function endRun(
  github: GitHub,
  repository: Repository,
  run: RunState,
  conclusion: RunState['conclusion'],
): void {
  Object.assign(run, { status: 'completed', conclusion, ahead: [] })
  run.updatedAt = github.now()
  repository.save()
}

export function scriptKey(repository: { readonly fullName: string }, file: string): string {
  return `${repository.fullName.toLowerCase()} ${file}`
}

/** `name:` of a workflow file. */
export function workflowName(text: string): string | undefined {
  return /^name:[ \t]*(.+)$/m
    .exec(text)?.[1]
    ?.trim()
    .replaceAll(/^(['"])(.*)\1$/g, '$2')
}

/** `run-name:` with the inputs put in; other expressions stay as they are written. */
function runName(text: string, inputs: Readonly<Record<string, string>>): string | undefined {
  const name = /^run-name:[ \t]*(.+)$/m
    .exec(text)?.[1]
    ?.trim()
    .replaceAll(/^(['"])(.*)\1$/g, '$2')
  return name?.replaceAll(
    /\$\{\{\s*(?:github\.event\.)?inputs\.([\w-]+)\s*\}\}/g,
    (_all, key: string) => inputs[key] ?? '',
  )
}

/** Runs that are being executed in this process. */
const executing = new WeakMap<RunState, Promise<void>>()

/**
 * Takes a run one step further: queued, in progress, completed. There is no clock: a run moves each time somebody looks
 * at it, and the step from in progress to completed executes its script to the end. A run that a crash interrupted is in
 * progress when the world is opened again, and its script is executed again.
 */
export async function advanceRun(github: GitHub, repository: Repository, run: RunState): Promise<void> {
  if (run.status === 'completed') return
  if (run.status !== 'in_progress') {
    run.status = run.ahead.shift() ?? 'in_progress'
    run.updatedAt = github.now()
    repository.save()
    return
  }
  const running = executing.get(run) ?? execute(github, repository, run)
  executing.set(run, running)
  try {
    await running
  } finally {
    executing.delete(run)
  }
}

async function execute(github: GitHub, repository: Repository, run: RunState): Promise<void> {
  const workflow = workflowFile(run.workflow)
  const script: DispatchScript = github.scripts.get(scriptKey(repository, workflow))?.script ?? (async () => 'success')
  const lines: string[] = []
  const told: DispatchedRun = {
    id: run.id,
    repository: repository.fullName,
    workflow,
    ref: run.branch,
    sha: run.sha,
    actor: run.actor,
    inputs: run.inputs,
    attempt: run.attempt,
    log: (line) => void lines.push(line),
  }
  const conclusion = await script(told)
  // Somebody may have ended it meanwhile.
  if (run.conclusion !== null) return
  run.conclusion = conclusion
  run.status = 'completed'
  run.log = lines.map((line) => `${run.createdAt} ${line}\n`).join('')
  run.updatedAt = github.now()
  repository.save()
}
