import type { History } from '../versions/index.ts'
import type { Day } from './calendar.ts'
import type { CrdCopy } from './train.ts'

/** What planning a release asks of the world; it never writes. Repositories are `OWNER/NAME`. */
export interface ReleaseWorld {
  /** Where people look: `https://github.com`, without a slash at its end. */
  readonly server: string
  history(repository: string): History
  /** The commit at a branch; null where there is no such branch, or no such repository. */
  head(repository: string, branch: string): Promise<string | null>
  /** The text of a file at a branch, tag or commit; null where there is none. */
  file(repository: string, path: string, ref: string): Promise<string | null>
  hasDirectory(repository: string, path: string, ref: string): Promise<boolean>
  /** The published release of a tag; null for none. */
  published(repository: string, tag: string): Promise<PublishedRelease | null>
  /** The newest pull requests of a repository, whatever their state. */
  pullRequests(repository: string): Promise<readonly PullRequestSeen[]>
  /** The digest behind a tag of an image; null where there is none. */
  digest(image: string, tag: string): Promise<string | null>
  /** The ref that CRDs in a repository were copied from; null when nothing says. */
  copiedFrom(repository: string, copy: CrdCopy, ref: string): Promise<string | null>
  /** The channels to which the announcement of a tag is known to have been delivered. */
  announced(repository: string, tag: string): Promise<readonly string[]>
}

export interface PublishedRelease {
  readonly url: string
  readonly publishedOn: Day
  readonly notes: string
}

export interface PullRequestSeen {
  readonly title: string
  readonly branch: string
  readonly url: string
  readonly state: 'open' | 'merged' | 'closed'
}
