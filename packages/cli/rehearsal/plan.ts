import { type Report, UserError } from '../../plan/index.ts'
import { type Component, leader, lineBranches, type Train } from '../../train/index.ts'
import { lineOf, TagTemplate, type Version } from '../../versions/index.ts'
import type { Release } from './release.ts'
import type { StageRun } from './step.ts'
import type { Tools } from './tools.ts'

/** What is asked of release-plan. */
export interface PlanRequest {
  readonly train: Train
  readonly version: string
  /** Out of band, from the branch of the newest release line. */
  readonly hotfix: boolean
}

/**
 * Asks release-plan which release this is and what each version in it will be. Nothing is remembered between two calls:
 * after a crash it tells the same release, after success the one that is out.
 *
 * @throws StepFailed when it cannot tell; UserError when it does not know every version.
 */
export async function planRelease(
  stage: StageRun,
  { train, version, hotfix }: PlanRequest,
  tools: Tools,
): Promise<{ release: Release; report: Report }> {
  const lead = leader(train)
  const done = await stage.run({
    action: 'release-plan',
    job: await tools.job(lead),
    title: 'What is to be released',
    // A rehearsal harms nobody: it may be held while the sprint is frozen.
    inputs: { version, hotfix: String(hotfix), 'ignore-freeze': 'true' },
    local: true,
  })
  if (done === null) throw new Error('release-plan is missing')
  const [blocked] = blockers(done.outputs['blocked-by'])
  if (blocked !== undefined) throw new UserError(blocked.message, { advice: blocked.advice })
  const [after, before] = [readTags(done.outputs['versions']), readTags(done.outputs['previous-versions'])]
  const unknown = train.components.filter(({ id }) => after[id] === undefined)
  if (unknown.length > 0) {
    throw new UserError(`Nobody can tell which version ${unknown.map(({ name }) => name).join(', ')} will have.`, {
      advice: 'Is there something to release on its branch? “release-plan” says what it found.',
    })
  }
  const planned = train.components.map((component) => {
    const tag = after[component.id] ?? ''
    const previous = before[component.id] ?? null
    const read = new TagTemplate(component.tag, `tag of ${component.id}`).parse(tag)
    if (read === null)
      throw new Error(`release-plan gave ${component.id} the tag ${tag}, which is not of ${component.tag}`)
    return { component, before: previous, tag, version: read.version, stays: previous === tag }
  })
  const components = await Promise.all(
    planned.map(async (one) => ({
      ...one,
      component: hotfix
        ? { ...one.component, branch: await fixBranch(one.component, one.version, tools) }
        : one.component,
    })),
  )
  const adopted = train.external.flatMap((external) => {
    const tag = after[external.id]
    return tag === undefined ? [] : [{ external, before: before[external.id] ?? null, tag }]
  })
  return { release: { train, tag: after[lead.id] ?? '', components, adopted }, report: done.report }
}

/** Where a fix is made: the branch of its release line, where the component has one (PCF-ADR-002). */
async function fixBranch({ repository, branch }: Component, version: Version, tools: Tools): Promise<string> {
  for (const name of lineBranches(lineOf(version))) if (await tools.hasBranch({ repository, branch: name })) return name
  return branch
}

/** An output that is a JSON object of tags by id. */
function readTags(output: string | undefined): Readonly<Record<string, string>> {
  const value: unknown = JSON.parse(output ?? '{}')
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return Object.fromEntries(entries.flatMap(([id, tag]) => (typeof tag === 'string' ? [[id, tag]] : [])))
}

/** Steps before which a release must not begin, or not go on to its tag. A catalog that has not merged is not among them. */
const BEFORE_TAG: ReadonlySet<string> = new Set(['components', 'references', 'tag'])

function blockers(output: string | undefined): { readonly message: string; readonly advice: string }[] {
  const value: unknown = JSON.parse(output ?? '[]')
  if (!Array.isArray(value)) return []
  return value.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null || !('step' in item && 'message' in item && 'advice' in item))
      return []
    return BEFORE_TAG.has(String(item.step)) ? [{ message: String(item.message), advice: String(item.advice) }] : []
  })
}
