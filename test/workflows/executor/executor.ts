/**
 * Runs a workflow as GitHub would, against the embedded world: GitHub's own parser reads it and says which conditions hold its
 * jobs and steps, GitHub's own library evaluates its expressions, `run:` is a bash, our actions are the built `dist/` as processes. It knows what the
 * templates use and throws for anything else. Checking out is a git clone; building an image is a push of a synthetic one;
 * nothing else is stood in for.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { World } from '../../../packages/sandbox/index.ts'
import { readTemplate } from '../github-parser.ts'
import { type Contexts, fill, fillText, holds } from './expressions.ts'
import { runSteps, type StepResult } from './steps.ts'
import { entriesOf, mapping, textOf } from './yaml.ts'

/** What the settings of a repository hold. */
export interface Settings {
  readonly vars: Readonly<Record<string, string>>
  readonly secrets: Readonly<Record<string, string>>
}

export interface Trigger {
  /** `OWNER/NAME`. */
  readonly repository: string
  /** `workflow_dispatch`, `pull_request`, … */
  readonly event: string
  /** `refs/heads/main`. */
  readonly ref: string
  readonly sha: string
  /** The event's payload beyond what every event has. */
  readonly payload?: Readonly<Record<string, unknown>>
  readonly inputs?: Readonly<Record<string, unknown>>
}

export interface JobResult {
  readonly id: string
  readonly result: 'success' | 'failure' | 'skipped'
  /** For whose approval it waited; empty for nobody's. */
  readonly environment: string
  readonly outputs: Readonly<Record<string, string>>
  readonly steps: readonly StepResult[]
}

export interface RunResult {
  readonly conclusion: 'success' | 'failure'
  /** In the order in which they ran; one of a matrix has its job's id. */
  readonly jobs: readonly JobResult[]
  /** Everything that was printed. */
  readonly log: string
}

/** The workflow as a mapping, with what GitHub's parser made of its conditions. */
interface PlannedJob {
  readonly id: string
  readonly needs: readonly string[]
  readonly condition: string
  readonly map: ReadonlyMap<string, unknown>
  readonly stepConditions: readonly string[]
}

export async function runWorkflow(
  world: World,
  text: string,
  trigger: Trigger,
  settings: Settings,
): Promise<RunResult> {
  const template = await readTemplate('workflow.yml', text)
  const jobs = mapping(mapping(parse(text)).get('jobs'))
  const planned = template.map(({ id, needs, condition, steps }): PlannedJob => {
    return { id, needs, condition, map: mapping(jobs.get(id)), stepConditions: steps }
  })
  const base = contextsOf(text, trigger, settings)
  const done: JobResult[] = []
  // Jobs come in the order of the file; each runs when those that it needs are over.
  for (let open = planned; open.length > 0;) {
    const ready = open.filter(({ needs }) => needs.every((id) => !open.some((other) => other.id === id)))
    if (ready.length === 0) throw new Error(`jobs need each other: ${open.map(({ id }) => id).join(', ')}`)
    for (const job of ready) done.push(...(await runJob(world, job, base, done, trigger)))
    open = open.filter((job) => !ready.includes(job))
  }
  return {
    conclusion: done.some(({ result }) => result === 'failure') ? 'failure' : 'success',
    jobs: done,
    log: done.flatMap(({ steps }) => steps.map(({ log }) => log)).join(''),
  }
}

