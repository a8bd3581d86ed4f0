import { UserError } from '../plan/index.ts'
import type { Commit } from './commit-message.ts'
import { compareLines, lineOf, type ReleaseLine } from './release-line.ts'
import type { Bump } from './bump.ts'
import type { TagTemplate } from './tag-template.ts'
import { compareVersions, isPrerelease, type Version } from './version.ts'

/** What the decision asks of a repository; commits are full hashes. */
export interface History {
  /** Every tag whose name begins so. */
  tags(prefix: string): Promise<readonly string[]>
  /** The commit that a tag leads to, through annotated tags. */
  commitOf(tag: string): Promise<string>
  /** Whether `commit` is `head` or one of its ancestors. */
  contains(head: string, commit: string): Promise<boolean>
  /** What `head` has and `ancestor` has not, oldest first; everything reachable where there is no ancestor. */
  since(ancestor: string | null, head: string): Promise<readonly Commit[]>
}

export interface VersionRequest {
  /** The version that a person decided on; null to have it decided here. */
  readonly version: Version | null
  readonly bump: 'auto' | Bump | 'prerelease' | 'promote'
  /** `rc` in `1.4.0-rc.1`. */
  readonly prereleaseId: string
  /** The line that is released from, when the release does not come from the newest work. */
  readonly line: ReleaseLine | null
  readonly template: TagTemplate
  /** What a breaking change asks for before 1.0.0; `minor` unless told. */
  readonly breaksEarly?: 'minor' | 'major'
  /** The commit to be released. */
  readonly target: string
}

/** A tag of the template, with the commit it leads to. */
export interface Known {
  readonly version: Version
  readonly tag: string
  readonly commit: string
}

/** How many releases that the target does not contain are looked at: each costs requests, and an old target has hundreds above it. */
export const MOST_MISSES = 40

/** The tags of one template, highest first. */
export class Tagged {
  readonly versions: readonly Version[]
  readonly warnings: readonly string[]
  readonly history: History
  readonly #request: VersionRequest

  constructor(tags: readonly string[], request: VersionRequest, history: History) {
    const { template } = request
    this.versions = tags.flatMap((tag) => template.parse(tag)?.version ?? []).sort((a, b) => compareVersions(b, a))
    const [newest] = this.versions
    this.warnings = tags.flatMap((tag) => {
      const right = template.suggest(tag)
      const meant = right === null ? null : (template.parse(right)?.version ?? null)
      const floats = /^\d+(?:\.\d+)?$/.test(tag.slice(template.prefix.length))
      // What was released since has made good what an old one lacks; nobody wants to hear of it for ever.
      const past = meant === null || (newest !== undefined && compareVersions(meant, newest) <= 0)
      return floats || past ? [] : [`Tag ${tag} is misspelt and does not count as a release; it should be ${right}.`]
    })
    this.#request = request
    this.history = history
  }

  has(version: Version): boolean {
    return this.versions.includes(version)
  }

  /**
   * The highest version that passes, is of this line or an older one, and is contained in `head`.
   *
   * Releases of one line contain each other (`checkOrder` sees to it), so a line is judged by its ends, and the last
   * release that `head` contains is found between them by halving: a branch beside forty hotfixes costs six looks.
   */
  async newest(head: string, passes: (version: Version) => boolean): Promise<Known | null> {
    const { line } = this.#request
    const eligible = this.versions.filter(
      (version) => passes(version) && (line === null || compareLines(lineOf(version), line) <= 0),
    )
    let misses = 0
    const contained = async (version: Version): Promise<Known | null> => {
      const found = await this.#known(version)
      if (await this.history.contains(head, found.commit)) return found
      misses += 1
      if (misses === MOST_MISSES) throw elsewhere(head, found.tag)
      return null
    }
    for (const group of byLine(eligible)) {
      const found = await (group.every((version) => !isPrerelease(version)) ? last : first)(group, contained)
      if (found !== null) return found
    }
    return null
  }

  async #known(version: Version): Promise<Known> {
    const tag = this.#request.template.format(version)
    return { version, tag, commit: await this.history.commitOf(tag) }
  }
}

type Look = (version: Version) => Promise<Known | null>

/** Of versions that need not contain each other (candidates), highest first: the first that is contained. */
async function first(versions: readonly Version[], contained: Look): Promise<Known | null> {
  for (const version of versions) {
    const found = await contained(version)
    if (found !== null) return found
  }
  return null
}

/** Of versions that contain all that come after them in the list: the first that is contained. */
async function last(versions: readonly Version[], contained: Look): Promise<Known | null> {
  const [highest, lowest] = [versions[0], versions.at(-1)]
  if (highest === undefined || lowest === undefined) return null
  const top = await contained(highest)
  if (top !== null || versions.length === 1) return top
  let best = await contained(lowest)
  if (best === null) return null
  let [from, to] = [1, versions.length - 1]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    const version = versions[middle]
    const found = version === undefined ? null : await contained(version)
    if (found === null) from = middle + 1
    else [best, to] = [found, middle]
  }
  return best
}

/** Sorted versions in runs of the same line. */
function byLine(versions: readonly Version[]): Version[][] {
  const groups: Version[][] = []
  for (const version of versions) {
    const group = groups.at(-1)
    const [previous] = group ?? []
    if (group !== undefined && previous !== undefined && compareLines(lineOf(previous), lineOf(version)) === 0)
      group.push(version)
    else groups.push([version])
  }
  return groups
}

/** For a target with so many releases above it that the one before it could only be guessed. */
export function elsewhere(head: string, tag: string): UserError {
  return new UserError(`Commit ${head} contains none of the ${MOST_MISSES} newest releases (down to ${tag}).`, {
    advice: 'If it belongs to an older line, name it: “release-line: 1.3”.',
  })
}
