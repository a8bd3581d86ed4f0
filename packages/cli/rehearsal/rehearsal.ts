import type { Log } from '../../action/index.ts'
import { ReportedError, type Report } from '../../plan/index.ts'
import type { World } from '../../sandbox/index.ts'
import { leader, type Train } from '../../train/index.ts'
import { startIntegration } from './ci.ts'
import { changesInGit, imageTags, look, messagesBetween, type Seen } from './observe.ts'
import { planRelease } from './plan.ts'
import type { Progress } from './progress.ts'
import { leading, type Release } from './release.ts'
import type { Failure, MemberResult, Outcome, RehearsalResult, StageResult, StageState, StepResult } from './result.ts'
import { type Stage, STAGES } from './stages.ts'
import { openTools, type Tools } from './tools.ts'
import { openStage, StepFailed } from './step.ts'
import { withoutLinksTo } from './world-links.ts'

export interface RehearsalOptions {
  /** Furnished; its continuous integration is started here. */
  readonly world: World
  readonly train: Train
  /** Text of the train's manifest. */
  readonly manifest: string
  /** The version to release, where a person decided. */
  readonly version?: string
  readonly dryRun?: boolean
  /** For clones; emptied first. */
  readonly workspace: string
  readonly log: Log
  readonly signal: AbortSignal
  readonly progress: Progress
  readonly sleep?: (milliseconds: number) => Promise<void>
}

/** A rehearsal, and what ended it early. */
export interface Rehearsed {
  readonly result: RehearsalResult
  /** Set when a step failed for something that is nobody's to mend: a defect of ours. */
  readonly defect: unknown
}

/**
 * Takes a train through the eight steps of the release process in an embedded world. Which release it is, and what is
 * left to do, is read from the world: after a crash the same call finishes, after success it changes nothing.
 *
 * @throws ReportedError when it cannot even be told which release this is; a step that fails is part of the result.
 */
export async function rehearseRelease(options: RehearsalOptions): Promise<Rehearsed> {
  const { world, train, progress } = options
  await startIntegration(world, train)
  const before = await look(world, train)
  const environment = {
    ...world.environment(),
    GITHUB_SERVER_URL: 'https://github.com',
    SLACK_API_URL: world.slack.api,
  }
  const tools = await openTools({ ...options, environment })
  const stageOptions = { ...options, environment, dryRun: options.dryRun ?? false }

  // In the world's time, so that calendar and freeze are the example's and not today's.
  const plan = () =>
    planRelease(
      openStage({ ...stageOptions, dryRun: false, onStep: () => undefined }),
      { train, version: options.version ?? '', now: world.ledger.now().toISOString() },
      tools,
    )
  const { release, report } = await plan().catch((error: unknown) => {
    throw error instanceof StepFailed ? error.cause : error
  })
  progress.started(`${train.title} ${release.tag}`)
  const plans: { title: string; report: Report }[] = [{ title: 'Before the first step', report }]

  const stages: StageResult[] = []
  let failure: Failure | null = null
  let defect: unknown = null
  for (const stage of STAGES) {
    if (failure !== null) {
      stages.push({ number: stage.number, title: stage.title, state: 'waiting', summary: '', steps: [] })
      continue
    }
    const { result, error } = await runStage(stage, release, tools, stageOptions, progress)
    stages.push(result)
    if (error === undefined) continue
    const cause = error.cause
    failure = {
      stage: stage.number,
      step: error.step,
      message: error.message,
      advice: cause instanceof ReportedError ? (cause.advice ?? null) : null,
    }
    if (!(cause instanceof ReportedError)) defect = cause
  }
  if (failure === null && !stageOptions.dryRun) {
    plans.push({ title: 'After the last step', report: (await plan()).report })
  }
  const after = await look(world, train)
  return {
    result: await compare({
      world,
      train,
      release,
      stages,
      failure,
      plans,
      before,
      after,
      dryRun: stageOptions.dryRun,
    }),
    defect,
  }
}

async function runStage(
  stage: Stage,
  release: Release,
  tools: Tools,
  options: RehearsalOptions & { environment: Record<string, string>; dryRun: boolean },
  progress: Progress,
): Promise<{ result: StageResult; error?: StepFailed }> {
  const { number, title } = stage
  progress.stageStarted(stage)
  const run = openStage({ ...options, onStep: (step) => progress.step(step) })
  try {
    options.signal.throwIfAborted()
    const summary = await stage.run(run, release, tools)
    const result = { number, title, state: stateOf(run.steps), summary, steps: run.steps }
    progress.stageEnded(result)
    return { result }
  } catch (error) {
    const failed = error instanceof StepFailed ? error : new StepFailed(title, error)
    const result: StageResult = {
      number,
      title,
      state: 'failed',
      summary: `${failed.step}: ${failed.message}`,
      steps: run.steps,
    }
    progress.stageEnded(result)
    return { result, error: failed }
  }
}

