import { UserError } from '../plan/index.js'
import { outOfLine } from './choose-version.js'
import { compareLines, formatLine, lineOf } from './release-line.js'
import { compareVersions, highest, isPrerelease, parts } from './version.js'
/** The rules that a new version keeps (issue and ADR-002: monotonic in its line, nothing lost, no step behind a newer line). */
export async function checkOrder(request, tagged, version, commit, previous) {
  const { template, line } = request
  if (line !== null && compareLines(lineOf(version), line) !== 0) throw outOfLine(request, version)
  const rivals = tagged.versions.filter((one) => !isPrerelease(one) || sameKind(one, version))
  const ahead = highest(rivals.filter((one) => compareLines(lineOf(one), lineOf(version)) === 0))
  if (ahead !== null && compareVersions(ahead, version) >= 0) {
    throw new UserError(`Version ${version} is not higher than ${template.format(ahead)}, which is out already.`, {
      advice: `Line ${formatLine(lineOf(version))} goes on after ${ahead}. Give a higher “version” or another “bump”.`,
    })
  }
  const releases = tagged.versions.filter((one) => !isPrerelease(one))
  const newest = highest(releases)
  if (line === null && newest !== null && compareLines(lineOf(newest), lineOf(version)) > 0) {
    throw new UserError(`Version ${version} falls behind ${template.format(newest)}, a newer release line.`, {
      advice: `If this is a release of the older line, say so: “release-line: ${formatLine(lineOf(version))}”.`,
    })
  }
  // The first release of the next line stands for all that are newer: they came after it.
  const next = releases.findLast((one) => compareLines(lineOf(one), lineOf(version)) > 0)
  if (next !== undefined) {
    const tag = template.format(next)
    if (await tagged.history.contains(commit, await tagged.history.commitOf(tag))) {
      throw new UserError(`Commit ${commit} contains ${tag}; it cannot become ${version} of an older line.`, {
        advice: `Release from a branch that began before ${tag}, or release a version after it.`,
      })
    }
  }
  const before = highest(releases.filter((one) => compareLines(lineOf(one), lineOf(version)) === 0))
  if (before !== null && before !== previous) {
    const tag = template.format(before)
    throw new UserError(
      `Commit ${commit} does not contain ${tag} (${await tagged.history.commitOf(tag)}); ${version} would lose its changes.`,
      { advice: `Merge or pick what ${tag} has, or release from the branch of line ${formatLine(lineOf(version))}.` },
    )
  }
}
/** Candidates are ordered among themselves; `1.4.0-odh` says nothing about `1.4.0-rc.1`. */
function sameKind(a, b) {
  return isPrerelease(b) && parts(a).prerelease[0] === parts(b).prerelease[0]
}
