import { UserError } from '../plan/index.js'
import { compareLines, formatLine, lineOf, parts, TagTemplate } from '../versions/index.js'
import { nextVersion } from './next-version.js'
import { releasesOf } from './observe-members.js'
/** Inputs that every release workflow may have; each is given to a workflow that declares it. */
const VERSION_INPUT = 'version'
const COMMIT_INPUT = 'commit'
const CORRELATION_INPUT = 'correlation-id'
/** Looks at what is there of a release now. */
export async function lookAtRelease(world, component, version) {
  const tag = new TagTemplate(component.tag, `tag of ${component.id}`).format(version)
  const images = component.images.map((image) => ({
    name: image.name,
    tag: new TagTemplate(image.tag, `tag of ${image.name}`).format(version),
  }))
  const [commit, page, digests] = await Promise.all([
    world.tagCommit(component.repository, tag),
    component.workflow === null ? null : world.releasePage(component.repository, tag),
    Promise.all(images.map((image) => world.digest(image.name, image.tag))),
  ])
  return {
    commit,
    page,
    images: images.map((image, index) => ({ reference: `${image.name}:${image.tag}`, digest: digests[index] ?? null })),
  }
}
/** What a release lacks, in words; empty when it is whole. A release without a workflow is a tag and its images. */
export function lacking({ commit, page, images }, { workflow }) {
  return [
    ...(commit === null ? ['tag'] : []),
    ...(workflow !== null && page === null ? ['GitHub release'] : []),
    ...images.flatMap(({ reference, digest }) => (digest === null ? [reference] : [])),
  ]
}
/** The notation of plans: null for nothing, `released`, or what a release that was begun still lacks. */
export function stateText(state, component) {
  if (state.commit === null) return null
  const missing = lacking(state, component)
  return missing.length === 0 ? 'released' : `begun, without ${missing.join(', ')}`
}
/** Where a component is released from: what a person said, the branch of its line for a patch, else its usual branch. */
async function refFor(world, component, version, given) {
  const { repository, branch } = component
  const line = formatLine(lineOf(version))
  const lines = given === '' && parts(version).patch > 0 ? [`release-${line}`, `v${line}`] : []
  for (const name of [given, ...lines, branch]) {
    const head = name === '' ? null : await world.planning.head(repository, name)
    if (head !== null) return { ref: name, head, isLine: lines.includes(name) }
    if (name === given && name !== '') break
  }
  throw new UserError(`${repository} has no branch “${given === '' ? branch : given}”, or this token cannot see it.`, {
    advice: given === '' ? 'Correct “branch” in the manifest.' : 'Correct “ref”, or leave it out.',
  })
}
/**
 * Decides what is to be done for one component: nothing where its version is released, else which workflow is started on
 * which commit and with what.
 *
 * @throws UserError for a version that is taken by another commit, below the last, or brings nothing; and for a workflow that
 *   is not there or wants what nobody gives.
 */
