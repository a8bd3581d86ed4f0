import { join } from 'node:path'
import { readState, writeState } from '../durable.ts'
import type { Ledger } from '../ledger.ts'
import type { Handler } from '../exchange.ts'
import { registryHandler } from './handler.ts'
import type { Artifact } from './images.ts'
import type { RegistryPolicy } from './policy.ts'
import { Store } from './store.ts'

/** One registry host of the world. */
export interface Registry {
  /** `quay.io`. */
  readonly host: string
  /** `http://127.0.0.1:PORT`. */
  readonly url: string
  /** Puts an artifact and points the tags at it, without HTTP and without counting a write; gives its digest. */
  push(repository: string, tags: readonly string[], artifact: Artifact): string
  repositories(): readonly string[]
  /** The tags of a repository in order; none when there is no such repository. */
  tags(repository: string): readonly string[]
  /** The digest behind a tag. */
  digest(repository: string, tag: string): string | undefined
  /** The exact bytes of a manifest that the repository holds, by tag or digest. */
  manifest(repository: string, reference: string): Buffer | undefined
  /** Changes how the registry behaves from now on; kept with the world. */
  configure(policy: RegistryPolicy): void
  /** Digests by tag, by repository. */
  readonly snapshot: () => Readonly<Record<string, RepositorySnapshot>>
}

export interface RepositorySnapshot {
  readonly tags: Readonly<Record<string, string>>
  /** All manifests, so that orphans and referrers count too. */
  readonly manifests: readonly string[]
}

/** The registry without its server: what the world mounts on a port. */
export function openRegistry(options: {
  readonly host: string
  readonly directory: string
  readonly ledger: Ledger
}): Omit<Registry, 'url'> & { readonly handler: Handler } {
  const store = new Store(options.directory)
  const policyFile = join(options.directory, 'policy.json')
  let policy = readState<RegistryPolicy>(policyFile, {})
  return {
    host: options.host,
    handler: registryHandler({ ...options, store, policy: () => policy }),
    push(repository, tags, artifact) {
      store.seed(repository, artifact, tags)
      return artifact.digest
    },
    repositories: () => store.names(),
    tags: (repository) => Object.keys(store.repository(repository)?.tags ?? {}).sort(),
    digest: (repository, tag) => store.repository(repository)?.tags[tag],
    manifest(repository, reference) {
      const state = store.repository(repository)
      const digest = state?.tags[reference] ?? reference
      return state?.manifests[digest] === undefined ? undefined : store.content(digest)
    },
    configure(next) {
      writeState(policyFile, next)
      policy = next
    },
    snapshot: () =>
      Object.fromEntries(
        store.names().map((name) => {
          const { tags = {}, manifests = {} } = store.repository(name) ?? {}
          const sorted = Object.entries(tags).sort(([left], [right]) => (left < right ? -1 : 1))
          return [name, { tags: Object.fromEntries(sorted), manifests: Object.keys(manifests).sort() }]
        }),
      ),
  }
}
