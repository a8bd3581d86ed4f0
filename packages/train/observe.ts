import { UserError } from '../plan/index.ts'
import { compareVersions, decideVersion, isPrerelease, TagTemplate, type Version } from '../versions/index.ts'
import type { Day } from './calendar.ts'
import {
  adoptionOf,
  type ComponentFacts,
  type ExternalFacts,
  type NextRelease,
  noTags,
  planComponent,
  type PlannedVersion,
  planExternal,
  type Reason,
} from './members.ts'
import type {
  CatalogState,
  CopyState,
  DownstreamState,
  ImageState,
  Link,
  Observation,
  TagState,
} from './observation.ts'
import { matrixRows, readMatrix, readWritten, versionsSaid } from './read-versions.ts'
import type { PullRequestSeen, ReleaseWorld } from './release-world.ts'
import { tagOf } from './steps.ts'
import { type Component, type External, leader, type Train } from './train.ts'

/** The release to be looked at. */
export interface Subject {
  readonly version: Version
  /** The leading component's release before it; null for the first. */
  readonly previous: Version | null
  /** Where it is (to be) made from: its tag once there is one, else the branch. */
  readonly ref: string
  /** The commit of its tag; null as long as there is none. */
  readonly commit: string | null
  readonly reasons: readonly string[]
  readonly hotfix: boolean
  readonly ignoreFreeze: boolean
  readonly today: Day
}

/** Looks at everything that tells where a release stands. What can only be there after its tag is looked at after its tag. */
export async function observe(train: Train, world: ReleaseWorld, subject: Subject): Promise<Observation> {
  const leading = leader(train)
  const { version, ref, commit, hotfix, today, ignoreFreeze } = subject
  const { repository } = leading
  const [written, matrix, carried] = await Promise.all([
    readWritten(world, { repository, ref }, leading.versions),
    matrixAt(train, world, leading, ref),
    carriedBy(train, world, leading, subject.previous),
  ])
  const said = versionsSaid(train, written, matrix)
  const { members, facts } =
    commit === null
      ? await planned(train, world, subject, { carried, said })
      : { members: released(train, subject, carried, said), facts: [] }
  const found = { train, version, today, hotfix, ignoreFreeze, members, written, matrix }
  const adoptions = facts.flatMap((one) => adoptionOf(one, train.calendar, today) ?? [])
  const images = await imagesOf(train, world, members, commit !== null)
  return commit === null
    ? { ...found, adoptions, images, ...(await beforeTag(train, world, subject)) }
    : { ...found, adoptions, images, ...(await afterTag(train, world, version, commit)) }
}

type Found = Pick<Observation, 'copies' | 'bundle' | 'tag' | 'catalog' | 'announced' | 'downstream' | 'pullRequests'>

async function beforeTag(train: Train, world: ReleaseWorld, { version, ref }: Subject): Promise<Found> {
  const leading = leader(train)
  const [copies, bundle, pullRequests] = await Promise.all([
    copiesAt(world, leading, ref),
    bundleAt(train, world, ref),
    world.pullRequests(leading.repository),
  ])
  const about = openAbout(pullRequests, tagOf(leading, version))
  return { copies, bundle, pullRequests: about, tag: null, catalog: NO_CATALOG, announced: [], downstream: [] }
}

async function afterTag(train: Train, world: ReleaseWorld, version: Version, commit: string): Promise<Found> {
  const leading = leader(train)
  const [tag, catalog, announced, downstream] = await Promise.all([
    tagState(world, leading, version, commit),
    catalogState(train, world, version),
    train.announce === null ? Promise.resolve([]) : world.announced(leading.repository, tagOf(leading, version)),
    downstreamStates(train, world, version),
  ])
  return { tag, catalog, announced, downstream, copies: [], bundle: null, pullRequests: [] }
}

const NO_CATALOG: CatalogState = { state: 'none', url: null }

type Versions = ReadonlyMap<string, Version>

async function matrixAt(
  train: Train,
  world: ReleaseWorld,
  component: Component,
  ref: string,
): Promise<Map<string, string> | null> {
  const rows = matrixRows(train).map(({ name }) => name)
  const { repository, matrix } = component
  return matrix === null ? null : readMatrix(world, { repository, ref }, matrix, rows)
}

/** What the train's previous release carries. */
async function carriedBy(
  train: Train,
  world: ReleaseWorld,
  leading: Component,
  previous: Version | null,
): Promise<Versions> {
  if (previous === null) return new Map()
  const ref = tagOf(leading, previous)
  const written = await readWritten(world, { repository: leading.repository, ref }, leading.versions)
  const said = versionsSaid(train, written, await matrixAt(train, world, leading, ref))
  return said.set(leading.id, previous)
}

/** A release that is tagged: what it carries is what its tag says. */
function released(
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

async function planned(
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
          : planComponent(await factsOf(world, component, before(component.id)), hotfix),
      ]),
    ),
    Promise.all(train.external.map((one) => externalFacts(world, one, before(one.id), said.get(one.id) ?? null))),
  ])
  const external = facts.map((one): [string, PlannedVersion] => [one.external.id, planExternal(one, hotfix)])
  return { members: new Map([...components, ...external]), facts }
}

