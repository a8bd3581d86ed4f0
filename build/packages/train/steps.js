import { TagTemplate } from '../versions/index.js'
import { releaseOrder } from './order.js'
import { matrixRows, versionIn } from './read-versions.js'
import { findMember, leader } from './train.js'
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
]
/** What belongs to each step of this release, and which of it is done. A step without items does not apply. */
export function itemsOf(observation) {
  return {
    components: componentItems(observation),
    references: [...writtenItems(observation.written, observation), ...copyItems(observation)],
    bundle: [...bundleItems(observation), ...matrixItems(observation.matrix, observation)],
    tag: tagItems(observation),
    catalog: catalogItems(observation),
    stable: stableItems(observation),
    announce: announceItems(observation),
    downstream: downstreamItems(observation),
  }
}
/** How a member's version is tagged; the bare version where its template counts builds. */
export function tagOf(member, version) {
  const template = new TagTemplate(member.tag, `tag of ${member.id}`)
  return template.counts ? version : template.format(version)
}
function componentItems({ train, members, images }) {
  return releaseOrder(train).flatMap((component) => {
    const { after, released = false, problem = null } = members.get(component.id) ?? {}
    if (component.leads) return []
    if (problem !== null) return [{ done: false, what: problem.message }]
    if (after === undefined || after === null) return [{ done: false, what: `${component.name}: no version is known` }]
    const release = { done: released, what: `${component.name} ${tagOf(component, after)}` }
    return [release, ...(released ? imagesOf(images, component, after) : [])]
  })
}
function imagesOf(images, component, version) {
  return images
    .filter((state) => state.component === component.id)
    .map(({ image, digest }) => ({
      done: digest !== null,
      what: ['image ', { code: `${image.name}:${new TagTemplate(image.tag, 'image').format(version)}` }],
    }))
}
function writtenItems(written, { train, members }) {
  return written.map(({ place, found, problem }) => {
    const after = members.get(place.of)?.after ?? null
    const where = [{ code: place.file }, place.key === '' ? '' : [' ', { code: place.key }]]
    if (problem !== null) return { done: false, what: [where, `: ${problem}`] }
    if (after === null)
      return { done: false, what: [where, `: which version of ${place.of} belongs there is not known`] }
    const tag = tagOf(findMember(train, place.of, train.file), after)
    const done = found.length > 0 && found.every((one) => versionIn(one) === after)
    return { done, what: done ? [where, ` says ${tag}`] : [where, ` says ${found.join(', ')}, not ${tag}`] }
  })
}
function copyItems({ copies, members, train }) {
  return copies.map(({ copy, ref }) => {
    const owner = findMember(train, copy.from, train.file)
    const after = members.get(copy.from)?.after ?? null
    const wanted = after === null ? 'its release' : tagOf(owner, after)
    if (after !== null && ref === wanted) return { done: true, what: `CRDs of ${owner.name} as of ${ref}` }
    const found = ref === null ? `are not known to be those of ${wanted}` : `are those of ${ref}, not of ${wanted}`
    return { done: false, what: [`CRDs of ${owner.name} in `, { code: copy.to }, ` ${found}`] }
  })
}
/** Not every repository keeps its bundle: once the train is tagged, the catalog shows whether there is one. */
function bundleItems({ train, version, bundle, tag }) {
  if (train.bundle === null || tag !== null) return []
  return [{ done: bundle === version, what: `bundle ${train.bundle.package} ${version}` }]
}
/** Old matrices lack the rows below components; they are written with the next version, and are not missed before. */
function matrixItems(matrix, { train, members }) {
  if (matrix === null) return []
  return matrixRows(train).flatMap(({ name, id, isBelow }) => {
    const after = members.get(id)?.after ?? null
    const shown = matrix.get(name)
    if (after === null || (isBelow && shown === undefined)) return []
    const tag = tagOf(findMember(train, id, train.file), after)
    if (shown !== undefined && versionIn(shown) === after)
      return [{ done: true, what: `support matrix: ${name} ${shown}` }]
    return [
      {
        done: false,
        what: `support matrix: ${name} ${shown === undefined ? 'is missing' : `is ${shown}`}, not ${tag}`,
      },
    ]
  })
}
function tagItems({ train, version, tag, members, matrix, images }) {
  const leading = leader(train)
  const release = tag?.release ?? null
  const wanted = [...members].flatMap(([, { after }]) => (after === null ? [] : [after]))
  const noted = release !== null && wanted.every((one) => release.notes.includes(one))
  return [
    { done: tag !== null, what: `${leading.name} ${tagOf(leading, version)}` },
    ...imagesOf(images, leading, version),
    {
      done: release !== null,
      what: release === null ? 'GitHub release' : { link: 'GitHub release', href: release.url },
    },
    ...(matrix === null ? [] : [{ done: noted, what: 'support matrix in the release notes' }]),
  ]
}
function catalogItems({ train, version, catalog }) {
  if (train.bundle === null) return []
  const what = `${train.bundle.package} ${version} to ${train.bundle.catalog}`
  return [{ done: proposed(catalog), what: catalog.url === null ? what : { link: what, href: catalog.url } }]
}
const proposed = ({ state }) => state === 'open' || state === 'merged'
function stableItems({ train, images, tag }) {
  const item = (done, name) => ({ done, what: { code: `${name}:stable` } })
  if (tag !== null) {
    return images
      .filter(({ image }) => image.channels.includes('stable'))
      .map(({ image, digest, channels }) => item(digest !== null && channels.get('stable') === digest, image.name))
  }
  const promoted = train.components.flatMap((component) => component.images)
  return promoted.filter(({ channels }) => channels.includes('stable')).map(({ name }) => item(false, name))
}
/** One item, for what was delivered where only the channels know; a recorded delivery says that the step was taken. */
function announceItems({ train: { announce }, announced }) {
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
function downstreamItems(observation) {
  if (observation.tag === null) {
    return observation.train.downstream.map(({ name, repository }) => ({
      done: false,
      what: `${name} (${repository})`,
    }))
  }
  return observation.downstream.flatMap((state) => {
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
        what: [`${name}: `, ...open.map(({ what }, index) => (index === 0 ? what : ['; ', what]))],
      },
    ]
  })
}
/** Whether a downstream repository has this release. */
export function isUpToDate(state, observation) {
  return downstreamParts(state, observation).every(({ done }) => done)
}
function downstreamParts({ written, matrix }, observation) {
  return [...writtenItems(written, observation), ...matrixItems(matrix, observation)]
}
