import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { World } from '../../../packages/sandbox/index.ts'
import type { Trigger } from './executor.ts'
import { type Contexts, fillText, holds } from './expressions.ts'
import { buildAndPush, checkOut } from './stand-ins.ts'
import { entriesOf, mapping, textOf } from './yaml.ts'

export interface StepResult {
  readonly name: string
  readonly outcome: 'success' | 'failure' | 'skipped'
  readonly outputs: Readonly<Record<string, string>>
  readonly log: string
}

export interface JobPlace {
  readonly world: World
  readonly trigger: Trigger
  readonly workspace: string
  /** `RUNNER_TEMP`: outside the checkout, and the same for all steps of a job. */
  readonly temp: string
  readonly contexts: Contexts
  readonly env: Readonly<Record<string, string>>
}

interface Done {
  readonly steps: readonly StepResult[]
  readonly failed: boolean
  /** The context `steps` after the last one. */
  readonly known: Readonly<Record<string, unknown>>
}

const root = join(import.meta.dirname, '..', '..', '..')
const SHORT_NAMES: Readonly<Record<string, string>> = { retag: 'retag-image' }

/** Runs the steps of a job, or of a composite action, one after the other. */
export async function runSteps(list: unknown, conditions: readonly string[], place: JobPlace): Promise<Done> {
  const steps: StepResult[] = []
  const known: Record<string, unknown> = {}
  let failed = false
  for (const [index, item] of (Array.isArray(list) ? list : []).entries()) {
    const step = mapping(item)
    const contexts = { ...place.contexts, steps: known }
    const name = fillText(step.get('name') ?? step.get('uses') ?? 'run', contexts)
    if (!holds(conditions[index] ?? 'success()', contexts, { success: !failed })) {
      steps.push({ name, outcome: 'skipped', outputs: {}, log: '' })
      continue
    }
    const done = await runStep(step, { ...place, contexts })
    steps.push({ name, outcome: done.ok ? 'success' : 'failure', outputs: done.outputs, log: `# ${name}\n${done.log}` })
    if (!done.ok) failed = true
    const id = step.get('id')
    if (typeof id === 'string') known[id] = { outputs: done.outputs, outcome: done.ok ? 'success' : 'failure' }
  }
  return { steps, failed, known }
}

interface Ran {
  readonly ok: boolean
  readonly outputs: Readonly<Record<string, string>>
  readonly log: string
}

async function runStep(step: ReadonlyMap<string, unknown>, place: JobPlace): Promise<Ran> {
  const env = {
    ...place.env,
    ...Object.fromEntries(entriesOf(step.get('env')).map(([key, value]) => [key, fillText(value, place.contexts)])),
  }
  const script = step.get('run')
  if (typeof script === 'string') {
    // As GitHub does: bash -e, and with pipefail where the shell is named.
    return startProcess('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script], { ...place, env })
  }
  const uses = String(step.get('uses'))
  const given = new Map(entriesOf(step.get('with')).map(([key, value]) => [key, fillText(value, place.contexts)]))
  if (uses.startsWith('actions/checkout@')) return checkOut(given, place)
  if (/^docker\/(?:setup-qemu|setup-buildx|login)-action@/.test(uses)) return { ok: true, outputs: {}, log: '' }
  if (uses.startsWith('docker/build-push-action@')) return buildAndPush(given, place)
  const name = /^project-codeflare\/actions\/([\w-]+)@v1$/.exec(uses)?.[1]
  if (name === undefined) throw new Error(`the executor does not know ${uses}`)
  return runOurs(SHORT_NAMES[name] ?? name, given, { ...place, env })
}

async function runOurs(name: string, given: ReadonlyMap<string, string>, place: JobPlace): Promise<Ran> {
  const metadata = mapping(parse(await readFile(join(root, 'actions', name, 'action.yml'), 'utf8')))
  const declared = mapping(metadata.get('inputs'))
  const unexpected = [...given.keys()].find((input) => !declared.has(input))
  if (unexpected !== undefined) throw new Error(`${name} has no input ${unexpected}`)
  const inputs = new Map(
    [...declared].map(([input, details]) => [
      input,
      given.get(input) ?? fillText(mapping(details).get('default') ?? '', place.contexts),
    ]),
  )
  // The clock of this runner is the world's; an action that asks for the time has an input for it.
  if (inputs.get('now') === '') inputs.set('now', place.world.ledger.now().toISOString())
  const runs = mapping(metadata.get('runs'))
  if (runs.get('using') === 'composite') {
    const list = runs.get('steps')
    const conditions = (Array.isArray(list) ? list : []).map((step) => conditionOf(textOf(mapping(step).get('if'))))
    const contexts = { ...place.contexts, inputs: Object.fromEntries(inputs) }
    const { steps, failed, known } = await runSteps(list, conditions, { ...place, contexts })
    const outputs = Object.fromEntries(
      entriesOf(metadata.get('outputs')).map(([output, details]) => [
        output,
        fillText(mapping(details).get('value'), { ...contexts, steps: known }),
      ]),
    )
    return { ok: !failed, outputs, log: steps.map(({ log }) => log).join('') }
  }
  const texts = Object.fromEntries([...inputs].map(([input, text]) => [`INPUT_${input.toUpperCase()}`, text]))
  return startProcess(process.execPath, [join(root, 'dist', `${name}.js`)], {
    ...place,
    env: { ...place.env, ...texts },
  })
}

/** As GitHub completes a step's condition: what does not ask how the steps before went, wants them to have gone well. */
function conditionOf(condition: string): string {
  if (condition === '') return 'success()'
  return /\b(?:success|failure|always|cancelled)\(/.test(condition) ? condition : `success() && (${condition})`
}

/** Starts a program as a runner starts a step. */
async function startProcess(program: string, args: readonly string[], place: JobPlace): Promise<Ran> {
  const { world, trigger, workspace, temp, env } = place
  const files = await mkdtemp(join(temp, 'step-'))
  const [output, summary] = [join(files, 'output'), join(files, 'summary')]
  try {
    await Promise.all([writeFile(output, ''), writeFile(summary, '')])
    const { code, log } = await start(program, args, workspace, {
      PATH: process.env['PATH'] ?? '',
      HOME: temp,
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: trigger.event,
      GITHUB_REPOSITORY: trigger.repository,
      GITHUB_REF: trigger.ref,
      GITHUB_REF_NAME: trigger.ref.replace(/^refs\/(?:heads|tags)\//, ''),
      GITHUB_REF_TYPE: trigger.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
      GITHUB_SHA: trigger.sha,
      GITHUB_RUN_ID: '1',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_WORKFLOW: 'workflow',
      GITHUB_ACTOR: 'release-manager',
      RUNNER_TEMP: temp,
      ...world.environment(),
      GITHUB_SERVER_URL: 'https://github.com',
      SLACK_API_URL: world.slack.api,
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      ...env,
    })
    return { ok: code === 0, outputs: readOutputs(await readFile(output, 'utf8')), log }
  } finally {
    await rm(files, { recursive: true, force: true })
  }
}

function start(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; log: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let log = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (text: string) => (log += text))
    }
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, log }))
  })
}

/** The runner's reading of the outputs file: `name=value`, or `name<<delimiter`, lines, `delimiter`. */
function readOutputs(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const match of text.matchAll(/^([\w-]+)(?:=(.*)|<<(\S+)\r?\n([\s\S]*?)\r?\n\3)$/gm)) {
    found[match[1] ?? ''] = match[2] ?? match[4] ?? ''
  }
  return found
}
