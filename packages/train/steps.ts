import type { Inline } from '../plan/index.ts'
import { isPrerelease, releaseOf, TagTemplate, type Version } from '../versions/index.ts'
import type { CatalogState, DownstreamState, ImageState, Observation, WrittenState } from './observation.ts'
import { releaseOrder } from './order.ts'
import { matrixRows, versionIn } from './read-versions.ts'
import { type Component, type External, findMember, leader } from './train.ts'

/** The eight steps of PCF-ADR-003's release process, in their order. */
export const STEPS = [
  { id: 'components', title: 'Components are released' },
  { id: 'references', title: 'References are updated, CRDs copied' },
  { id: 'bundle', title: 'The bundle is generated, the support matrix written' },
  { id: 'tag', title: 'The train is tagged, with the matrix in its release notes' },
  { id: 'catalog', title: 'The bundle is proposed to the catalog' },
  { id: 'stable', title: 'Stable tags move' },
  { id: 'announce', title: 'The release is announced' },
  { id: 'downstream', title: 'Downstream is updated' },
] as const

export type StepId = (typeof STEPS)[number]['id']

/** One thing that belongs to a step. */
export interface Item {
  readonly done: boolean
  readonly what: Inline
}

/** What belongs to each step of this release, and which of it is done. A step without items does not apply. */
export function itemsOf(observation: Observation): Record<StepId, readonly Item[]> {
  const first = firstItemsOf(observation)
  // A candidate is for those who test it: no catalog, no channel and nobody downstream takes it.
  if (isPrerelease(observation.version)) return { ...first, catalog: [], stable: [], announce: [], downstream: [] }
  return {
    ...first,
    catalog: catalogItems(observation),
    stable: stableItems(observation),
    announce: announceItems(observation),
    downstream: downstreamItems(observation),
  }
}

function firstItemsOf(
  observation: Observation,
): Record<'components' | 'references' | 'bundle' | 'tag', readonly Item[]> {
  return {
    components: componentItems(observation),
    references: [...writtenItems(observation.written, observation), ...copyItems(observation)],
    bundle: [...bundleItems(observation), ...matrixItems(observation.matrix, observation)],
    tag: tagItems(observation),
  }
}

/** What files say: a candidate becomes the release on the very same commit, so they name the release already. */
function asWritten(version: Version): Version {
  return isPrerelease(version) ? releaseOf(version) : version
}

/** How a member's version is tagged; the bare version where its template counts builds. */
export function tagOf(member: Component | External, version: Version): string {
  const template = new TagTemplate(member.tag, `tag of ${member.id}`)
  return template.counts ? version : template.format(version)
}

/** The page of a tag, whether a release was made of it or not. */
export function tagPage(server: string, repository: string, tag: string): string {
  return `${server}/${repository}/releases/tag/${encodeURIComponent(tag)}`
}

function componentItems({ train, server, members, images }: Observation): Item[] {
  return releaseOrder(train).flatMap((component): Item[] => {
    const { after, released = false, problem = null } = members.get(component.id) ?? {}
    if (component.leads) return []
    if (problem !== null) return [{ done: false, what: problem.message }]
    if (after === undefined || after === null) return [{ done: false, what: `${component.name}: no version is known` }]
    const tag = tagOf(component, after)
    const name = `${component.name} ${tag}`
    const release: Item = {
      done: released,
      what: released ? { link: name, href: tagPage(server, component.repository, tag) } : name,
    }
    return [release, ...(released ? imagesOf(images, component, after) : [])]
  })
}

function imagesOf(images: readonly ImageState[], component: Component, version: Version): Item[] {
  return images
    .filter((state) => state.component === component.id)
    .map(({ image, digest }) => ({
      done: digest !== null,
      what: ['image ', { code: `${image.name}:${new TagTemplate(image.tag, 'image').format(version)}` }],
    }))
}

function writtenItems(written: readonly WrittenState[], { train, members }: Observation): Item[] {
  return written.map(({ place, found, problem }): Item => {
    const after = members.get(place.of)?.after ?? null
    const where: Inline = [{ code: place.file }, place.key === '' ? '' : [' ', { code: place.key }]]
    if (problem !== null) return { done: false, what: [where, `: ${problem}`] }
    if (after === null)
      return { done: false, what: [where, `: which version of ${place.of} belongs there is not known`] }
    const wanted = asWritten(after)
    const tag = tagOf(findMember(train, place.of, train.file), wanted)
    const done = found.length > 0 && found.every((one) => versionIn(one) === wanted)
    return { done, what: done ? [where, ` says ${tag}`] : [where, ` says ${found.join(', ')}, not ${tag}`] }
  })
}

function copyItems({ copies, members, train }: Observation): Item[] {
  return copies.map(({ copy, ref }): Item => {
    const owner = findMember(train, copy.from, train.file)
    const after = members.get(copy.from)?.after ?? null
    const wanted = after === null ? 'its release' : tagOf(owner, after)
    if (after !== null && ref === wanted) return { done: true, what: `CRDs of ${owner.name} as of ${ref}` }
    const found = ref === null ? `are not known to be those of ${wanted}` : `are those of ${ref}, not of ${wanted}`
    return { done: false, what: [`CRDs of ${owner.name} in `, { code: copy.to }, ` ${found}`] }
  })
}

