import * as v from 'valibot'
import { Document } from 'yaml'
import { UserError } from '../../plan/index.ts'
import { decode, parse } from '../document/document.ts'

/** What the lock file knows of one definition that was copied: exactly what, and from where. */
export interface LockedDefinition {
  /** Name of the file in the destination. */
  readonly file: string
  /** `OWNER/REPO`, or `./` for this checkout. */
  readonly repository: string
  readonly ref: string | null
  readonly commit: string | null
  readonly path: string
  readonly blob: string | null
  /** Digest of the content; formatting does not count. */
  readonly digest: string
  readonly versions: readonly string[]
}

export interface Lock {
  /** The definitions that sync-crds copied and therefore owns. */
  readonly crds: ReadonlyMap<string, LockedDefinition>
  /**
   * Every version that was ever the storage version, by CRD. A cluster may hold objects in any of them (its
   * `status.storedVersions`, which no file shows), so the API server refuses a definition that drops one. Entries stay
   * when a CRD leaves, for it may come back.
   */
  readonly stored: ReadonlyMap<string, readonly string[]>
}

const EMPTY_LOCK: Lock = { crds: new Map(), stored: new Map() }

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
export function readLock(bytes: Uint8Array | null, path: string): Lock {
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
export function writeLock(lock: Lock): string {
  // Members are spelled out, so that their order is this one whoever made the entry.
  const crds = sorted(lock.crds).map(([name, { file, repository, ref, commit, path, blob, digest, versions }]) => {
    return [name, { file, repository, ref, commit, path, blob, digest, versions }] as const
  })
  const stored: Record<string, readonly string[]> = Object.fromEntries(sorted(lock.stored))
  const entries: Record<string, LockedDefinition> = Object.fromEntries(crds)
  const document = new Document({ lock: 1, crds: entries, 'stored-versions': stored })
  return HEADER + document.toString({ lineWidth: 0 })
}

function sorted<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1))
}
