import type { Report } from '../../plan/index.ts'
import type { World } from '../../sandbox/index.ts'
import { leader, type Train } from '../../train/index.ts'
import { changesInGit, imageTags, messagesBetween, type Seen } from './observe.ts'
import { leading, type Release } from './release.ts'
import type { Failure, MemberResult, Outcome, RehearsalResult, StageResult } from './result.ts'
import { withoutLinksTo } from './world-links.ts'

/** A rehearsal that has ended, and the world before and after it. */
export interface Ended {
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

/** Tells what a rehearsal came to, by comparing the world before and after it. */
export async function compare(given: Ended): Promise<RehearsalResult> {
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
