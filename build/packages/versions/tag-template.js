import { UserError } from '../plan/index.js'
import { readVersion, suggestVersion, versionOf } from './version.js'
/**
 * How a repository spells its tags: `v{version}`, `release-v{version}`, `sdk/v{version}`, `v{version}-odh-{n}`. One
 * `{version}`, and after it at most one `{n}` that counts builds of the same version from 1.
 */
export class TagTemplate {
  text
  #head
  #middle
  #tail
  counts
  /**
   * @param what where it was written, as the error shall name it.
   * @throws UserError when tags written by it could not be read back, or are no names that git takes.
   */
  constructor(text, what) {
    this.text = text
    const pieces = text.split('{version}')
    const [head = '', rest = ''] = pieces
    const [middle = '', ...tails] = rest.split('{n}')
    if (pieces.length !== 2 || tails.length > 1 || /[{}]/.test(head + middle + tails.join(''))) {
      throw wrong(text, what, 'it needs “{version}” exactly once and, after it, “{n}” at most once')
    }
    this.#head = head
    this.#middle = middle
    this.#tail = tails[0] ?? ''
    this.counts = tails.length === 1
    if (/\d$/.test(head) || /^[\d]/.test(middle) || /^\d/.test(this.#tail) || (this.counts && !/\D$/.test(middle))) {
      throw wrong(text, what, 'a digit or nothing beside “{version}” or “{n}” makes it unreadable')
    }
    if (!isRefName(this.format(versionOf(1, 2, 3), 1))) throw wrong(text, what, 'git takes no such tag name')
  }
  /** The tag of a version. @throws RangeError when the template counts builds and no build is given. */
  format(version, build) {
    if (!this.counts) return `${this.#head}${version}${this.#middle}`
    if (build === undefined) throw new RangeError(`template “${this.text}” needs the number of the build`)
    return `${this.#head}${version}${this.#middle}${build}${this.#tail}`
  }
  /** What a tag says, or null when it is not of this template. Never guesses: `vv0.14.1` is no `v{version}`. */
  parse(tag) {
    const end = this.counts ? this.#tail : this.#middle
    if (!tag.startsWith(this.#head) || !tag.endsWith(end) || tag.length <= this.#head.length + end.length) return null
    const inner = tag.slice(this.#head.length, tag.length - end.length)
    if (!this.counts) return read(inner, undefined)
    const build = /(?:0|[1-9]\d{0,8})$/.exec(inner)?.[0] ?? ''
    const before = inner.slice(0, inner.length - build.length)
    return build === '' || !before.endsWith(this.#middle)
      ? null
      : read(before.slice(0, before.length - this.#middle.length), Number(build))
  }
  /** What every tag of this template begins with; for asking a server for those tags only. */
  get prefix() {
    return this.#head
  }
  /** For a tag that nearly fits (`v.0.0.7`, `vv0.14.1`, `v1.2`): its right spelling. */
  suggest(tag) {
    const end = this.counts ? null : this.#middle
    if (end === null || this.parse(tag) !== null || !tag.startsWith(this.#head) || !tag.endsWith(end)) return null
    const inner = tag.slice(this.#head.length, tag.length - end.length).replace(/^[vV]/, '')
    const version = readVersion(inner) ?? readVersion(suggestVersion(inner)?.replace(/^v/, '') ?? '')
    return version === null ? null : this.format(version)
  }
}
/** A template from the input `tag-prefix`: a prefix as `v` or `sdk/v`, or a whole template holding `{version}`. */
export function templateFromPrefix(prefix, what) {
  return new TagTemplate(prefix.includes('{') ? prefix : `${prefix}{version}`, what)
}
/** Whether git takes it as the name of a tag or a branch (git check-ref-format, for a name below refs/…/). */
export function isRefName(name) {
  return (
    name !== '' &&
    name !== '@' &&
    !name.startsWith('-') &&
    !/[\s\p{Cc}~^:?*[\\]|\.\.|@\{|\.$/u.test(name) &&
    name.split('/').every((part) => part !== '' && !part.startsWith('.') && !part.endsWith('.lock'))
  )
}
function read(text, build) {
  const version = readVersion(text)
  return version === null ? null : { version, build }
}
function wrong(text, what, why) {
  return new UserError(`${what}: “${text}” is no tag template: ${why}.`, {
    advice: 'Write for example “v{version}”, “sdk/v{version}” or “v{version}-odh-{n}”.',
  })
}
