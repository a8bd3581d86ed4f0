import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Report } from '../../plan/index.ts'
import type { World } from '../../sandbox/index.ts'
import type { Train } from '../../train/index.ts'
import {
  compareVersions,
  judgeCommits,
  parts,
  strongestBump,
  TagTemplate,
  type Version,
  versionOf,
} from '../../versions/index.ts'
import { allTags } from './furnish.ts'
import { bareRepository } from './observe.ts'
import type { Release } from './release.ts'
import type { StageOptions } from './step.ts'
import type { Tools } from './stages.ts'

const run = promisify(execFile)

export interface PlanningOptions extends Omit<StageOptions, 'onStep'> {
  readonly world: World
  readonly train: Train
  readonly tools: Tools
  readonly version?: string
}

/** PROVISIONAL until release-plan is there. */
export async function planRelease({ world, train }: PlanningOptions): Promise<{ release: Release; report: Report }> {
  const all = await allTags(world)
  const versionsOf = async (repository: string, tag: string): Promise<Version[]> =>
    [...(all.get(repository) ?? [])]
      .flatMap((name) => new TagTemplate(tag, 'x').parse(name)?.version ?? [])
      .sort((a, b) => compareVersions(b, a))
  const components = []
  for (const component of train.components) {
    const template = new TagTemplate(component.tag, 'x')
    const [highest, older] = await versionsOf(component.repository, component.tag)
    const head = await world.github.resolve(component.repository, component.branch)
    if (highest === undefined || head === undefined) throw new Error('provisional')
    const tag = template.format(highest)
    if ((await world.github.resolve(component.repository, `refs/tags/${tag}`)) === head) {
      const fresh =
        older !== undefined && component.id !== 'instascale' && component.id !== 'mcad' ? template.format(older) : tag
      components.push({
        component,
        before: fresh,
        tag,
        version: highest,
        stays: fresh === tag && component.id === 'instascale',
      })
      continue
    }
    const { stdout } = await run('git', ['log', '--format=%H%x00%P%x00%B%x01', `${tag}..${component.branch}`], {
      cwd: bareRepository(world, component.repository),
    })
    const commits = stdout
      .split('\u0001\n')
      .filter(Boolean)
      .map((text) => {
        const [sha = '', parents = '', message = ''] = text.split('\0')
        return { sha, message, parents: parents.split(' ').length, author: null }
      })
    const bump = strongestBump(judgeCommits(commits as never, highest)) ?? 'patch'
    const { major, minor, patch } = parts(highest)
    const next =
      bump === 'major'
        ? versionOf(major + 1, 0, 0)
        : bump === 'minor'
          ? versionOf(major, minor + 1, 0)
          : versionOf(major, minor, patch + 1)
    components.push({ component, before: tag, tag: template.format(next), version: next, stays: false })
  }
  const adopted = []
  for (const external of train.external) {
    const [highest, older] = await versionsOf(external.repository, external.tag)
    const template = new TagTemplate(external.tag, 'x')
    if (highest !== undefined)
      adopted.push({
        external,
        before: older === undefined ? template.format(highest) : template.format(older),
        tag: template.format(highest),
      })
  }
  const lead = components.find(({ component }) => component.leads)
  return { release: { train, tag: lead?.tag ?? '', components, adopted }, report: [] }
}