export async function planComponentRelease(train, world, { component, version, ref: given }) {
  const { id, repository } = component
  const tag = new TagTemplate(component.tag, `tag of ${id}`).format(version)
  const before = await lookAtRelease(world, component, version)
  if (before.commit !== null && lacking(before, component).length === 0) {
    return { component, version, tag, ref: component.branch, commit: before.commit, start: null, before }
  }
  const { ref, head, isLine } = await refFor(world, component, version, given)
  if (before.commit !== null) await checkPlace(world, component, { tag, commit: before.commit, ref, head })
  else await checkVersion(world, component, { version, tag, head, ref, isLine })
  const commit = before.commit ?? head
  const { workflow } = component
  if (workflow === null) return { component, version, tag, ref, commit, start: null, before }
  const file = await world.workflow(repository, workflow, ref)
  const correlation = `${train.id}/${id}/${tag}`
  const versions = { [VERSION_INPUT]: tag, ...valuesOf(component, { tag, version, commit }) }
  const inputs = inputsFor(component, file, ref, versions, {
    [COMMIT_INPUT]: commit,
    [CORRELATION_INPUT]: correlation,
  })
  const isNamed =
    CORRELATION_INPUT in inputs && new RegExp(`inputs\\.${CORRELATION_INPUT}\\b`).test(file?.runName ?? '')
  return { component, version, tag, ref, commit, start: { workflow, ref, inputs, correlation, isNamed }, before }
}
/** A tag counts as this release only on a commit of the branch: a name that something else has taken is burnt. */
async function checkPlace(world, { name, repository }, { tag, commit, ref, head }) {
  if (await world.planning.history(repository).contains(head, commit)) return
  throw new UserError(`${name}: tag ${tag} is on commit ${commit.slice(0, 12)}, which branch ${ref} does not have.`, {
    advice: 'A version tag never moves. Release under the next version, or give the branch that has it as “ref”.',
  })
}
async function checkVersion(world, component, { version, tag, head, ref, isLine }) {
  const releases = await releasesOf(world.planning, component)
  const line = isLine ? lineOf(version) : null
  const decision = await nextVersion(world.planning, component, { head, version, line, releases })
  const { previous } = decision
  if (previous === null || previous.commit !== head) return
  const older = compareLines(lineOf(previous.version), lineOf(version)) === 0 && isLine
  throw new UserError(
    `${component.name}: ${tag} would be the same commit as ${previous.tag}: nothing is new on branch ${ref}.`,
    {
      advice: older
        ? `Pick the fix to branch ${ref} first, or give another branch as “ref”.`
        : `Keep ${previous.tag} in this release. A version that brings nothing is burnt.`,
    },
  )
}
function valuesOf({ workflowInputs }, { tag, version, commit }) {
  return Object.fromEntries(
    workflowInputs.map((line) => {
      const at = line.indexOf('=')
      const value = line
        .slice(at + 1)
        .replaceAll('{tag}', tag)
        .replaceAll('{version}', version)
        .replaceAll('{commit}', commit)
      return [line.slice(0, at), value]
    }),
  )
}
/** What a workflow is given: of what we know, that which it declares. */
function inputsFor({ name, repository, workflow, workflowInputs }, file, ref, versions, others) {
  const known = { ...others, ...versions }
  const where = `.github/workflows/${workflow} of ${repository}`
  if (file === null) {
    throw new UserError(`${name}: there is no ${where} on ${ref}.`, {
      advice:
        'Correct “workflow” in the manifest, or add the workflow (template “component-release”). Without “workflow” the release is only a tag.',
    })
  }
  const declared = file.inputs
  if (declared === null) {
    throw new UserError(`${name}: ${where} cannot be started: it has no “on: workflow_dispatch:”.`, {
      advice: 'Add that trigger, with an input “version”.',
    })
  }
  const asked = workflowInputs.map((line) => line.slice(0, line.indexOf('=')))
  const undeclared = asked.find((one) => !declared.has(one))
  if (undeclared !== undefined) {
    throw new UserError(`${name}: ${where} has no input “${undeclared}”, which the manifest gives it.`, {
      advice: `Its inputs are: ${[...declared.keys()].join(', ') || 'none'}. Correct “workflow-inputs” in the manifest.`,
    })
  }
  const missing = [...declared].find(([input, { required }]) => required && known[input] === undefined)
  if (missing !== undefined) {
    throw new UserError(`${name}: ${where} requires the input “${missing[0]}”, and nobody gives it.`, {
      advice: `Say under “workflow-inputs” in the manifest what it gets, for example “${missing[0]}={version}”.`,
    })
  }
  if (!Object.entries(versions).some(([input, value]) => declared.has(input) && /\d+\.\d+\.\d+/.test(value))) {
    throw new UserError(`${name}: ${where} takes no version: it would release what it likes.`, {
      advice: 'Give it an input “version”, or say under “workflow-inputs” which input is the version.',
    })
  }
  return Object.fromEntries(Object.entries(known).filter(([input]) => declared.has(input)))
}
