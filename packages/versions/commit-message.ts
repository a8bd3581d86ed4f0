import { type Commit as Parsed, CommitParser } from 'conventional-commits-parser'

/** A commit as its repository tells it. */
export interface Commit {
  readonly sha: string
  readonly message: string
  readonly parents: number
  /** Its parents, where they are known: they tell which merge brought a commit. */
  readonly parentShas?: readonly string[]
  /** The login of its author, where the commit is linked to an account. */
  readonly author?: string
  /** The name that the author goes by. */
  readonly authorName?: string
}

/** What a commit says of itself. */
export interface CommitMessage {
  /** `feat`, lower case; null when the commit follows no convention. */
  readonly type: string | null
  readonly scope: string | null
  /** What was done, without type and scope: `read the lock file first (#12)`. */
  readonly subject: string
  /** What breaks, in the author's words; null when nothing is said to break. */
  readonly breaking: string | null
  /** What it takes back: commits (whole or abbreviated), pull requests, or the first line of a commit. */
  readonly reverts: readonly Reverted[]
  /** The number that GitHub puts behind the title of a squashed pull request. */
  readonly pullRequest: number | null
}

export type Reverted = { readonly sha: string } | { readonly pullRequest: number } | { readonly header: string }

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
export function readMessage(message: string): CommitMessage {
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

interface Line {
  readonly type: string | null
  readonly scope: string | null
  readonly subject: string
  readonly breaking: string | null
}

function lineOf(parsed: Parsed | null): Line {
  const type = parsed?.['type']?.toString().toLowerCase() ?? null
  return {
    type,
    scope: parsed?.['scope']?.toString() || null,
    subject: parsed?.['subject']?.toString() ?? parsed?.header ?? '',
    breaking: parsed?.notes[0]?.text.trim() ?? null,
  }
}

/** The list of commits that GitHub writes into the message of a squashed pull request. */
function squashed(message: string): string[] {
  return message.split(/\r?\n/).flatMap((line) => /^\* (\S.*)$/.exec(line)?.[1] ?? [])
}

function strongest(lines: readonly Line[]): Line | undefined {
  return lines.find((line) => line.type === 'feat') ?? lines.find((line) => line.type !== null)
}

/** Three spellings: git's own, GitHub's button on a pull request, and the type `revert` with footers. */
function revertsOf(header: string, message: string, type: string | null): Reverted[] {
  const quoted = /^Revert "(.*)"(?: \(#\d+\))?$/.exec(header)?.[1]
  if (quoted === undefined && type !== 'revert') return []
  const body = message.slice(message.indexOf('\n') + 1)
  const found: Reverted[] = [
    ...[...body.matchAll(/\bThis reverts commit ([0-9a-f]{7,64})\b/g)].map((match) => ({ sha: String(match[1]) })),
    ...[...body.matchAll(/^Reverts \S*#(\d{1,9})\s*$/gm)].map((match) => ({ pullRequest: Number(match[1]) })),
    ...[...body.matchAll(/^Refs?:? (.*)$/gm)].flatMap((match) =>
      [...String(match[1]).matchAll(/\b[0-9a-f]{7,64}\b/g)].map(([sha]) => ({ sha })),
    ),
  ]
  if (found.length > 0) return found
  return [{ header: quoted ?? header.replace(/^[^:]*: +/, '') }]
}
