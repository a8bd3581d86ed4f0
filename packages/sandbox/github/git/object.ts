import { createHash } from 'node:crypto'

export type ObjectType = 'blob' | 'tree' | 'commit' | 'tag'

/** A git object as git itself sees it: a type and bytes. */
export interface GitObject {
  readonly type: ObjectType
  readonly data: Buffer
}

/** Who, and when to the second. All times are written in UTC. */
export interface Signature {
  readonly name: string
  readonly email: string
  readonly date: Date
}

export interface TreeEntry {
  /** `100644`, `100755`, `120000` (symbolic link), `160000` (submodule) or `40000` (directory), as in the tree's bytes. */
  readonly mode: string
  readonly name: string
  readonly oid: string
}

export interface Commit {
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: Signature
  readonly committer: Signature
  readonly message: string
}

export interface Tag {
  readonly object: string
  readonly type: ObjectType
  readonly name: string
  /** Absent in a few very old tags only. */
  readonly tagger?: Signature
  readonly message: string
}

export const DIRECTORY = '40000'

const types: ReadonlySet<string> = new Set<ObjectType>(['blob', 'tree', 'commit', 'tag'])

export function isObjectType(type: string): type is ObjectType {
  return types.has(type)
}

/** The bytes that git hashes and deflates: `type SP length NUL data`. */
export function frameObject(type: ObjectType, data: Uint8Array): { oid: string; bytes: Buffer } {
  const bytes = Buffer.concat([Buffer.from(`${type} ${data.length}\0`), data])
  return { oid: createHash('sha1').update(bytes).digest('hex'), bytes }
}

/** @throws Error when the bytes are no object. */
export function parseFrame(bytes: Buffer): GitObject {
  const end = bytes.indexOf(0)
  const [type = '', length = ''] = bytes.toString('latin1', 0, end).split(' ')
  const data = bytes.subarray(end + 1)
  if (end < 0 || !isObjectType(type) || Number(length) !== data.length) throw new Error('not a git object')
  return { type, data }
}

/** git sorts a directory as if its name ended with a slash. */
function compareEntries(left: TreeEntry, right: TreeEntry): number {
  return Buffer.compare(sortKey(left), sortKey(right))
}

function sortKey(entry: TreeEntry): Buffer {
  return Buffer.from(entry.mode === DIRECTORY ? `${entry.name}/` : entry.name)
}

export function encodeTree(entries: readonly TreeEntry[]): Buffer {
  return Buffer.concat(
    entries
      .toSorted(compareEntries)
      .flatMap(({ mode, name, oid }) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(oid, 'hex')]),
  )
}

export function decodeTree(data: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = []
  for (let at = 0; at < data.length;) {
    const space = data.indexOf(32, at)
    const end = data.indexOf(0, space)
    entries.push({
      mode: data.toString('latin1', at, space),
      name: data.toString('utf8', space + 1, end),
      oid: data.toString('hex', end + 1, end + 21),
    })
    at = end + 21
  }
  return entries
}

export function encodeCommit(commit: Commit): Buffer {
  const parents = commit.parents.map((parent) => `parent ${parent}\n`).join('')
  const people = `author ${encodeSignature(commit.author)}\ncommitter ${encodeSignature(commit.committer)}\n`
  return Buffer.from(`tree ${commit.tree}\n${parents}${people}\n${commit.message}`)
}

export function decodeCommit(data: Buffer): Commit {
  const { headers, message } = splitHeaders(data)
  return {
    tree: header(headers, 'tree'),
    parents: headers.filter(([key]) => key === 'parent').map(([, value]) => value),
    author: decodeSignature(header(headers, 'author')),
    committer: decodeSignature(header(headers, 'committer')),
    message,
  }
}

export function encodeTag(tag: Tag): Buffer {
  const tagger = tag.tagger === undefined ? '' : `tagger ${encodeSignature(tag.tagger)}\n`
  return Buffer.from(`object ${tag.object}\ntype ${tag.type}\ntag ${tag.name}\n${tagger}\n${tag.message}`)
}

export function decodeTag(data: Buffer): Tag {
  const { headers, message } = splitHeaders(data)
  const type = header(headers, 'type')
  if (!isObjectType(type)) throw new Error(`a tag of an unknown type: ${type}`)
  const tagger = headers.find(([key]) => key === 'tagger')?.[1]
  return {
    object: header(headers, 'object'),
    type,
    name: header(headers, 'tag'),
    ...(tagger === undefined ? {} : { tagger: decodeSignature(tagger) }),
    message,
  }
}

function splitHeaders(data: Buffer): { headers: [string, string][]; message: string } {
  const text = data.toString('utf8')
  const end = text.indexOf('\n\n')
  const lines = (end < 0 ? text : text.slice(0, end)).split('\n')
  // A line that starts with a space continues a header (gpgsig); no header that is read here has more than one line.
  const headers = lines
    .filter((line) => line !== '' && !line.startsWith(' '))
    .map((line): [string, string] => {
      const space = line.indexOf(' ')
      return [line.slice(0, space), line.slice(space + 1)]
    })
  return { headers, message: end < 0 ? '' : text.slice(end + 2) }
}

function header(headers: readonly (readonly [string, string])[], key: string): string {
  const value = headers.find(([name]) => name === key)?.[1]
  if (value === undefined) throw new Error(`a git object without ${key}`)
  return value
}

function encodeSignature({ name, email, date }: Signature): string {
  // git forbids these in an identity; it drops them too.
  const clean = (text: string) => text.replaceAll(/[<>\n\0]/g, '').trim()
  return `${clean(name)} <${clean(email)}> ${Math.floor(date.getTime() / 1000)} +0000`
}

function decodeSignature(text: string): Signature {
  const open = text.indexOf('<')
  const close = text.lastIndexOf('>')
  const seconds = Number.parseInt(text.slice(close + 1), 10)
  return {
    name: text.slice(0, open).trim(),
    email: text.slice(open + 1, close),
    date: new Date((Number.isNaN(seconds) ? 0 : seconds) * 1000),
  }
}