async function runJob(
  world: World,
  job: PlannedJob,
  base: Contexts,
  done: readonly JobResult[],
  trigger: Trigger,
): Promise<JobResult[]> {
  const needed = Object.fromEntries(job.needs.map((id) => [id, combined(done.filter((one) => one.id === id))]))
  const contexts = { ...base, needs: needed }
  const status = { success: Object.values(needed).every(({ result }) => result === 'success') }
  const environment = fillText(job.map.get('environment') ?? '', contexts)
  if (!holds(job.condition, contexts, status)) {
    return [{ id: job.id, result: 'skipped', environment, outputs: {}, steps: [] }]
  }
  const results: JobResult[] = []
  for (const matrix of matrixOf(job.map.get('strategy'), contexts)) {
    const own = { ...contexts, matrix }
    const env = Object.fromEntries(entriesOf(job.map.get('env')).map(([key, value]) => [key, fillText(value, own)]))
    const temp = await mkdtemp(join(tmpdir(), 'runner-'))
    const workspace = join(temp, 'work', 'checkout')
    await Promise.all([workspace, join(temp, '_temp')].map((one) => mkdir(one, { recursive: true })))
    try {
      const { steps, failed, known } = await runSteps(job.map.get('steps'), job.stepConditions, {
        world,
        trigger,
        workspace,
        temp: join(temp, '_temp'),
        contexts: { ...own, env },
        env,
      })
      const declared = entriesOf(job.map.get('outputs'))
      const outputs = Object.fromEntries(
        declared.map(([key, value]) => [key, fillText(value, { ...own, steps: known })]),
      )
      results.push({ id: job.id, result: failed ? 'failure' : 'success', environment, outputs, steps })
    } finally {
      await rm(temp, { recursive: true, force: true })
    }
  }
  return results
}

/** The jobs of a matrix as `needs` sees them. */
function combined(jobs: readonly JobResult[]): { readonly result: string; readonly outputs: Record<string, string> } {
  const results = new Set(jobs.map(({ result }) => result))
  const result = (['failure', 'success', 'skipped'] as const).find((one) => results.has(one)) ?? 'skipped'
  return { result, outputs: Object.fromEntries(jobs.flatMap(({ outputs }) => Object.entries(outputs))) }
}

/** One mapping for each job of a matrix; the templates only have `include`. */
function matrixOf(strategy: unknown, contexts: Contexts): Record<string, unknown>[] {
  const matrix = mapping(mapping(strategy).get('matrix'))
  if (matrix.size === 0) return [{}]
  const include = fill(matrix.get('include'), contexts)
  if (matrix.size > 1 || !Array.isArray(include)) throw new Error('a matrix with more than “include”')
  return include.map((item: unknown) => Object.fromEntries(mapping(item)))
}

function contextsOf(text: string, trigger: Trigger, { vars, secrets }: Settings): Contexts {
  const { repository, event, ref, sha } = trigger
  const [owner = '', name = ''] = repository.split('/')
  return {
    github: {
      event_name: event,
      event: {
        repository: { name, full_name: repository, default_branch: 'main' },
        ...trigger.payload,
      },
      ref,
      ref_name: ref.replace(/^refs\/(?:heads|tags)\//, ''),
      repository,
      repository_owner: owner,
      run_id: 1,
      server_url: 'https://github.com',
      sha,
      token: 'ghs_job_token',
      actor: 'release-manager',
    },
    inputs: inputsOf(text, trigger),
    vars,
    secrets,
    runner: { temp: tmpdir(), os: 'Linux' },
  }
}

/** What was given to a dispatch, and the defaults of what was not; booleans are booleans. */
function inputsOf(text: string, { event, inputs = {} }: Trigger): Record<string, unknown> {
  if (event !== 'workflow_dispatch') return {}
  const declared = mapping(mapping(mapping(mapping(parse(text)).get('on')).get('workflow_dispatch')).get('inputs'))
  const unknown = Object.keys(inputs).find((name) => !declared.has(name))
  if (unknown !== undefined) throw new Error(`Unexpected inputs provided: ["${unknown}"]`)
  return Object.fromEntries(
    [...declared].map(([name, details]) => {
      const detail = mapping(details)
      const given = textOf(inputs[name] ?? detail.get('default'))
      if (detail.get('required') === true && given === '') throw new Error(`Required input '${name}' not provided`)
      return [name, detail.get('type') === 'boolean' ? given === 'true' : given]
    }),
  )
}
