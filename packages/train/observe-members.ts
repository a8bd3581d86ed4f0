import { UserError } from '../plan/index.ts'
import {
  compareVersions,
  formatLine,
  isPrerelease,
  lineOf,
  type ReleaseLine,
  TagTemplate,
  type Version,
} from '../versions/index.ts'
import {
  type ComponentFacts,
  type ExternalFacts,
  type NextRelease,
  noTags,
  planComponent,
  type PlannedVersion,
  planExternal,
  type Reason,
} from './members.ts'
import { nextVersion } from './next-version.ts'
import type { Subject, Versions } from './observation.ts'
import type { ReleaseWorld } from './release-world.ts'
import { tagOf } from './steps.ts'
import type { Component, External, Train } from './train.ts'

/** A release that is tagged: what it carries is what its tag says. */
export function releasedMembers(
  train: Train,
  { version, reasons }: Subject,
  carried: Versions,
  said: Versions,
): Map<string, PlannedVersion> {
  return new Map(
    [...train.components, ...train.external].map((member): [string, PlannedVersion] => {
      const leads = 'leads' in member && member.leads
      const after = leads ? version : (said.get(member.id) ?? null)
      const before = carried.get(member.id) ?? null
      return [
        member.id,
        { before, after, released: after !== null, reasons: leads ? reasons : [], problem: null, warnings: [] },
      ]
    }),
  )
}

export async function plannedMembers(
  train: Train,
  world: ReleaseWorld,
  subject: Subject,
  { carried, said }: { readonly carried: Versions; readonly said: Versions },
): Promise<{ members: Map<string, PlannedVersion>; facts: ExternalFacts[] }> {
  const { hotfix, version, previous, reasons } = subject
  const before = (id: string): Version | null => carried.get(id) ?? null
  const [components, facts] = await Promise.all([
    Promise.all(
      train.components.map(async (component): Promise<[string, PlannedVersion]> => [
        component.id,
        component.leads
          ? { before: previous, after: version, released: false, reasons, problem: null, warnings: [] }
          : planComponent(await factsOf(world, component, before(component.id), hotfix), hotfix),
      ]),
    ),
    Promise.all(train.external.map((one) => externalFacts(world, one, before(one.id), said.get(one.id) ?? null))),
  ])
  const external = facts.map((one): [string, PlannedVersion] => [one.external.id, planExternal(one, hotfix)])
  return { members: new Map([...components, ...external]), facts }
}

async function factsOf(
  world: ReleaseWorld,
  component: Component,
  carried: Version | null,
  hotfix: boolean,
): Promise<ComponentFacts> {
  const { name, repository, branch } = component
  const head = await world.head(repository, branch)
  const releases = await releasesOf(world, component)
  const fix = hotfix && carried !== null ? await fixOf(world, component, carried, releases) : null
  const facts = { name, carried, releases, fix }
  if (head === null) return { ...facts, next: null, problem: noBranch(repository, branch) }
  if (carried !== null && releases.length === 0) return { ...facts, next: null, problem: noTags(component) }
  try {
    const decision = await nextVersion(world, component, { head, version: null, line: null, releases })
    const next: NextRelease = { ...decision, previous: decision.previous?.version ?? null }
    return { ...facts, next, problem: null }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { ...facts, next: null, problem: { message: `${name}: ${error.message}`, advice: error.advice ?? '' } }
  }
}

/** What waits on the branch of a release line, as `lineBranches` spells it; null where there is no such branch. */
async function fixOf(
  world: ReleaseWorld,
  component: Component,
  carried: Version,
  releases: readonly Version[],
): Promise<NextRelease | null> {
  const line = lineOf(carried)
  const heads = await Promise.all(lineBranches(line).map((name) => world.head(component.repository, name)))
  const head = heads.find((one) => one !== null)
  if (head === undefined) return null
  const decision = await nextVersion(world, component, { head, version: null, line, releases })
  return { ...decision, previous: decision.previous?.version ?? null }
}

/** A release line has a branch of its own, in one of two spellings (PCF-ADR-002). */
export function lineBranches(line: ReleaseLine): string[] {
  return [`release-${formatLine(line)}`, `v${formatLine(line)}`]
}

/** For a branch that is not there. */
export function noBranch(repository: string, branch: string): Reason {
  return {
    message: `${repository} has no branch “${branch}”, or this token cannot see it.`,
    advice: 'Correct “repository” or “branch” in the manifest, or give a token that may read it.',
  }
}

/** The releases of a member, candidates left out, highest first. */
export async function releasesOf(
  world: Pick<ReleaseWorld, 'history'>,
  member: Component | External,
): Promise<Version[]> {
  const template = new TagTemplate(member.tag, `tag of ${member.id}`)
  const tags = await world.history(member.repository).tags(template.prefix)
  const versions = tags.flatMap((tag) => template.parse(tag)?.version ?? [])
  return [...new Set(versions)].filter((one) => !isPrerelease(one)).sort((a, b) => compareVersions(b, a))
}

async function externalFacts(
  world: ReleaseWorld,
  external: External,
  carried: Version | null,
  written: Version | null,
): Promise<ExternalFacts> {
  const releases = await releasesOf(world, external)
  const [newest] = releases
  const isNew = newest !== undefined && (written === null || compareVersions(newest, written) > 0)
  const published = isNew ? await world.published(external.repository, tagOf(external, newest)) : null
  return { external, carried, written, releases, newestOn: published?.publishedOn ?? null }
}
