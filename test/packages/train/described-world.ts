import type { PublishedRelease, PullRequestSeen, ReleaseWorld } from '../../../packages/train/index.ts'

/** A repository as a test describes it: one line of commits, oldest first, each named by its message. */
export interface DescribedRepository {
  readonly commits?: readonly string[]
  /** Number of commits that a branch or tag holds; the last one is where it stands. */
  readonly branches?: Readonly<Record<string, number>>
  readonly tags?: Readonly<Record<string, number>>
  /** Files by ref; a branch or tag that is not named has those of `main`. */
  readonly files?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly releases?: Readonly<Record<string, PublishedRelease>>
  readonly pullRequests?: readonly PullRequestSeen[]
  readonly announced?: Readonly<Record<string, readonly string[]>>
  /** The ref that CRDs were copied from, by ref. */
  readonly copied?: Readonly<Record<string, string>>
}

export interface DescribedWorld {
  readonly repositories: Readonly<Record<string, DescribedRepository>>
  /** Digests by `image:tag`. */
  readonly digests?: Readonly<Record<string, string>>
}

/** A world that is a value: what planning asks is answered from the description. */
export function describedWorld({ repositories, digests = {} }: DescribedWorld): ReleaseWorld {
  const of = (repository: string): DescribedRepository => repositories[repository] ?? {}
  const filesAt = (repository: string, ref: string): Readonly<Record<string, string>> =>
    of(repository).files?.[ref] ?? of(repository).files?.['main'] ?? {}
  return {
    server: 'https://github.example',
    history(repository) {
      const { commits = [], tags = {} } = of(repository)
      const position = (commit: string): number => Number(commit.slice(1))
      return {
        tags: (prefix) => Promise.resolve(Object.keys(tags).filter((tag) => tag.startsWith(prefix))),
        commitOf: (tag) => Promise.resolve(`c${tags[tag]}`),
        contains: (head, commit) => Promise.resolve(position(commit) <= position(head)),
        since: (ancestor, head) =>
          Promise.resolve(
            commits
              .map((message, index) => ({ sha: `c${index + 1}`, message, parents: 1 }))
              .slice(ancestor === null ? 0 : position(ancestor), position(head)),
          ),
      }
    },
    head(repository, branch) {
      const { commits, branches = { main: commits?.length ?? 0 } } = of(repository)
      const at = commits === undefined ? undefined : branches[branch]
      return Promise.resolve(at === undefined ? null : `c${at}`)
    },
    file: (repository, path, ref) => Promise.resolve(filesAt(repository, ref)[path] ?? null),
    hasDirectory: (repository, path, ref) =>
      Promise.resolve(Object.keys(filesAt(repository, ref)).some((file) => file.startsWith(`${path}/`))),
    published: (repository, tag) => Promise.resolve(of(repository).releases?.[tag] ?? null),
    pullRequests: (repository) => Promise.resolve(of(repository).pullRequests ?? []),
    digest: (image, tag) => Promise.resolve(digests[`${image}:${tag}`] ?? null),
    copiedFrom: (repository, _copy, ref) => Promise.resolve(of(repository).copied?.[ref] ?? null),
    announced: (repository, tag) => Promise.resolve(of(repository).announced?.[tag] ?? []),
  }
}
