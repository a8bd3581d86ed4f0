import { UserError } from '../plan/index.ts'
import {
  compareLines,
  compareVersions,
  formatLine,
  isPrerelease,
  lineOf,
  parseRelease,
  parseReleaseLine,
  type ReleaseLine,
  parts,
  TagTemplate,
  type Version,
  versionOf,
} from '../versions/index.ts'
import { type Day, daysBetween } from './calendar.ts'
import type { Reason } from './members.ts'
import { nextVersion } from './next-version.ts'
import type { Observation, Subject } from './observation.ts'
import { observe } from './observe.ts'
import { lineBranches, noBranch, releasesOf } from './observe-members.ts'
import type { ReleaseWorld } from './release-world.ts'
import { type Judgement, judgeRelease } from './stage.ts'
import { tagOf } from './steps.ts'
import { type Component, findMember, leader, type Train } from './train.ts'

/** Which release is asked about. */
export interface ReleaseRequest {
  /** The train's version; null to have it found out. */
  readonly version: Version | null
  /** Out of band, on a release line: the next patch, with only what was fixed. */
  readonly hotfix: boolean
  /** The release line; null for the newest. */
  readonly line: ReleaseLine | null
  readonly ignoreFreeze: boolean
  readonly today: Day
}

/**
 * What the inputs ask for.
 *
 * @throws UserError naming the input that is wrong, or the two that contradict each other.
 */
export function releaseRequest(inputs: {
  readonly version: string
  readonly line: string
  readonly hotfix: boolean
  readonly ignoreFreeze: boolean
  readonly today: Day
}): ReleaseRequest {
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

/** A release and where it stands. */
export interface FoundRelease {
  readonly observation: Observation
  readonly judgement: Judgement
  /** What the release before it still lacks, when that was not finished in its time; null when nothing. */
  readonly unfinished: Judgement | null
}

/**
 * Finds the release that a release manager is at work on, and judges it: the version asked for; else the newest release
 * as long as it is not finished and not forgotten; else the one that comes next.
 *
 * @throws UserError when the version asked for cannot be released (taken, below the last, of another line), or there is
 *   nothing to release from.
 */
export async function findRelease(train: Train, world: ReleaseWorld, request: ReleaseRequest): Promise<FoundRelease> {
  const leading = leader(train)
  const releases = await releasesOf(world, leading)
  const look = async (subject: Subject) => {
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

function patchAfter(previous: Version): Pick<Subject, 'version' | 'previous'> {
  const { major, minor, patch } = parts(previous)
  return { version: versionOf(major, minor, patch + 1), previous }
}

/**
 * The version of the train is no smaller a step than what it brings: new features of a component are a new minor version
 * of the stack (PCF-ADR-003: its patches are for hotfixes). Null when nothing is brought, or the leading component's own
 * changes say as much.
 */
function broughtByMembers({ train, version, members }: Observation): Pick<Subject, 'version' | 'reasons'> | null {
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
function isForgotten({ train, tag, today }: Observation): boolean {
  const publishedOn = tag?.release?.publishedOn
  const days = train.calendar === null ? 14 : Math.max(7, (train.calendar.sprintWeeks - 1) * 7)
  return publishedOn !== undefined && daysBetween(publishedOn, today) > days
}

/** A release whose tag is there; null when it is not. */
async function taggedSubject(
  world: ReleaseWorld,
  leading: Component,
  version: Version,
  releases: readonly Version[],
  { hotfix, ignoreFreeze, today }: ReleaseRequest,
): Promise<Subject | null> {
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
async function nextSubject(
  world: ReleaseWorld,
  leading: Component,
  releases: readonly Version[],
  request: ReleaseRequest,
): Promise<Subject> {
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

function lineFor(
  { line, hotfix, version }: ReleaseRequest,
  releases: readonly Version[],
  { name }: Component,
): ReleaseLine | null {
  if (line !== null || !hotfix) return line
  const of = version ?? releases[0]
  if (of !== undefined) return lineOf(of)
  throw new UserError(`There is no release of ${name} yet, so there is nothing to fix.`, {
    advice: 'Leave “hotfix” out for the first release.',
  })
}

/** A release line has a branch of its own; everything else comes from the usual branch. */
async function branchFor(
  world: ReleaseWorld,
  { repository, branch }: Component,
  line: ReleaseLine | null,
): Promise<{ branch: string; head: string }> {
  const names = line === null ? [branch] : lineBranches(line)
  const heads = await Promise.all(
    names.map(async (name) => ({ branch: name, head: await world.head(repository, name) })),
  )
  for (const { branch: name, head } of heads) if (head !== null) return { branch: name, head }
  const { message, advice } = line === null ? noBranch(repository, branch) : noLine(repository, line, names)
  throw new UserError(message, { advice })
}

function noLine(repository: string, line: ReleaseLine, names: readonly string[]): Reason {
  return {
    message: `${repository} has no branch ${names.map((name) => `“${name}”`).join(' or ')} for release line ${formatLine(line)}.`,
    advice: `Create “release-${formatLine(line)}” from the newest tag of the line and pick the fix to it.`,
  }
}

function releaseBefore(version: Version, releases: readonly Version[]): Version | null {
  const lower = releases.filter((one) => !isPrerelease(one) && compareVersions(one, version) < 0)
  return lower.find((one) => compareLines(lineOf(one), lineOf(version)) === 0) ?? lower[0] ?? null
}
