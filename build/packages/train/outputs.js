import { TagTemplate } from '../versions/index.js'
import { matrixRows } from './read-versions.js'
import { isUpToDate, tagOf } from './steps.js'
import { leader } from './train.js'
/** Where a release stands, for machines: the outputs of release-plan (INTERFACE.md). */
export function summarizeRelease(found) {
  const { observation, judgement } = found
  const { train } = observation
  const tags = (of) =>
    Object.fromEntries(
      membersOf(train).flatMap((member) => {
        const planned = judgement.members.get(member.id)
        const version = planned === undefined ? null : of(planned)
        return version === null ? [] : [[member.id, tagOf(member, version)]]
      }),
    )
  const versions = tags(({ after }) => after)
  return {
    stage: judgement.stage,
    next: judgement.next ?? '',
    done: judgement.steps
      .filter(({ state }) => state === 'done')
      .map(({ id, number, title }) => ({ step: id, number, title })),
    'blocked-by': judgement.blockedBy,
    frozen: judgement.frozen,
    version: tagOf(leader(train), judgement.version),
    semver: judgement.version,
    versions,
    'previous-versions': tags(({ before }) => before),
    'version-list': Object.entries(versions)
      .map(([id, tag]) => `${id}=${tag}`)
      .join('\n'),
    'stable-images': imagesOf(found, (image, tag) =>
      image.channels.includes('stable') ? [`${image.name}:${tag} => stable`] : [],
    ).join('\n'),
    // The leading component has no image of this version before its tag: what its branch was built into stands for it.
    images: imagesOf(found, (image, tag, { id, leads }) => [
      `${id}=${image.name}:${leads && observation.tag === null ? 'dev' : tag}`,
    ]).join('\n'),
    adoptions: judgement.adoptions.map(({ external, version, due, state }) => ({
      id: external.id,
      name: external.name,
      tag: tagOf(external, version),
      due,
      state,
    })),
    downstream: observation.downstream
      .filter((state) => !isUpToDate(state, observation))
      .map(({ downstream: { name, repository, branch, matrix } }) => ({
        name,
        repository,
        branch,
        file: matrix?.file ?? '',
        section: matrix?.section ?? '',
      })),
  }
}
/** Something about each image that this release has a version of, in the manifest's order. */
function imagesOf({ observation: { train }, judgement }, about) {
  return train.components.flatMap((component) => {
    const after = judgement.members.get(component.id)?.after ?? null
    if (after === null) return []
    return component.images.flatMap((image) =>
      about(image, new TagTemplate(image.tag, `tag of ${image.name}`).format(after), component),
    )
  })
}
/**
 * The support matrix of a release as a table, each version with a link to its release; without rows of which nobody
 * knows a version.
 *
 * @param server where the links lead: `https://github.com`.
 */
export function matrixTable({ observation: { train }, judgement }, server) {
  const rows = matrixRows(train).flatMap(({ name, id }) => {
    const member = membersOf(train).find((one) => one.id === id)
    const after = judgement.members.get(id)?.after ?? null
    if (member === undefined || after === null) return []
    const tag = tagOf(member, after)
    return [
      [name.replaceAll('|', '\\|'), `[${tag}](${server}/${member.repository}/releases/tag/${encodeURIComponent(tag)})`],
    ]
  })
  return { head: ['Component', 'Version'], align: [], rows }
}
/** What a release manager should look at, as findings: annotations of the run. */
export function findingsOf({ observation: { train }, judgement: { warnings, blockedBy } }) {
  return [
    ...blockedBy.map(({ step, message, advice }) => ({
      severity: 'warning',
      rule: `blocked-${step}`,
      message,
      advice,
      file: train.file,
    })),
    ...warnings.map(({ message, advice }) => ({
      severity: 'warning',
      rule: 'to-look-at',
      message,
      advice,
      file: train.file,
    })),
  ]
}
const membersOf = (train) => [...train.components, ...train.external]
