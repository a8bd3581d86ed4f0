import { UserError } from '../plan/index.js'
import { compareLines, lineOf } from './release-line.js'
import { compareVersions, isPrerelease } from './version.js'
/** How many releases that the target does not contain are looked at: each costs requests, and an old target has hundreds above it. */
export const MOST_MISSES = 40
/** The tags of one template, highest first. */
export class Tagged {
  versions
  warnings
  history
  #request
  constructor(tags, request, history) {
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
  has(version) {
    return this.versions.includes(version)
  }
  /**
   * The highest version that passes, is of this line or an older one, and is contained in `head`.
   *
   * Releases of one line contain each other (`checkOrder` sees to it), so a line is judged by its ends, and the last
   * release that `head` contains is found between them by halving: a branch beside forty hotfixes costs six looks.
   */
  async newest(head, passes) {
    const { line } = this.#request
    const eligible = this.versions.filter(
      (version) => passes(version) && (line === null || compareLines(lineOf(version), line) <= 0),
    )
    let misses = 0
    const contained = async (version) => {
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
  async #known(version) {
    const tag = this.#request.template.format(version)
    return { version, tag, commit: await this.history.commitOf(tag) }
  }
}
/** Of versions that need not contain each other (candidates), highest first: the first that is contained. */
async function first(versions, contained) {
  for (const version of versions) {
    const found = await contained(version)
    if (found !== null) return found
  }
  return null
}
/** Of versions that contain all that come after them in the list: the first that is contained. */
async function last(versions, contained) {
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
function byLine(versions) {
  const groups = []
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
export function elsewhere(head, tag) {
  return new UserError(`Commit ${head} contains none of the ${MOST_MISSES} newest releases (down to ${tag}).`, {
    advice: 'If it belongs to an older line, name it: “release-line: 1.3”.',
  })
}
