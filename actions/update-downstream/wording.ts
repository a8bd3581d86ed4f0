import { matrixOf, type MemberRelease } from '../../packages/matrix/index.ts'
import { UserError } from '../../packages/plan/index.ts'
import { leader, type Train } from '../../packages/train/index.ts'

/** How the pull requests of a release are named, unless a person says it. */
export interface Wording {
  readonly branch: string
  readonly title: string
  readonly body: string
}

/**
 * A release goes by its leading component's tag; the text is its support matrix.
 *
 * @param server where the links lead: `https://github.com`.
 * @throws UserError when the leading component's version was not told.
 */
export function wordingOf(train: Train, told: ReadonlyMap<string, MemberRelease>, server: string): Wording {
  const tags = Object.fromEntries(
    [...told].map(([id, { template, version, build }]) => [id, template.format(version, build)]),
  )
  const { id, name } = leader(train)
  const tag = tags[id]
  if (tag === undefined) {
    throw new UserError(`Input “versions” does not say the version of ${name}, after which a release is named.`, {
      advice: `Add a line “${id}=v1.2.3”. The output “version-list” of release-plan has all of them.`,
    })
  }
  const release = `${train.title} ${tag}`
  return {
    branch: `release/${tag}`,
    title: `chore: update ${train.title} to ${tag}`,
    body: `The versions of ${release}:\n\n${matrixOf(train, tags, server)}`,
  }
}
