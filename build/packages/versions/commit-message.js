import { CommitParser } from 'conventional-commits-parser'
// Conventional Commits 1.0.0: types and scopes in any case (item 15), the breaking footers in capitals and with their
// colon (items 12 and 15); the library's own defaults take "breaking changes are not expected" for a footer. As an item of
// a list, where people write it too, it counts: a break that is overlooked costs more than one too many.
const parser = new CommitParser({
  headerPattern: /^([A-Za-z][\w-]*)(?:\(([^()]*)\))?!?: +(.*)$/,
  breakingHeaderPattern: /^([A-Za-z][\w-]*)(?:\(([^()]*)\))?!: +(.*)$/,
  headerCorrespondence: ['type', 'scope', 'subject'],
  noteKeywords: ['BREAKING CHANGE', 'BREAKING-CHANGE'],
  notesPattern: (keywords) => new RegExp(`^(?:[*-] +)?(${keywords}): +(.*)`),
})
/**
 * Reads a commit's message by Conventional Commits 1.0.0. A squashed pull request counts by its title; where the title
 * follows no convention, the strongest line of its list of commits (`* feat: …`) speaks for it. A breaking change that
 * any of those lines announces counts always.
 */
export function readMessage(message) {
  const header = message.trimStart().split(/\r?\n/, 1)[0]?.trim() ?? ''
  const parsed = message.trim() === '' ? null : parser.parse(message)
  const own = lineOf(parsed)
  const listed = squashed(message).map((line) => lineOf(parser.parse(line)))
  const spoken = own.type === null ? (strongest(listed) ?? own) : own
  const pull = /\(#(\d{1,9})\)$/.exec(header)?.[1]
  return {
    type: spoken.type,
    scope: spoken.scope,
    subject: own.type === null ? header : own.subject,
    breaking: own.breaking ?? listed.find((line) => line.breaking !== null)?.breaking ?? null,
    reverts: revertsOf(header, message, own.type),
    pullRequest: pull === undefined ? null : Number(pull),
  }
}
function lineOf(parsed) {
  const type = parsed?.['type']?.toString().toLowerCase() ?? null
  return {
    type,
    scope: parsed?.['scope']?.toString() || null,
    subject: parsed?.['subject']?.toString() ?? parsed?.header ?? '',
    breaking: parsed?.notes[0]?.text.trim() ?? null,
  }
}
/** The list of commits that GitHub writes into the message of a squashed pull request. */
function squashed(message) {
  return message.split(/\r?\n/).flatMap((line) => /^\* (\S.*)$/.exec(line)?.[1] ?? [])
}
function strongest(lines) {
  return lines.find((line) => line.type === 'feat') ?? lines.find((line) => line.type !== null)
}
/** Three spellings: git's own, GitHub's button on a pull request, and the type `revert` with footers. */
function revertsOf(header, message, type) {
  const quoted = /^Revert "(.*)"(?: \(#\d+\))?$/.exec(header)?.[1]
  if (quoted === undefined && type !== 'revert') return []
  const body = message.slice(message.indexOf('\n') + 1)
  const found = [
    ...[...body.matchAll(/\bThis reverts commit ([0-9a-f]{7,64})\b/g)].map((match) => ({ sha: String(match[1]) })),
    ...[...body.matchAll(/^Reverts \S*#(\d{1,9})\s*$/gm)].map((match) => ({ pullRequest: Number(match[1]) })),
    ...[...body.matchAll(/^Refs?:? (.*)$/gm)].flatMap((match) =>
      [...String(match[1]).matchAll(/\b[0-9a-f]{7,64}\b/g)].map(([sha]) => ({ sha })),
    ),
  ]
  if (found.length > 0) return found
  return [{ header: quoted ?? header.replace(/^[^:]*: +/, '') }]
}
