import { type GitHub, orAbsent } from './client.ts'
import type { RepositoryName } from './repository.ts'

/** One line of a CODEOWNERS file that GitHub can use. */
export interface OwnersRule {
  readonly pattern: string
  /** As they are written: `@octocat`, `@org/team`, `octocat@example.com`. None: nobody owns what matches. */
  readonly owners: readonly string[]
}

/** Where GitHub looks, and in this order. */
const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']

/** GitHub does not load a larger file. */
const LARGEST = 3 * 1024 * 1024

/** The rules of a commit of a repository; null where there are none that can be read. */
export async function readCodeowners(
  github: GitHub,
  { owner, repo }: RepositoryName,
  ref: string,
): Promise<OwnersRule[] | null> {
  for (const path of PLACES) {
    const place = { owner, repo, path, ref, mediaType: { format: 'raw' } }
    const found = await orAbsent(github.request('GET /repos/{owner}/{repo}/contents/{path}', place))
    if (found === null) continue
    // Raw content is text, whatever the types say; a directory of this name is JSON.
    const text: unknown = found.data
    return typeof text === 'string' && Buffer.byteLength(text) <= LARGEST ? parseCodeowners(text) : null
  }
  return null
}

/**
 * The usable rules, in their order. As on GitHub, a line with invalid syntax is skipped: a negation, a range of characters,
 * an owner that is neither a name nor a mail address.
 * https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 */
export function parseCodeowners(text: string): OwnersRule[] {
  return text.split(/\r?\n/).flatMap((line) => {
    // A space that belongs to the pattern is escaped; a comment begins a word.
    const words = line.match(/(?:\\.|[^\s\\]|\\$)+/g) ?? []
    const comment = words.findIndex((word) => word.startsWith('#'))
    const [pattern, ...owners] = comment === -1 ? words : words.slice(0, comment)
    if (pattern === undefined || /^!|[[\]]|\*{3}/.test(pattern) || !owners.every(isOwner)) return []
    return [{ pattern, owners }]
  })
}

/** Who owns a file: the last rule that matches says so. Paths are from the root of the repository, and case counts. */
export function ownersOf(rules: readonly OwnersRule[], path: string): readonly string[] {
  return rules.findLast(({ pattern }) => matches(pattern, path))?.owners ?? []
}

function isOwner(word: string): boolean {
  return /^@[\w.-]+(?:\/[\w.-]+)?$|^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(word)
}

/**
 * Whether a pattern covers a file: the rules of gitignore, but for a last `*`, which means files of that directory alone.
 * Walks segments instead of building a regular expression: the file comes from another repository, and a pattern of
 * many stars would keep an expression busy for ever.
 */
function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/')
  const isDirectory = wanted.length > 1 && wanted.at(-1) === ''
  if (isDirectory) wanted.pop()
  if (wanted[0] === '') wanted.shift()
  // Without a slash before its end it may be anywhere.
  else if (wanted.length === 1) wanted.unshift('**')
  if (wanted.length === 0) return false
  return walk(wanted, path.split('/'), isDirectory)
}

function walk(wanted: readonly string[], found: readonly string[], isDirectory: boolean): boolean {
  /** Positions in the pattern that can be reached after the segments so far. */
  let reached = skipped(wanted, new Set([0]))
  for (const [index, segment] of found.entries()) {
    const next = new Set<number>()
    for (const position of reached) {
      const part = wanted[position]
      if (part === undefined) continue
      if (part === '**') {
        if (position === wanted.length - 1 && !(isDirectory && index === found.length - 1)) return true
        next.add(position)
      } else if (covers(part, segment)) next.add(position + 1)
    }
    reached = skipped(wanted, next)
    if (!reached.has(wanted.length)) continue
    // All of the pattern is used up: by the file itself, or by a directory that it is in.
    const isFile = index === found.length - 1
    if (isFile ? !isDirectory : isDirectory || wanted.at(-1) !== '*') return true
  }
  return false
}

/** `**` before something else may stand for nothing. */
function skipped(wanted: readonly string[], positions: ReadonlySet<number>): Set<number> {
  const all = new Set(positions)
  for (const position of all) if (wanted[position] === '**' && position < wanted.length - 1) all.add(position + 1)
  return all
}

/** One segment against one part of a pattern: `*` any letters, `?` one, `\x` that letter. In time of their product. */
function covers(part: string, segment: string): boolean {
  const tokens = part.match(/\\?./gsu) ?? []
  const letters = segment.match(/./gsu) ?? []
  let [at, to, star, from] = [0, 0, -1, 0]
  while (to < letters.length) {
    const token = tokens[at]
    if (token === '*') {
      star = at
      from = to
      at += 1
    } else if (token !== undefined && (token === '?' || letter(token) === letters[to])) {
      at += 1
      to += 1
    } else if (star >= 0) {
      // The last star takes one letter more.
      from += 1
      at = star + 1
      to = from
    } else return false
  }
  while (tokens[at] === '*') at += 1
  return at === tokens.length
}

function letter(token: string): string {
  return token.length > 1 && token.startsWith('\\') ? token.slice(1) : token
}
