import { UserError } from '../plan/index.js'
import { judgeCommits } from './bump.js'
import { choose } from './choose-version.js'
import { Tagged } from './history.js'
import { TagTemplate } from './tag-template.js'
import { compareVersions, highest, isPrerelease, parts } from './version.js'
import { checkOrder } from './version-order.js'
/**
 * Decides the next version (PCF-ADR-003 steps 1 and 4, its hotfix; PCF-ADR-002's lines and candidates) and refuses one
 * that would be wrong: taken by another commit, lower than its line, behind a newer line, or without the work of the
 * release before it. Asked again after the tag was made, it decides the same.
 *
 * @throws UserError for each of those, saying which tags and commits contradict and what to do.
 */
export async function decideVersion(request, history) {
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
  const above = (among) => !isPrerelease(version) && among.every((one) => compareVersions(one, version) <= 0)
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
function refuseOtherForm({ template }, tags) {
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
export function difference(from, to) {
  const [a, b] = [from === null ? { major: 0, minor: 0 } : parts(from), parts(to)]
  return a.major !== b.major ? 'major' : a.minor !== b.minor ? 'minor' : 'patch'
}
function taken(tag, found, wanted) {
  return new UserError(`Tag ${tag} exists on commit ${found}; this run would put it on ${wanted}.`, {
    advice:
      'A released version is never moved. Release the new commit under the next version, or run on the tagged commit.',
  })
}
