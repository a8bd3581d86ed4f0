import { compareVersions, isPrerelease, releaseOf, TagTemplate, type Version } from '../versions/index.ts'
import { manifestChange } from './manifest-change.ts'
import { adoptionOf, type PlannedVersion } from './members.ts'
import type {
  CatalogState,
  CopyState,
  DownstreamState,
  ImageState,
  Link,
  Observation,
  Subject,
  TagState,
  Versions,
} from './observation.ts'
import { plannedMembers, releasedMembers } from './observe-members.ts'
import { matrixRows, readMatrix, readWritten, versionsSaid } from './read-versions.ts'
import type { PullRequestSeen, ReleaseWorld } from './release-world.ts'
import { tagOf } from './steps.ts'
import { type Component, leader, type Train } from './train.ts'

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
      ? await plannedMembers(train, world, subject, { carried, said })
      : { members: releasedMembers(train, subject, carried, said), facts: [] }
  const candidates = await candidatesOf(world, leading, version)
  const found = {
    candidates,
    train,
    server: world.server,
    version,
    today,
    hotfix,
    ignoreFreeze,
    members,
    written,
    matrix,
  }
  const adoptions = facts.flatMap((one) => adoptionOf(one, train.calendar, today) ?? [])
  const images = await imagesOf(train, world, members, commit !== null)
  return commit === null
    ? { ...found, adoptions, images, ...(await beforeTag(train, world, subject)) }
    : { ...found, adoptions, images, ...(await afterTag(train, world, version, commit)) }
}

type Found = Pick<
  Observation,
  'copies' | 'bundle' | 'tag' | 'catalog' | 'announced' | 'downstream' | 'pullRequests' | 'manifestChange'
>

async function beforeTag(train: Train, world: ReleaseWorld, { version, ref }: Subject): Promise<Found> {
  const leading = leader(train)
  const [copies, bundle, pullRequests, catalog] = await Promise.all([
    copiesAt(world, leading, ref),
    bundleAt(train, world, ref),
    world.pullRequests(leading.repository),
    catalogState(train, world, version),
  ])
  const about = openAbout(pullRequests, tagOf(leading, version))
  const notYet = { tag: null, announced: [], downstream: [], manifestChange: null }
  return { copies, bundle, pullRequests: about, catalog, ...notYet }
}

async function afterTag(train: Train, world: ReleaseWorld, version: Version, commit: string): Promise<Found> {
  const leading = leader(train)
  const [tag, catalog, announced, downstream, manifest] = await Promise.all([
    tagState(world, leading, version, commit),
    catalogState(train, world, version),
    train.announce === null ? Promise.resolve([]) : world.announced(leading.repository, tagOf(leading, version)),
    downstreamStates(train, world, version),
    world.file(leading.repository, train.file, tagOf(leading, version)),
  ])
  const change = manifestChange(train, tag.tag, manifest)
  return { tag, catalog, announced, downstream, manifestChange: change, copies: [], bundle: null, pullRequests: [] }
}

/** The tags were listed already, so nothing is asked. */
async function candidatesOf(world: ReleaseWorld, leading: Component, version: Version): Promise<string[]> {
  const template = new TagTemplate(leading.tag, `tag of ${leading.id}`)
  const tags = await world.history(leading.repository).tags(template.prefix)
  return tags
    .flatMap((tag) => template.parse(tag)?.version ?? [])
    .filter((one) => isPrerelease(one) && releaseOf(one) === version)
    .sort((a, b) => compareVersions(b, a))
    .map((one) => template.format(one))
}

const NO_CATALOG: CatalogState = { state: 'none', url: null }

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