/** Not every repository keeps its bundle: once the train is tagged, the catalog shows whether there is one. */
function bundleItems({ train, version, bundle, tag }: Observation): Item[] {
  if (train.bundle === null || tag !== null) return []
  const wanted = asWritten(version)
  return [{ done: bundle === wanted, what: `bundle ${train.bundle.package} ${wanted}` }]
}

/** Old matrices lack the rows below components; they are written with the next version, and are not missed before. */
function matrixItems(matrix: ReadonlyMap<string, string> | null, { train, members }: Observation): Item[] {
  if (matrix === null) return []
  return matrixRows(train).flatMap(({ name, id, isBelow }): Item[] => {
    const after = members.get(id)?.after ?? null
    const shown = matrix.get(name)
    if (after === null || (isBelow && shown === undefined)) return []
    const wanted = asWritten(after)
    const tag = tagOf(findMember(train, id, train.file), wanted)
    if (shown !== undefined && versionIn(shown) === wanted)
      return [{ done: true, what: `support matrix: ${name} ${shown}` }]
    return [
      {
        done: false,
        what: `support matrix: ${name} ${shown === undefined ? 'is missing' : `is ${shown}`}, not ${tag}`,
      },
    ]
  })
}

function tagItems({ train, server, version, tag, members, matrix, images }: Observation): Item[] {
  const leading = leader(train)
  const name = `${leading.name} ${tagOf(leading, version)}`
  const release = tag?.release ?? null
  const wanted = [...members].flatMap(([, { after }]) => (after === null ? [] : [after]))
  const noted = release !== null && wanted.every((one) => release.notes.includes(one))
  return [
    {
      done: tag !== null,
      what: tag === null ? name : { link: name, href: tagPage(server, leading.repository, tag.tag) },
    },
    ...imagesOf(images, leading, version),
    {
      done: release !== null,
      what: release === null ? 'GitHub release' : { link: 'GitHub release', href: release.url },
    },
    ...(matrix === null || isPrerelease(version) ? [] : [{ done: noted, what: 'support matrix in the release notes' }]),
  ]
}

function catalogItems({ train, version, catalog }: Observation): Item[] {
  if (train.bundle === null) return []
  const what = `${train.bundle.package} ${version} to ${train.bundle.catalog}`
  return [{ done: proposed(catalog), what: catalog.url === null ? what : { link: what, href: catalog.url } }]
}

const proposed = ({ state }: CatalogState): boolean => state === 'open' || state === 'merged'

function stableItems({ train, images, tag }: Observation): Item[] {
  const item = (done: boolean, name: string): Item => ({ done, what: { code: `${name}:stable` } })
  if (tag !== null) {
    return images
      .filter(({ image }) => image.channels.includes('stable'))
      .map(({ image, digest, channels }) => item(digest !== null && channels.get('stable') === digest, image.name))
  }
  const promoted = train.components.flatMap((component) => component.images)
  return promoted.filter(({ channels }) => channels.includes('stable')).map(({ name }) => item(false, name))
}

/** One item, for what was delivered where only the channels know; a recorded delivery says that the step was taken. */
function announceItems({ train: { announce }, announced }: Observation): Item[] {
  if (announce === null) return []
  if (announced.length > 0) return [{ done: true, what: `announced: ${announced.join(', ')}` }]
  const { slackChannel, mailTo, discussionCategory } = announce
  const to = [
    ...(slackChannel === null ? [] : [slackChannel]),
    ...mailTo,
    ...(discussionCategory === null ? [] : ['GitHub Discussions']),
  ]
  return to.length === 0 ? [] : [{ done: false, what: `announcement to ${to.join(', ')}` }]
}

function downstreamItems(observation: Observation): Item[] {
  if (observation.tag === null) {
    return observation.train.downstream.map(({ name, repository }) => ({
      done: false,
      what: `${name} (${repository})`,
    }))
  }
  return observation.downstream.flatMap((state): Item[] => {
    const { downstream, pullRequest } = state
    const parts = downstreamParts(state, observation)
    const open = parts.filter(({ done }) => !done)
    if (parts.length === 0) return []
    const name = `${downstream.name} (${downstream.repository})`
    if (open.length === 0) return [{ done: true, what: name }]
    if (pullRequest !== null) {
      return [{ done: false, what: [`${name}: `, { link: pullRequest.title, href: pullRequest.url }, ' is open'] }]
    }
    return [
      {
        done: false,
        what: [`${name}: `, ...open.map(({ what }, index): Inline => (index === 0 ? what : ['; ', what]))],
      },
    ]
  })
}

/** Whether a downstream repository has this release. */
export function isUpToDate(state: DownstreamState, observation: Observation): boolean {
  return downstreamParts(state, observation).every(({ done }) => done)
}

function downstreamParts({ written, matrix }: DownstreamState, observation: Observation): Item[] {
  return [...writtenItems(written, observation), ...matrixItems(matrix, observation)]
}
