import { UserError } from '../plan/index.js'
import { parts } from './version.js'
const LINE = /^(?:release[-/])?v?(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/
/** The line that a branch is for: `release-1.4`, `v1.4`, `release/v1.4`, `1.4` → 1.4; null for any other branch. */
export function lineOfBranch(branch) {
  const match = LINE.exec(branch)
  return match === null ? null : { major: Number(match[1]), minor: Number(match[2]) }
}
/**
 * The line that a person named, as `1.4` or by its branch.
 *
 * @throws UserError with the right spelling where it can be told.
 */
export function parseReleaseLine(text, what) {
  const line = lineOfBranch(text.trim())
  if (line !== null) return line
  const near = /(\d{1,9})\.(\d{1,9})/.exec(text.slice(0, 100))
  throw new UserError(`${what}: “${text.trim()}” is no release line.`, {
    advice:
      near === null
        ? 'Write MAJOR.MINOR, for example “1.4”, or its branch, for example “release-1.4”.'
        : `Write “${Number(near[1])}.${Number(near[2])}”.`,
  })
}
/** The line that a version belongs to; a candidate belongs to the line it leads to. */
export function lineOf(version) {
  const { major, minor } = parts(version)
  return { major, minor }
}
/** Negative when `a` is the older line. */
export function compareLines(a, b) {
  return a.major - b.major || a.minor - b.minor
}
/** `1.4` */
export function formatLine(line) {
  return `${line.major}.${line.minor}`
}