async function factsOf(world: ReleaseWorld, component: Component, carried: Version | null): Promise<ComponentFacts> {
  const { id, name, repository, branch } = component
  const history = world.history(repository)
  const template = new TagTemplate(component.tag, `tag of ${id}`)
  const head = await world.head(repository, branch)
  const releases = await releasesOf(world, component)
  const facts = { name, carried, releases }
  if (head === null) return { ...facts, next: null, problem: noBranch(repository, branch) }
  if (carried !== null && releases.length === 0) return { ...facts, next: null, problem: noTags(component) }
  try {
    const decision = await decideVersion(
      { version: null, bump: 'auto', prereleaseId: 'rc', line: null, template, target: head },
      history,
    )
    const next: NextRelease = { ...decision, previous: decision.previous?.version ?? null }
    return { ...facts, next, problem: null }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { ...facts, next: null, problem: { message: `${name}: ${error.message}`, advice: error.advice ?? '' } }
  }
}

/** For a branch that is not there. */
export function noBranch(repository: string, branch: string): Reason {
  return {
    message: `${repository} has no branch “${branch}”, or this token cannot see it.`,
    advice: 'Correct “repository” or “branch” in the manifest, or give a token that may read it.',
  }
}

/** The releases of a member, candidates left out, highest first. */
export async function releasesOf(world: ReleaseWorld, member: Component | External): Promise<Version[]> {
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

function imagesOf(
  train: Train,
  world: ReleaseWorld,
  members: ReadonlyMap<string, PlannedVersion>,
  isTagged: boolean,
): Promise<ImageState[]> {
  const wanted = train.components.flatMap((component) => {
    const { after = null, released: isOut = false } = members.get(component.id) ?? {}
    return after === null || !isOut ? [] : component.images.map((image) => ({ component: component.id, image, after }))
  })
  return Promise.all(
    wanted.map(async ({ component, image, after }): Promise<ImageState> => {
      const tag = new TagTemplate(image.tag, `tag of ${image.name}`).format(after)
      const isPromoted = isTagged && image.channels.includes('stable')
      const [digest, stable] = await Promise.all([
        world.digest(image.name, tag),
        isPromoted ? world.digest(image.name, 'stable') : Promise.resolve(null),
      ])
      return { component, image, digest, channels: new Map(isPromoted ? [['stable', stable]] : []) }
    }),
  )
}

async function tagState(world: ReleaseWorld, leading: Component, version: Version, commit: string): Promise<TagState> {
  const tag = tagOf(leading, version)
  return { tag, commit, release: await world.published(leading.repository, tag) }
}

function copiesAt(world: ReleaseWorld, { repository, crds }: Component, ref: string): Promise<CopyState[]> {
  return Promise.all(crds.map(async (copy) => ({ copy, ref: await world.copiedFrom(repository, copy, ref) })))
}

async function bundleAt({ bundle, components }: Train, world: ReleaseWorld, ref: string): Promise<string | null> {
  const owner = components.find(({ id }) => id === bundle?.component)
  if (bundle === null || owner === undefined) return null
  const csv = await world.file(owner.repository, `bundle/manifests/${bundle.package}.clusterserviceversion.yaml`, ref)
  // `.spec.version` of a file that operator-sdk wrote; a whole parser for one line of 40 kB would be too much.
  return csv === null ? null : (/^ {2}version: *["']?([^\s"']+)/m.exec(csv)?.[1] ?? null)
}

async function catalogState({ bundle }: Train, world: ReleaseWorld, version: Version): Promise<CatalogState> {
  if (bundle === null) return NO_CATALOG
  const { catalog, directory } = bundle
  if (await world.hasDirectory(catalog, `${directory}/${version}`, 'main')) return { state: 'merged', url: null }
  const found = (await world.pullRequests(catalog)).find(
    ({ title, branch }) => mentions(title, bundle.package) && (mentions(title, version) || mentions(branch, version)),
  )
  return found === undefined ? NO_CATALOG : { state: found.state, url: found.url }
}

function downstreamStates(train: Train, world: ReleaseWorld, version: Version): Promise<DownstreamState[]> {
  const tag = tagOf(leader(train), version)
  const rows = matrixRows(train).map(({ name }) => name)
  return Promise.all(
    train.downstream.map(async (downstream): Promise<DownstreamState> => {
      const { repository, branch: ref } = downstream
      const [written, matrix, pullRequests] = await Promise.all([
        readWritten(world, { repository, ref }, downstream.versions),
        downstream.matrix === null
          ? Promise.resolve(null)
          : readMatrix(world, { repository, ref }, downstream.matrix, rows),
        world.pullRequests(repository),
      ])
      return { downstream, written, matrix, pullRequest: openAbout(pullRequests, tag)[0] ?? null }
    }),
  )
}

function openAbout(pullRequests: readonly PullRequestSeen[], tag: string): Link[] {
  return pullRequests
    .filter(({ state, title, branch }) => state === 'open' && (mentions(title, tag) || mentions(branch, tag)))
    .map(({ title, url }) => ({ title, url }))
}

/** Whether a text names a version or a package, and not a longer one: `1.2.0` is not in `v1.2.01`, nor in `11.2.0`. */
function mentions(text: string, word: string): boolean {
  const at = text.indexOf(word)
  if (at < 0) return false
  const [before = '', after = ''] = [text[at - 1], text[at + word.length]]
  const isEdge = (neighbour: string): boolean => !/[\d.]/.test(neighbour)
  return (isEdge(before) && isEdge(after)) || mentions(text.slice(at + 1), word)
}
