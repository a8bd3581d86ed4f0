import { TagTemplate } from '../versions/index.js'
import { adoptionOf } from './members.js'
import { plannedMembers, releasedMembers } from './observe-members.js'
import { matrixRows, readMatrix, readWritten, versionsSaid } from './read-versions.js'
import { tagOf } from './steps.js'
import { leader } from './train.js'
/** Looks at everything that tells where a release stands. What can only be there after its tag is looked at after its tag. */
export async function observe(train, world, subject) {
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
  const found = { train, version, today, hotfix, ignoreFreeze, members, written, matrix }
  const adoptions = facts.flatMap((one) => adoptionOf(one, train.calendar, today) ?? [])
  const images = await imagesOf(train, world, members, commit !== null)
  return commit === null
    ? { ...found, adoptions, images, ...(await beforeTag(train, world, subject)) }
    : { ...found, adoptions, images, ...(await afterTag(train, world, version, commit)) }
}
async function beforeTag(train, world, { version, ref }) {
  const leading = leader(train)
  const [copies, bundle, pullRequests] = await Promise.all([
    copiesAt(world, leading, ref),
    bundleAt(train, world, ref),
    world.pullRequests(leading.repository),
  ])
  const about = openAbout(pullRequests, tagOf(leading, version))
  return { copies, bundle, pullRequests: about, tag: null, catalog: NO_CATALOG, announced: [], downstream: [] }
}
async function afterTag(train, world, version, commit) {
  const leading = leader(train)
  const [tag, catalog, announced, downstream] = await Promise.all([
    tagState(world, leading, version, commit),
    catalogState(train, world, version),
    train.announce === null ? Promise.resolve([]) : world.announced(leading.repository, tagOf(leading, version)),
    downstreamStates(train, world, version),
  ])
  return { tag, catalog, announced, downstream, copies: [], bundle: null, pullRequests: [] }
}
const NO_CATALOG = { state: 'none', url: null }
async function matrixAt(train, world, component, ref) {
  const rows = matrixRows(train).map(({ name }) => name)
  const { repository, matrix } = component
  return matrix === null ? null : readMatrix(world, { repository, ref }, matrix, rows)
}
/** What the train's previous release carries. */
async function carriedBy(train, world, leading, previous) {
  if (previous === null) return new Map()
  const ref = tagOf(leading, previous)
  const written = await readWritten(world, { repository: leading.repository, ref }, leading.versions)
  const said = versionsSaid(train, written, await matrixAt(train, world, leading, ref))
  return said.set(leading.id, previous)
}
function imagesOf(train, world, members, isTagged) {
  const wanted = train.components.flatMap((component) => {
    const { after = null, released: isOut = false } = members.get(component.id) ?? {}
    return after === null || !isOut ? [] : component.images.map((image) => ({ component: component.id, image, after }))
  })
  return Promise.all(
    wanted.map(async ({ component, image, after }) => {
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
async function tagState(world, leading, version, commit) {
  const tag = tagOf(leading, version)
  return { tag, commit, release: await world.published(leading.repository, tag) }
}
function copiesAt(world, { repository, crds }, ref) {
  return Promise.all(crds.map(async (copy) => ({ copy, ref: await world.copiedFrom(repository, copy, ref) })))
}
async function bundleAt({ bundle, components }, world, ref) {
  const owner = components.find(({ id }) => id === bundle?.component)
  if (bundle === null || owner === undefined) return null
  const csv = await world.file(owner.repository, `bundle/manifests/${bundle.package}.clusterserviceversion.yaml`, ref)
  // `.spec.version` of a file that operator-sdk wrote; a whole parser for one line of 40 kB would be too much.
  return csv === null ? null : (/^ {2}version: *["']?([^\s"']+)/m.exec(csv)?.[1] ?? null)
}
async function catalogState({ bundle }, world, version) {
  if (bundle === null) return NO_CATALOG
  const { catalog, directory } = bundle
  if (await world.hasDirectory(catalog, `${directory}/${version}`, 'main')) return { state: 'merged', url: null }
  const found = (await world.pullRequests(catalog)).find(
    ({ title, branch }) => mentions(title, bundle.package) && (mentions(title, version) || mentions(branch, version)),
  )
  return found === undefined ? NO_CATALOG : { state: found.state, url: found.url }
}
function downstreamStates(train, world, version) {
  const tag = tagOf(leader(train), version)
  const rows = matrixRows(train).map(({ name }) => name)
  return Promise.all(
    train.downstream.map(async (downstream) => {
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
function openAbout(pullRequests, tag) {
  return pullRequests
    .filter(({ state, title, branch }) => state === 'open' && (mentions(title, tag) || mentions(branch, tag)))
    .map(({ title, url }) => ({ title, url }))
}
/** Whether a text names a version or a package, and not a longer one: `1.2.0` is not in `v1.2.01`, nor in `11.2.0`. */
function mentions(text, word) {
  const at = text.indexOf(word)
  if (at < 0) return false
  const [before = '', after = ''] = [text[at - 1], text[at + word.length]]
  const isEdge = (neighbour) => !/[\d.]/.test(neighbour)
  return (isEdge(before) && isEdge(after)) || mentions(text.slice(at + 1), word)
}
