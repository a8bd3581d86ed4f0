import { UserError } from '../plan/index.ts'
import type { GitHub } from './client.ts'

/** A repository as requests name it. */
export interface RepositoryName {
  readonly owner: string
  readonly repo: string
}

export interface Repository extends RepositoryName {
  readonly defaultBranch: string
  /** Its page, without a slash at its end. */
  readonly url: string
  /** What it is a fork of, as `owner/name`. */
  readonly parent: string | null
  readonly mergeMethods: ReadonlySet<MergeMethod>
  /** Whether the token may push; null where GitHub does not say. */
  readonly mayPush: boolean | null
}

export type MergeMethod = 'merge' | 'squash' | 'rebase'

/** @throws UserError naming `what` when the text is no `owner/name`. */
export function parseRepository(text: string, what: string): RepositoryName {
  const match = /^([A-Za-z0-9](?:[A-Za-z0-9-]{0,38})?)\/([\w.-]{1,100})$/.exec(text.trim())
  const [, owner, repo] = match ?? []
  if (owner === undefined || repo === undefined || repo === '.' || repo === '..') {
    throw new UserError(`${what}: “${text.trim()}” is no repository.`, {
      advice: 'Write OWNER/NAME, for example “project-codeflare/codeflare-operator”.',
    })
  }
  return { owner, repo }
}

/** `owner/name` */
export function fullName({ owner, repo }: RepositoryName): string {
  return `${owner}/${repo}`
}

/** @throws RequestRefused when there is none that the token may see. */
export async function getRepository(github: GitHub, { owner, repo }: RepositoryName): Promise<Repository> {
  const { data } = await github.request('GET /repos/{owner}/{repo}', { owner, repo })
  const allowed: Record<MergeMethod, boolean | undefined> = {
    merge: data.allow_merge_commit,
    squash: data.allow_squash_merge,
    rebase: data.allow_rebase_merge,
  }
  const methods: MergeMethod[] = ['merge', 'squash', 'rebase']
  return {
    owner: data.owner.login,
    repo: data.name,
    defaultBranch: data.default_branch,
    url: data.html_url.replace(/\/+$/, ''),
    parent: data.parent?.full_name ?? null,
    // A token without write access is not told; then all of them may be allowed.
    mayPush: data.permissions?.push ?? null,
    mergeMethods: new Set(methods.filter((method) => allowed[method] !== false)),
  }
}
