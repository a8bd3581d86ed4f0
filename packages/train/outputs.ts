import type { Finding, Inline } from '../plan/index.ts'
import { TagTemplate, type Version } from '../versions/index.ts'
import type { FoundRelease } from './find-release.ts'
import type { PlannedVersion } from './members.ts'
import { isUpToDate, tagOf } from './steps.ts'
import { type Component, type External, type Image, leader, type Train } from './train.ts'

/** Where a release stands, for machines: the outputs of release-plan (INTERFACE.md). */
export function summarizeRelease(found: FoundRelease) {
  const { observation, judgement } = found
  const { train } = observation
  const tags = (of: (planned: PlannedVersion) => Version | null): Record<string, string> =>
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
      .map(({ id, number, title, items }) => ({
        step: id,
        number,
        title,
        links: items.flatMap(({ done, what }) => (done ? linksIn(what) : [])),
      })),
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
    adoptions: judgement.adoptions.map(({ external, version, releasedOn, due, state }) => ({
      id: external.id,
      name: external.name,
      tag: tagOf(external, version),
      releasedOn,
      due,
      state,
    })),
    deadlines: judgement.deadlines,
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
function imagesOf(
  { observation: { train }, judgement }: FoundRelease,
  about: (image: Image, tag: string, component: Component) => readonly string[],
): string[] {
  return train.components.flatMap((component) => {
    const after = judgement.members.get(component.id)?.after ?? null
    if (after === null) return []
    return component.images.flatMap((image) =>
      about(image, new TagTemplate(image.tag, `tag of ${image.name}`).format(after), component),
    )
  })
}

/** Every link in a text, as `{text, url}`. */
function linksIn(text: Inline): { readonly text: string; readonly url: string }[] {
  if (typeof text === 'string' || 'code' in text) return []
  return 'link' in text ? [{ text: text.link, url: text.href }] : text.flatMap(linksIn)
}

/** What a release manager should look at, as findings: annotations of the run. */
export function findingsOf({ observation: { train }, judgement: { warnings, blockedBy } }: FoundRelease): Finding[] {
  return [
    ...blockedBy.map(({ step, message, advice }): Finding => ({
      severity: 'warning',
      rule: `blocked-${step}`,
      message,
      advice,
      file: train.file,
    })),
    ...warnings.map(({ message, advice }): Finding => ({
      severity: 'warning',
      rule: 'to-look-at',
      message,
      advice,
      file: train.file,
    })),
  ]
}

const membersOf = (train: Train): (Component | External)[] => [...train.components, ...train.external]
