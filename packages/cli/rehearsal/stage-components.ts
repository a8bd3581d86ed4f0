import { findComponent, releaseLevels } from '../../train/index.ts'
import { leading, type Release, type ReleasedComponent } from './release.ts'
import type { StageRun } from './step.ts'
import { tagAndPromote } from './tag-and-promote.ts'
import type { Tools } from './tools.ts'

/**
 * ADR-003 step 1: components with something new make a release, what others depend on first. Each by its own release
 * workflow; where a repository has none, the steps of that workflow run here instead.
 */
export async function releaseComponents(stage: StageRun, release: Release, tools: Tools): Promise<string> {
  const others = release.components.filter(({ component }) => !component.leads)
  const open = others.filter(({ stays }) => !stays)
  const isStarted = ({ component }: ReleasedComponent): boolean => tools.workflows.has(component)
  // One run of the action knows the whole order; where it cannot start all of them, level comes after level.
  const batches = open.every(isStarted)
    ? [open]
    : releaseLevels(release.train).map((level) => open.filter(({ component }) => level.includes(component)))
  for (const batch of batches) {
    await startWorkflows(stage, release, batch.filter(isStarted), tools)
    for (const released of batch.filter((one) => !isStarted(one))) {
      const job = await tools.job(released.component)
      // As the manifest has it: where it is released from now says the job.
      const component = findComponent(release.train, released.component.id, release.train.file)
      await tagAndPromote(stage, { ...released, component }, job, {}, tools)
    }
  }
  const words = others.map(({ component, tag, stays }) => `${component.name} ${stays ? `stays at ${tag}` : tag}`)
  return words.length === 0 ? 'The train has no other components' : words.join(', ')
}

async function startWorkflows(
  stage: StageRun,
  release: Release,
  batch: readonly ReleasedComponent[],
  tools: Tools,
): Promise<void> {
  if (batch.length === 0) return
  try {
    await stage.run({
      action: 'release-components',
      job: await tools.job(leading(release).component),
      title: 'Start the release workflows',
      inputs: {
        components: batch.map(({ component }) => component.id).join('\n'),
        versions: batch.map(({ component, tag }) => `${component.id}=${tag}`).join('\n'),
        // A run of this world moves each time it is looked at: what is not done by then never is.
        'timeout-minutes': '5',
      },
    })
  } finally {
    for (const { component } of batch) stage.tell(tools.workflows.stepsOf(component))
  }
}
