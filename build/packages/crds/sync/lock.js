import * as v from 'valibot'
import { Document } from 'yaml'
import { UserError } from '../../plan/index.js'
import { decode, parse } from '../document/document.js'
const EMPTY_LOCK = { crds: new Map(), stored: new Map() }
const HEADER = `# Written by sync-crds: where each CRD in this directory was copied from. Do not edit.
# stored-versions is the memory of every version that objects may still be stored in; it only grows.
`
const nullable = v.nullable(v.string())
const FILE = v.strictObject({
  lock: v.literal(1n),
  crds: v.record(
    v.string(),
    v.strictObject({
      file: v.pipe(v.string(), v.regex(/^[^/\\]+\.(?:ya?ml|json)$/i, 'must be a file name')),
      repository: v.string(),
      ref: nullable,
      commit: nullable,
      path: v.string(),
      blob: nullable,
      digest: v.string(),
      versions: v.array(v.string()),
    }),
  ),
  'stored-versions': v.record(v.string(), v.array(v.string())),
})
/** @throws UserError for a file that sync-crds did not write like this. */
export function readLock(bytes, path) {
  if (bytes === null) return EMPTY_LOCK
  const read = v.safeParse(FILE, parse({ text: decode(bytes, path), line: 1 }, path))
  if (read.success) {
    return {
      crds: new Map(Object.entries(read.output.crds)),
      stored: new Map(Object.entries(read.output['stored-versions'])),
    }
  }
  const [issue] = read.issues
  throw new UserError(`${path}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}.`, {
    file: path,
    advice: 'The lock file was edited by hand or merged badly. Restore it from git, then run again.',
  })
}
/** The same text for the same lock: sorted by name, no times. */
export function writeLock(lock) {
  // Members are spelled out, so that their order is this one whoever made the entry.
  const crds = sorted(lock.crds).map(([name, { file, repository, ref, commit, path, blob, digest, versions }]) => {
    return [name, { file, repository, ref, commit, path, blob, digest, versions }]
  })
  const stored = Object.fromEntries(sorted(lock.stored))
  const entries = Object.fromEntries(crds)
  const document = new Document({ lock: 1, crds: entries, 'stored-versions': stored })
  return HEADER + document.toString({ lineWidth: 0 })
}
function sorted(map) {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1))
}
