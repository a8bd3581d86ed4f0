import { UserError } from '../plan/index.js'
import { compareVersions, isPrerelease, TagTemplate } from '../versions/index.js'
import { noTags, planComponent, planExternal } from './members.js'
import { nextVersion } from './next-version.js'
import { tagOf } from './steps.js'
/** A release that is tagged: what it carries is what its tag says. */
export function releasedMembers(train, { version, reasons }, carried, said) {
  return new Map(
    [...train.components, ...train.external].map((member) => {
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
export async function plannedMembers(train, world, subject, { carried, said }) {
  const { hotfix, version, previous, reasons } = subject
  const before = (id) => carried.get(id) ?? null
  const [components, facts] = await Promise.all([
    Promise.all(
      train.components.map(async (component) => [
        component.id,
        component.leads
          ? { before: previous, after: version, released: false, reasons, problem: null, warnings: [] }
          : planComponent(await factsOf(world, component, before(component.id)), hotfix),
      ]),
    ),
    Promise.all(train.external.map((one) => externalFacts(world, one, before(one.id), said.get(one.id) ?? null))),
  ])
  const external = facts.map((one) => [one.external.id, planExternal(one, hotfix)])
  return { members: new Map([...components, ...external]), facts }
}
async function factsOf(world, component, carried) {
  const { name, repository, branch } = component
  const head = await world.head(repository, branch)
  const releases = await releasesOf(world, component)
  const facts = { name, carried, releases }
  if (head === null) return { ...facts, next: null, problem: noBranch(repository, branch) }
  if (carried !== null && releases.length === 0) return { ...facts, next: null, problem: noTags(component) }
  try {
    const decision = await nextVersion(world, component, { head, version: null, line: null, releases })
    const next = { ...decision, previous: decision.previous?.version ?? null }
    return { ...facts, next, problem: null }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { ...facts, next: null, problem: { message: `${name}: ${error.message}`, advice: error.advice ?? '' } }
  }
}
/** For a branch that is not there. */
export function noBranch(repository, branch) {
  return {
    message: `${repository} has no branch “${branch}”, or this token cannot see it.`,
    advice: 'Correct “repository” or “branch” in the manifest, or give a token that may read it.',
  }
}
/** The releases of a member, candidates left out, highest first. */
export async function releasesOf(world, member) {
  const template = new TagTemplate(member.tag, `tag of ${member.id}`)
  const tags = await world.history(member.repository).tags(template.prefix)
  const versions = tags.flatMap((tag) => template.parse(tag)?.version ?? [])
  return [...new Set(versions)].filter((one) => !isPrerelease(one)).sort((a, b) => compareVersions(b, a))
}
async function externalFacts(world, external, carried, written) {
  const releases = await releasesOf(world, external)
  const [newest] = releases
  const isNew = newest !== undefined && (written === null || compareVersions(newest, written) > 0)
  const published = isNew ? await world.published(external.repository, tagOf(external, newest)) : null
  return { external, carried, written, releases, newestOn: published?.publishedOn ?? null }
}
