import { UserError } from '../plan/index.js'
import { judgeCommits } from './bump.js'
import { elsewhere, MOST_MISSES } from './history.js'
import { difference } from './next-version.js'
import { compareLines, formatLine, lineOf } from './release-line.js'
import { compareVersions, isPrerelease } from './version.js'
/**
 * Decides the next build of a version, for templates that count them (`v1.2.0-odh-3`): what a downstream does that builds
 * a release again with its own changes. The version is somebody else's decision, so it has to be given.
 *
 * @throws UserError as `decideVersion` does.
 */
export async function decideBuild(request, history) {
  const { template, target, version, line } = request
  if (version === null || request.bump !== 'auto') {
    throw new UserError(`Tags of the form “${template.text}” count the builds of a version, and none is given.`, {
      advice: 'Give the “version” that is built, for example “1.2.0”, and no “bump”.',
    })
  }
  if (line !== null && compareLines(lineOf(version), line) !== 0) {
    throw new UserError(`Version ${version} is not of release line ${formatLine(line)}.`, {
      advice: 'Build it from the branch of its own line, or give the right “release-line”.',
    })
  }
  const builds = readBuilds(request, await history.tags(template.prefix))
  const ahead = builds.find(
    (one) => compareLines(lineOf(one.version), lineOf(version)) === 0 && compareVersions(one.version, version) > 0,
  )
  const before = builds.filter((one) => compareVersions(one.version, version) <= 0)
  const last = before[0]?.version === version ? before[0] : undefined
  const own = await buildOn(
    target,
    before.filter((one) => one.version === version),
    history,
  )
  const exists = own !== null
  const number = own?.number ?? (last?.number ?? 0) + 1
  if (!exists && ahead !== undefined) {
    throw new UserError(`Version ${version} is not higher than that of ${ahead.tag}, which is out already.`, {
      advice: `Line ${formatLine(lineOf(version))} goes on after ${ahead.version}. Give a higher “version”.`,
    })
  }
  const previous = await newest(target, own === null ? before : before.slice(before.indexOf(own) + 1), history)
  if (!exists && last !== undefined && previous?.tag !== last.tag) {
    throw new UserError(
      `Commit ${target} does not contain ${last.tag} (${await history.commitOf(last.tag)}); its next build would lose its changes.`,
      { advice: `Merge or pick what ${last.tag} has.` },
    )
  }
  const tag = template.format(version, number)
  const above = builds.every((one) => compareVersions(one.version, version) <= 0)
  return {
    version,
    tag,
    commit: target,
    exists,
    previous,
    bump: previous?.version === version ? 'build' : difference(previous?.version ?? null, version),
    prerelease: isPrerelease(version),
    commits: judgeCommits(await history.since(previous?.commit ?? null, target), version),
    reasons: [exists ? `the commit is ${tag} already` : `build ${number} of ${version}`],
    warnings: [],
    isHighest: above && !isPrerelease(version),
    leads: { major: false, minor: false },
  }
}
/** Highest first. */
function readBuilds({ template }, tags) {
  return tags
    .flatMap((tag) => {
      const read = template.parse(tag)
      return read?.build === undefined ? [] : [{ version: read.version, number: read.build, tag }]
    })
    .sort((a, b) => compareVersions(b.version, a.version) || b.number - a.number)
}
/** The build that a commit is already. */
async function buildOn(commit, builds, history) {
  for (const build of builds) if ((await history.commitOf(build.tag)) === commit) return build
  return null
}
async function newest(head, builds, history) {
  for (const [misses, { version, tag }] of builds.entries()) {
    if (misses === MOST_MISSES) throw elsewhere(head, tag)
    const commit = await history.commitOf(tag)
    if (await history.contains(head, commit)) return { version, tag, commit }
  }
  return null
}
