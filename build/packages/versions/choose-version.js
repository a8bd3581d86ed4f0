import { UserError } from '../plan/index.js'
import { judgeCommits, strongestBump } from './bump.js'
import { compareLines, formatLine, lineOf } from './release-line.js'
import { compareVersions, highest, isPrerelease, parts, releaseOf, versionOf } from './version.js'
/** Follows the request: the version asked for, the promoted candidate, the named step, or what the commits ask for. */
export async function choose(request, tagged) {
  const { target: commit } = request
  if (request.bump === 'promote') return promote(request, tagged)
  const last = await tagged.newest(commit, (one) => !isPrerelease(one))
  if (request.version !== null) {
    // Two releases of one commit: what a workflow does that cannot resume and tries the next number instead.
    const again = last?.commit === commit && last.version !== request.version && !isPrerelease(request.version)
    const warnings = again
      ? [`The commit is released as ${last.tag} already; ${request.version} brings nothing new.`]
      : []
    return { version: request.version, commit, reasons: ['asked for'], warnings }
  }
  if (last?.commit === commit) {
    return { version: last.version, commit, reasons: [`the commit is released as ${last.tag} already`], warnings: [] }
  }
  const candidate = await tagged.newest(commit, (one) => leadsBeyond(one, last?.version ?? null, request.prereleaseId))
  const candidates = request.bump === 'prerelease'
  if (candidates && candidate?.commit === commit) {
    return {
      version: candidate.version,
      commit,
      reasons: [`the commit is candidate ${candidate.tag} already`],
      warnings: [],
    }
  }
  const next = await nextRelease(request, tagged, last)
  // A candidate that is out promised its release: what follows it on the same history does not come before it.
  const promised = candidate === null ? null : releaseOf(candidate.version)
  const floored = promised !== null && isUnnamed(request.bump) && compareVersions(promised, next.version) > 0
  const version = floored ? promised : next.version
  const reasons = floored ? [...next.reasons, `candidate ${candidate?.tag} announced ${promised}`] : next.reasons
  if (!candidates) return { version, commit, reasons, warnings: next.warnings }
  const number =
    1 + Math.max(0, ...tagged.versions.flatMap((one) => candidateNumber(one, version, request.prereleaseId)))
  const { major, minor, patch } = parts(version)
  const numbered = versionOf(major, minor, patch, `${request.prereleaseId}.${number}`)
  return { version: numbered, commit, reasons, warnings: next.warnings }
}
/** The release that the commits, the named bump or the line lead to. */
async function nextRelease(request, tagged, last) {
  const { line, bump } = request
  const named = isUnnamed(bump) ? null : bump
  if (line !== null && (last === null || compareLines(lineOf(last.version), line) < 0)) {
    const version = versionOf(line.major, line.minor, 0)
    const other = named === null ? version : increase(last?.version ?? null, named)
    if (compareVersions(other, version) !== 0) throw outOfLine(request, other)
    return { version, reasons: [`first release of line ${formatLine(line)}`], warnings: [] }
  }
  if (named !== null) {
    const version = increase(last?.version ?? null, named)
    if (line !== null && compareLines(lineOf(version), line) !== 0) throw outOfLine(request, version)
    return { version, reasons: [`${named} asked for, after ${last?.tag ?? 'no release'}`], warnings: [] }
  }
  if (last === null)
    return {
      version: versionOf(0, 1, 0),
      reasons: [`first release: no tag ${request.template.text} is reachable`],
      warnings: [],
    }
  const judged = judgeCommits(
    await tagged.history.since(last.commit, request.target),
    last.version,
    request.breaksEarly,
  )
  const asked = strongestBump(judged) ?? 'patch'
  const cause = judged.find((one) => one.bump === asked)
  const because = cause === undefined ? 'nothing that counts is new' : `${cause.because}: ${cause.subject}`
  if (line === null)
    return {
      version: increase(last.version, asked),
      reasons: [`${asked} after ${last.tag}, because of ${because}`],
      warnings: [],
    }
  return {
    version: increase(last.version, 'patch'),
    reasons: [`next of line ${formatLine(line)} after ${last.tag}`],
    warnings:
      asked === 'patch'
        ? []
        : [`Line ${formatLine(line)} only takes patches, and a commit on it asks for ${asked} (${because}).`],
  }
}
async function promote(request, tagged) {
  const { version: asked, prereleaseId, line } = request
  const found = highest(
    tagged.versions.filter(
      (one) =>
        candidateNumber(one, releaseOf(one), prereleaseId).length > 0 &&
        (asked === null || releaseOf(one) === asked) &&
        (line === null || compareLines(lineOf(one), line) === 0),
    ),
  )
  if (found === null) {
    const of = asked === null ? (line === null ? '' : ` of line ${formatLine(line)}`) : ` of ${asked}`
    throw new UserError(
      `There is no candidate${of} to promote: no tag ${request.template.text.replace('{version}', `${asked ?? 'X.Y.Z'}-${prereleaseId}.N`)}.`,
      {
        advice: 'Make one with “bump: prerelease”, or give the right “version”, “prerelease-id” or “tag-prefix”.',
      },
    )
  }
  const tag = request.template.format(found)
  const commit = await tagged.history.commitOf(tag)
  if (!(await tagged.history.contains(request.target, commit))) {
    throw new UserError(`Candidate ${tag} (${commit}) is not part of the target ${request.target}.`, {
      advice: 'Run on the branch that the candidate was made on, or give its commit as “target”.',
    })
  }
  return { version: releaseOf(found), commit, reasons: [`${tag} promoted, on the same commit`], warnings: [] }
}
function isUnnamed(bump) {
  return bump === 'auto' || bump === 'prerelease' || bump === 'promote'
}
/** The version after one, by a named step; after none, the step from 0.0.0. */
function increase(version, bump) {
  const { major, minor, patch } = version === null ? { major: 0, minor: 0, patch: 0 } : parts(version)
  if (bump === 'major') return versionOf(major + 1, 0, 0)
  if (bump === 'minor') return versionOf(major, minor + 1, 0)
  return versionOf(major, minor, patch + 1)
}
/** The N of `release-id.N`, in a list that is empty for any other version. */
function candidateNumber(version, release, id) {
  const { prerelease } = parts(version)
  const [name, number] = prerelease
  const fits = prerelease.length === 2 && name === id && typeof number === 'number' && releaseOf(version) === release
  return fits ? [number] : []
}
function leadsBeyond(version, last, id) {
  const leads = candidateNumber(version, releaseOf(version), id).length > 0
  return leads && (last === null || compareVersions(releaseOf(version), last) > 0)
}
/** For a version that the given line does not hold. */
export function outOfLine({ line }, version) {
  return new UserError(`Version ${version} is not of release line ${line === null ? '' : formatLine(line)}.`, {
    advice:
      'A release line only gets its own versions: leave “version” and “bump” to it, or release from another branch.',
  })
}
