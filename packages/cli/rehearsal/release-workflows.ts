import { parseDispatchInterface } from '../../github/index.ts'
import { ReportedError } from '../../plan/index.ts'
import type { DispatchedRun, World } from '../../sandbox/index.ts'
import type { Component, Train } from '../../train/index.ts'
import { TagTemplate } from '../../versions/index.ts'
import type { StepResult } from './result.ts'
import { openStage, type StageOptions, type StageRun } from './step.ts'
import { tagAndPromote } from './tag-and-promote.ts'
import type { ReleaseWorkflows, Tools } from './tools.ts'

/**
 * Says what the release workflow of each component does when it is started: the steps of the template “component-release”,
 * by our own actions. The leading component's steps are the rehearsal itself.
 */
export async function startReleaseWorkflows(
  world: World,
  train: Train,
  tools: Omit<Tools, 'workflows'>,
  options: Omit<StageOptions, 'dryRun' | 'onStep'>,
): Promise<ReleaseWorkflows> {
  const startable = new Set<string>()
  const steps = new Map<string, readonly StepResult[]>()
  for (const component of train.components) {
    const { id, repository, workflow, branch, leads } = component
    if (workflow === null || leads || !world.github.has(repository)) continue
    const file = await world.github.readFile(repository, branch, `.github/workflows/${workflow}`)
    if (file === undefined) continue
    const { inputs } = await parseDispatchInterface(file.toString())
    if (inputs === null) continue
    startable.add(id)
    world.github.onDispatch(repository, workflow, async (run) => {
      const stage = openStage({ ...options, dryRun: false, onStep: () => undefined })
      try {
        await runSteps(stage, component, run, tools)
        return 'success'
      } catch (error) {
        // The process that plays this world is ending; the run itself would go on, as the next process has it.
        options.signal.throwIfAborted()
        const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
        run.log(`##[error]${cause instanceof Error ? cause.message : String(cause)}`)
        if (cause instanceof ReportedError && cause.advice !== undefined) run.log(cause.advice)
        return 'failure'
      } finally {
        steps.set(id, stage.steps)
      }
    })
  }
  return {
    has: ({ id }) => startable.has(id),
    stepsOf: ({ id }) => steps.get(id) ?? [],
  }
}

async function runSteps(
  stage: StageRun,
  component: Component,
  { ref, inputs, sha }: DispatchedRun,
  tools: Omit<Tools, 'workflows'>,
): Promise<void> {
  const tag = inputs['version'] ?? inputs['tag'] ?? ''
  const version = new TagTemplate(component.tag, `tag of ${component.id}`).parse(tag)?.version
  if (version === undefined) throw new Error(`${component.id} was started for “${tag}”, which is no version`)
  const job = await tools.job({ repository: component.repository, branch: ref })
  const commit = inputs['commit'] ?? sha
  await tagAndPromote(stage, { component, tag, version }, { ...job, sha: commit === '' ? sha : commit }, {}, tools)
}
