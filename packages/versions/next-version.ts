import { UserError } from '../plan/index.ts'
import { type Bump, type JudgedCommit, judgeCommits } from './bump.ts'
import { choose } from './choose-version.ts'
import { type History, type Known, Tagged, type VersionRequest } from './history.ts'
import { TagTemplate } from './tag-template.ts'
import { compareVersions, highest, isPrerelease, parts, type Version } from './version.ts'
import { checkOrder } from './version-order.ts'

export interface VersionDecision {
  readonly version: Version
  readonly tag: string
  /** The commit of the tag: the target, or for `promote` the commit of the candidate. */
  readonly commit: string
  /** The tag is there already, on this very commit. */
  readonly exists: boolean
  /** The newest release that this one contains; null for the first. */
  readonly previous: Known | null
  readonly bump: Bump | 'prerelease' | 'promote' | 'build'
  readonly prerelease: boolean
  /** The commits since `previous`, oldest first, each with what it asks for. */
  readonly commits: readonly JudgedCommit[]
  /** Why this version, in clauses for people. */
  readonly reasons: readonly string[]
  /** What a person should look at: misspelt tags, work that asks for more than a hotfix may be. */
  readonly warnings: readonly string[]
  /** Higher than every other release; only such a one may be “latest”. */
  readonly isHighest: boolean
  /** Higher than every other release with the same major number, and with the same major and minor number. */
  readonly leads: { readonly major: boolean; readonly minor: boolean }
}

/**
 * Decides the next version (PCF-ADR-003 steps 1 and 4, its hotfix; PCF-ADR-002's lines and candidates) and refuses one
 * that would be wrong: taken by another commit, lower than its line, behind a newer line, or without the work of the
 * release before it. Asked again after the tag was made, it decides the same.
 *
 * @throws UserError for each of those, saying which tags and commits contradict and what to do.
 */
export async function decideVersion(request: VersionRequest, history: History): Promise<VersionDecision> {
  const tagged = new Tagged(await history.tags(request.template.prefix), request, history)
  if (tagged.versions.length === 0 && request.version === null) refuseOtherForm(request, await history.tags(''))
  const choice = await choose(request, tagged)
  const { version, commit } = choice
  const tag = request.template.format(version)

  const exists = tagged.has(version)
  if (exists) {
    const found = await history.commitOf(tag)
    if (found !== commit) throw taken(tag, found, commit)
  }
  const previous = await tagged.newest(commit, (one) => !isPrerelease(one) && compareVersions(one, version) < 0)
  if (!exists) await checkOrder(request, tagged, version, commit, previous?.version ?? null)

  const releases = tagged.versions.filter((one) => !isPrerelease(one))
  const above = (among: readonly Version[]) =>
    !isPrerelease(version) && among.every((one) => compareVersions(one, version) <= 0)
  const { major, minor } = parts(version)
  const sameMajor = releases.filter((one) => parts(one).major === major)
  return {
    version,
    tag,
    commit,
    exists,
    previous,
    bump:
      request.bump === 'promote'
        ? 'promote'
        : isPrerelease(version)
          ? 'prerelease'
          : difference(previous?.version ?? null, version),
    prerelease: isPrerelease(version),
    commits: judgeCommits(
      await history.since(previous?.commit ?? null, commit),
      previous?.version ?? null,
      request.breaksEarly,
    ),
    reasons: choice.reasons,
    warnings: [...tagged.warnings, ...choice.warnings],
    isHighest: above(releases),
    leads: { major: above(sameMajor), minor: above(sameMajor.filter((one) => parts(one).minor === minor)) },
  }
}

/** How repositories commonly spell the tags of their releases. */
const FORMS = ['v{version}', '{version}', 'release-v{version}', 'release-{version}']

/** A repository whose releases are tagged in another form is not at its first release. A module of a monorepo may be. */
function refuseOtherForm({ template }: VersionRequest, tags: readonly string[]): void {
  if (template.prefix.includes('/')) return
  for (const text of FORMS) {
    const form = new TagTemplate(text, 'form')
    const released = tags.flatMap((tag) => form.parse(tag)?.version ?? [])
    const newest = highest(released)
    if (newest === null) continue
    throw new UserError(
      `No tag is of the form “${template.text}”, but ${released.length === 1 ? 'one is' : `${released.length} are`} of “${text}”, up to ${form.format(newest)}: this is not the first release.`,
      { advice: `Give “tag-prefix: '${text}'”; or, to begin a new form, the first “version” of it.` },
    )
  }
}

/** The number that went up from one release to another. */
export function difference(from: Version | null, to: Version): Bump {
  const [a, b] = [from === null ? { major: 0, minor: 0 } : parts(from), parts(to)]
  return a.major !== b.major ? 'major' : a.minor !== b.minor ? 'minor' : 'patch'
}

function taken(tag: string, found: string, wanted: string): UserError {
  return new UserError(`Tag ${tag} exists on commit ${found}; this run would put it on ${wanted}.`, {
    advice:
      'A released version is never moved. Release the new commit under the next version, or run on the tagged commit.',
  })
}
