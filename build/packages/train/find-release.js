import { UserError } from '../plan/index.js'
import {
  compareLines,
  compareVersions,
  formatLine,
  isPrerelease,
  lineOf,
  parseRelease,
  parseReleaseLine,
  parts,
  TagTemplate,
  versionOf,
} from '../versions/index.js'
import { daysBetween } from './calendar.js'
import { nextVersion } from './next-version.js'
import { observe } from './observe.js'
import { noBranch, releasesOf } from './observe-members.js'
import { judgeRelease } from './stage.js'
import { tagOf } from './steps.js'
import { findMember, leader } from './train.js'
/**
 * What the inputs ask for.
 *
 * @throws UserError naming the input that is wrong, or the two that contradict each other.
 */
export function releaseRequest(inputs) {
  const { hotfix, ignoreFreeze, today } = inputs
  const version = inputs.version === '' ? null : parseRelease(inputs.version, 'Input “version”')
  const line = inputs.line === '' ? null : parseReleaseLine(inputs.line, 'Input “line”')
  if (version !== null && line !== null && compareLines(lineOf(version), line) !== 0) {
    throw new UserError(
      `Input “version” is ${version}, which is not of release line ${formatLine(line)} (input “line”).`,
      {
        advice: 'Leave one of the two out.',
      },
    )
  }
  return { version, hotfix, line, ignoreFreeze, today }
}
/**
 * Finds the release that a release manager is at work on, and judges it: the version asked for; else the newest release
 * as long as it is not finished and not forgotten; else the one that comes next.
 *
 * @throws UserError when the version asked for cannot be released (taken, below the last, of another line), or there is
 *   nothing to release from.
 */
export async function findRelease(train, world, request) {
  const leading = leader(train)
  const releases = await releasesOf(world, leading)
  const look = async (subject) => {
    const observation = await observe(train, world, subject)
    return { observation, judgement: judgeRelease(observation), unfinished: null }
  }
  if (request.version !== null) {
    const tagged = await taggedSubject(world, leading, request.version, releases, request)
    return look(tagged ?? (await nextSubject(world, leading, releases, request)))
  }
  const line = request.line
  const newest = releases.find((one) => line === null || compareLines(lineOf(one), line) === 0) ?? null
  if (newest === null || request.hotfix) return look(await nextSubject(world, leading, releases, request))
  const last = await taggedSubject(world, leading, newest, releases, request)
  const found = last === null ? null : await look(last)
  if (found !== null && found.judgement.stage !== 'complete' && !isForgotten(found.observation)) return found
  const own = await nextSubject(world, leading, releases, request)
  if (line !== null) return own.version === newest && found !== null ? found : look(own)
  // What the leading component alone asks for; where it has nothing new, a patch for what the others bring.
  const next = own.version === newest ? { ...own, ...patchAfter(newest), ref: leading.branch, commit: null } : own
  const first = await look(next)
  const brought = broughtByMembers(first.observation)
  if (brought === null && own.version === newest && found !== null) return found
  const unfinished = found === null || found.judgement.stage === 'complete' ? null : found.judgement
  return { ...(brought === null ? first : await look({ ...next, ...brought })), unfinished }
}
function patchAfter(previous) {
  const { major, minor, patch } = parts(previous)
  return { version: versionOf(major, minor, patch + 1), previous }
}
/**
 * The version of the train is no smaller a step than what it brings: new features of a component are a new minor version
 * of the stack (PCF-ADR-003: its patches are for hotfixes). Null when nothing is brought, or the leading component's own
 * changes say as much.
 */
function broughtByMembers({ train, version, members }) {
  const last = members.get(leader(train).id)?.before ?? null
  if (last === null || compareLines(lineOf(last), lineOf(version)) !== 0) return null
  const moved = [...members].flatMap(([id, { before, after }]) =>
    before === null || after === null || compareVersions(after, before) <= 0 || id === leader(train).id
      ? []
      : [{ name: findMember(train, id, train.file).name, before, after }],
  )
  const newLine = moved.find(({ before, after }) => compareLines(lineOf(after), lineOf(before)) > 0)
  const cause = newLine ?? moved[0]
  if (cause === undefined) return null
  const { major, minor } = parts(version)
  const because = `because ${cause.name} goes from ${cause.before} to ${cause.after}`
  return newLine === undefined
    ? { version, reasons: [`patch after ${last}, ${because}`] }
    : { version: versionOf(major, minor + 1, 0), reasons: [`minor after ${last}, ${because}`] }
}
/**
 * A release that is not finished stays in view until the last week of a sprint's length: then the next one is prepared.
 * Without a calendar, for two weeks.
 */
function isForgotten({ train, tag, today }) {
  const publishedOn = tag?.release?.publishedOn
  const days = train.calendar === null ? 14 : Math.max(7, (train.calendar.sprintWeeks - 1) * 7)
  return publishedOn !== undefined && daysBetween(publishedOn, today) > days
}
/** A release whose tag is there; null when it is not. */
async function taggedSubject(world, leading, version, releases, { hotfix, ignoreFreeze, today }) {
  const history = world.history(leading.repository)
  const tag = tagOf(leading, version)
  const tags = await history.tags(new TagTemplate(leading.tag, `tag of ${leading.id}`).prefix)
  if (!tags.includes(tag)) return null
  return {
    version,
    previous: releaseBefore(version, releases),
    ref: tag,
    commit: await history.commitOf(tag),
    reasons: [],
    hotfix,
    ignoreFreeze,
    today,
  }
}
/** The release that is to be made. */
async function nextSubject(world, leading, releases, request) {
  const { hotfix, ignoreFreeze, today } = request
  const line = lineFor(request, releases, leading)
  const { branch, head } = await branchFor(world, leading, line)
  const decision = await nextVersion(world, leading, { head, version: request.version, line, releases })
  return {
    version: decision.version,
    previous: releaseBefore(decision.version, releases),
    ref: decision.exists ? decision.tag : branch,
    commit: decision.exists ? decision.commit : null,
    reasons: decision.reasons,
    hotfix,
    ignoreFreeze,
    today,
  }
}
function lineFor({ line, hotfix, version }, releases, { name }) {
  if (line !== null || !hotfix) return line
  const of = version ?? releases[0]
  if (of !== undefined) return lineOf(of)
  throw new UserError(`There is no release of ${name} yet, so there is nothing to fix.`, {
    advice: 'Leave “hotfix” out for the first release.',
  })
}
/** A release line has a branch of its own (PCF-ADR-002), in one of its spellings; everything else comes from the usual branch. */
async function branchFor(world, { repository, branch }, line) {
  const names = line === null ? [branch] : [`release-${formatLine(line)}`, `v${formatLine(line)}`]
  const heads = await Promise.all(
    names.map(async (name) => ({ branch: name, head: await world.head(repository, name) })),
  )
  for (const { branch: name, head } of heads) if (head !== null) return { branch: name, head }
  const { message, advice } = line === null ? noBranch(repository, branch) : noLine(repository, line, names)
  throw new UserError(message, { advice })
}
function noLine(repository, line, names) {
  return {
    message: `${repository} has no branch ${names.map((name) => `“${name}”`).join(' or ')} for release line ${formatLine(line)}.`,
    advice: `Create “release-${formatLine(line)}” from the newest tag of the line and pick the fix to it.`,
  }
}
function releaseBefore(version, releases) {
  const lower = releases.filter((one) => !isPrerelease(one) && compareVersions(one, version) < 0)
  return lower.find((one) => compareLines(lineOf(one), lineOf(version)) === 0) ?? lower[0] ?? null
}