/** A stage is done when anything in it was; it is not automated when nothing in it is. */
function stateOf(steps: readonly StepResult[]): StageState {
  const states = new Set(steps.map(({ state }) => state))
  for (const state of ['failed', 'done', 'planned', 'nothing', 'not-automated'] as const)
    if (states.has(state)) return state
  return 'nothing'
}

interface Compared {
  readonly world: World
  readonly train: Train
  readonly release: Release
  readonly stages: readonly StageResult[]
  readonly failure: Failure | null
  readonly plans: RehearsalResult['plans']
  readonly before: Seen
  readonly after: Seen
  readonly dryRun: boolean
}

async function compare(given: Compared): Promise<RehearsalResult> {
  const { world, train, release, stages, failure, before, after } = given
  const writes = after.writes - before.writes
  const outcome: Outcome =
    failure !== null ? 'failed' : given.dryRun ? 'planned' : writes === 0 ? 'unchanged' : 'released'
  const images = await imageTags(world, before, after)
  const local = (report: Report): Report => withoutLinksTo([world.github.url], report)
  return {
    title: train.title,
    version: release.tag,
    previous: leading(release).before,
    outcome,
    failure,
    stages: stages.map((stage) => ({
      ...stage,
      steps: stage.steps.map((step) => ({ ...step, report: local(step.report) })),
    })),
    members: membersOf(release),
    images,
    repositories: await changesInGit(world, train, before, after),
    matrix: matrixOf(stages, release),
    notes: await releaseNotes(world, release),
    messages: messagesBetween(world, before),
    plans: given.plans.map(({ title, report }) => ({ title, report: local(report) })),
    writes,
  }
}

/** The matrix as update-support-matrix rendered it last; until then, one of the versions as they are planned. */
function matrixOf(stages: readonly StageResult[], release: Release): string {
  const { repository } = leading(release).component
  const rendered = stages
    .flatMap(({ steps }) => steps)
    .filter(({ action, where }) => action === 'update-support-matrix' && where === repository)
    .map(({ outputs }) => outputs['matrix'] ?? '')
    .findLast((matrix) => matrix !== '')
  if (rendered !== undefined) return rendered
  const rows = [
    ...release.components.map(({ component, tag }) => `| ${component.name} | ${tag} |`),
    ...release.adopted.map(({ external, tag }) => `| ${external.name} | ${tag} |`),
  ]
  return ['| Component | Version |', '| --- | --- |', ...rows, ''].join('\n')
}

async function releaseNotes(world: World, release: Release): Promise<string | null> {
  const { component, tag } = leading(release)
  const url = `${world.environment()['GITHUB_API_URL'] ?? ''}/repos/${component.repository}/releases/tags/${encodeURIComponent(tag)}`
  // The world may be gone: a rehearsal that was ended still tells what it saw.
  const answer = await fetch(url, { headers: { authorization: 'Bearer rehearsal-token' } }).catch(() => undefined)
  const body: unknown = answer?.ok === true ? await answer.json() : undefined
  return typeof body === 'object' && body !== null && 'body' in body && typeof body.body === 'string' ? body.body : null
}

function membersOf(release: Release): MemberResult[] {
  const { train } = release
  const head = leader(train).id
  return [
    ...release.adopted.map(({ external, before, tag }) => ({
      id: external.id,
      name: external.name,
      repository: external.repository,
      kind: 'external' as const,
      dependsOn: [],
      // What the last release adopted is not always known; then it is not shown as news.
      before: before ?? tag,
      after: tag,
    })),
    ...release.components.map(({ component, before, tag }) => ({
      id: component.id,
      name: component.name,
      repository: component.repository,
      kind: 'component' as const,
      dependsOn: component.dependsOn,
      before,
      after: tag,
    })),
    ...(train.bundle === null ? [] : [target('catalog', 'Catalog', train.bundle.catalog, [head])]),
    ...train.downstream.map(({ name, repository }) =>
      target(`downstream ${name}`, name, repository, [train.bundle === null ? head : 'catalog']),
    ),
  ]
}

function target(id: string, name: string, repository: string, dependsOn: readonly string[]): MemberResult {
  return { id, name, repository, kind: 'target', dependsOn, before: null, after: null }
}
