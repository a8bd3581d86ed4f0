import type { Platform, World } from '../../sandbox/index.ts'
import { type Component, leader, type Train } from '../../train/index.ts'
import { compareVersions, TagTemplate, type Version } from '../../versions/index.ts'
import { buildImage, DEV } from './ci.ts'
import { RELEASE_MANAGER } from './propose.ts'
import type { HistoryEntry, RepositoryHistory, WorldFile } from './world-file.ts'

/** Makes an example's world: repositories with their history, tags, releases and pull requests, then the images. */
export async function furnish(world: World, file: WorldFile, train: Train, manifest: string): Promise<void> {
  for (const repository of file.repositories) {
    await makeRepository(world, repository, repository.name === leader(train).repository ? manifest : null)
  }
  await furnishImages(world, train)
  furnishChannel(world, train)
  furnishFork(world, train)
}

/** The release manager has forked the catalog, as everybody has who proposes bundles. */
export function furnishFork(world: World, { bundle }: Train): void {
  if (bundle !== null && world.github.has(bundle.catalog)) world.github.fork(bundle.catalog, RELEASE_MANAGER)
}

/** The channel in which releases are announced exists before somebody announces. */
export function furnishChannel(world: World, { announce }: Train): void {
  if (announce?.slackChannel != null) world.slack.addChannel(announce.slackChannel.replace(/^#/, ''))
}

/** For each component the images of all its tags, `stable` for the highest release, `dev` for the head of its branch. */
export async function furnishImages(world: World, train: Train, platforms?: readonly Platform[]): Promise<void> {
  const tagged = await allTags(world)
  for (const component of train.components) {
    if (component.images.length === 0) continue
    const released = await releasedVersions(world, component, tagged.get(component.repository) ?? [])
    for (const image of component.images) {
      const template = new TagTemplate(image.tag, `tag of image ${image.name}`)
      const built = {
        repository: component.repository,
        image: image.name,
        ...(platforms !== undefined && { platforms }),
      }
      for (const { version, revision } of released) {
        const tags = [
          template.format(version),
          ...(version === released.at(-1)?.version && image.channels.includes('stable') ? ['stable'] : []),
        ]
        await buildImage(world, { ...built, revision, version: template.format(version) }, tags)
      }
      const head = await world.github.resolve(component.repository, component.branch)
      if (head !== undefined && image.channels.includes(DEV)) {
        await buildImage(world, { ...built, revision: head, version: component.branch }, [DEV])
      }
    }
  }
}

interface ReleasedVersion {
  readonly version: Version
  readonly revision: string
}

/** A component's release tags with their commits, lowest first. */
async function releasedVersions(
  world: World,
  component: Component,
  tags: readonly string[],
): Promise<ReleasedVersion[]> {
  const template = new TagTemplate(component.tag, `tag of ${component.id}`)
  const found: ReleasedVersion[] = []
  for (const name of tags) {
    const read = template.parse(name)
    const revision = read === null ? undefined : await world.github.resolve(component.repository, `refs/tags/${name}`)
    if (read !== null && revision !== undefined) found.push({ version: read.version, revision })
  }
  return found.sort((left, right) => compareVersions(left.version, right.version))
}

/** The names of all tags, by repository. */
async function allTags(world: World): Promise<ReadonlyMap<string, readonly string[]>> {
  const snapshot = Object.entries(await world.github.snapshot())
  const prefix = 'refs/tags/'
  return new Map(
    snapshot.map(([name, { refs }]) => [
      name,
      Object.keys(refs).flatMap((ref) => (ref.startsWith(prefix) ? [ref.slice(prefix.length)] : [])),
    ]),
  )
}

async function makeRepository(
  world: World,
  { name, description, history }: RepositoryHistory,
  manifest: string | null,
): Promise<void> {
  const [first, ...later] = history
  if (first === undefined) return
  const at = (entry: HistoryEntry, work: () => Promise<void>): Promise<void> =>
    world.ledger.at(new Date(`${entry.on}T12:00:00Z`), work)
  await at(first, async () => {
    const files = { ...first.files, ...(manifest !== null && { 'release-train.yaml': manifest }) }
    await world.github.createRepository(name, { files, message: first.message, description })
    await markReleases(world, name, first)
  })
  for (const entry of later) {
    await at(entry, async () => {
      if (entry.pull === null) await world.github.commit(name, 'main', { message: entry.message, files: entry.files })
      else await mergePull(world, name, entry, entry.pull)
      await markReleases(world, name, entry)
    })
  }
}

async function mergePull(
  world: World,
  name: string,
  entry: HistoryEntry,
  pull: NonNullable<HistoryEntry['pull']>,
): Promise<void> {
  const branch = `${pull.by}/${entry.message
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)}`
  await world.github.commit(name, branch, { message: entry.message, files: entry.files, author: pull.by })
  const number = await world.github.pullRequest(name, { title: entry.message, head: branch, author: pull.by })
  await world.github.mergePullRequest(name, number, { method: 'squash', by: pull.by })
}

async function markReleases(world: World, name: string, { releases, tags }: HistoryEntry): Promise<void> {
  for (const tag of tags) await world.github.tag(name, tag)
  for (const tag of releases) await world.github.release(name, { tag, name: tag })
}
