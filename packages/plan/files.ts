import { hash } from 'node:crypto'
import type { Change } from './change.ts'

/**
 * Files that are read, and changed by plan, wherever they are: in a checkout (`Workspace`), or in a commit that nobody
 * checked out (`Draft`). Paths are relative to the root, with forward slashes; `what` names in errors where a path came from.
 */
export interface Files {
  /** The file's bytes, or null where there is none. */
  read(path: string, what?: string): Promise<Buffer | null>
  /** All files under a directory (`.` for the root), sorted; empty where there is none. */
  list(directory: string, what?: string): Promise<string[]>
  /** The change that makes a file hold `content`, or removes it (`null`); null where it does already. */
  change(path: string, content: Buffer | string | null, reason: string): Promise<Change | null>
}

/** How one file is read and written where it is. */
export interface FileAccess {
  readonly read: () => Promise<Buffer | null>
  readonly write: (content: Buffer | null) => void
}

/** The change of one file, as `Files.change` promises it. */
export async function fileChange(
  path: string,
  content: Buffer | string | null,
  reason: string,
  { read, write }: FileAccess,
): Promise<Change | null> {
  const probe = async (): Promise<string | null> => contentDigest(await read())
  const wanted = typeof content === 'string' ? Buffer.from(content) : content
  const [before, after] = [await probe(), contentDigest(wanted)]
  if (before === after) return null
  return {
    action: before === null ? 'create' : after === null ? 'delete' : 'update',
    subject: `file ${path}`,
    before,
    after,
    reason,
    probe,
    act: async () => write(wanted),
  }
}

/** Names content in plans: `sha256:` and twelve digits, enough to tell two states of a file apart. */
export function contentDigest(content: Buffer | null): string | null {
  return content === null ? null : `sha256:${hash('sha256', content).slice(0, 12)}`
}
