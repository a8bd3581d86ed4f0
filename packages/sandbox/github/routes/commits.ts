import type { SandboxRequest, SandboxResponse } from '../../exchange.ts'
import { compareCommits, walk } from '../git/history.ts'
import type { Commit } from '../git/object.ts'
import { findEntry } from '../git/tree.ts'
import { ApiError, notFound, paginate } from '../http.ts'
import { copyCommits } from '../network.ts'
import { settleAutoMerges } from '../merging.ts'
import { headRepository } from '../pulls.ts'
import type { Repository } from '../repository.ts'
import { type InRepository, param, reading, type Route, writing } from '../router.ts'
import type { StatusState } from '../state.ts'
import { checkRunView, statusView } from '../views/actions.ts'
import { commitView, filesBetween } from '../views/commit.ts'
import { range, simplePull } from '../views/pull.ts'
import { minimalRepository } from '../views/repository.ts'

export const commitRoutes: readonly Route[] = [
  reading('/commits', async ({ request, links, repository }) => {
    if (repository.refs.list('refs/heads/').length === 0) throw new ApiError(409, 'Git Repository is empty.')
    const start = await repository.resolveCommit(request.query.get('sha') ?? 'HEAD')
    if (start === undefined) throw notFound()
    const listed: { oid: string; commit: Commit }[] = []
    for await (const entry of walk(repository.objects, start)) {
      if (await wanted(repository, request, entry.commit)) listed.push(entry)
    }
    const { items, headers } = paginate(request, links.origin, listed)
    return { status: 200, headers, body: items.map(({ oid, commit }) => commitView(links, repository, oid, commit)) }
  }),

  reading('/commits/{sha}/pulls', async (call) => {
    const { github, request, links, repository } = call
    const sha = await commitOf(call, param(call, 'sha'))
    const found = []
    for (const issue of repository.pulls()) {
      const { commits } = await range(repository, issue)
      if (issue.pull.merged?.sha === sha || commits.includes(sha)) found.push(issue)
    }
    const { items, headers } = paginate(request, links.origin, found)
    return { status: 200, headers, body: items.map((issue) => simplePull(github, links, repository, issue)) }
  }),

  reading('/commits/{ref...}/check-runs', async (call) => {
    const { request, links, repository } = call
    const sha = await commitOf(call, param(call, 'ref'))
    const name = request.query.get('check_name')
    const runs = repository
      .checksOf(sha)
      .map((check, index) => checkRunView(links, repository, sha, index, check))
      .filter((run) => name === null || run.name === name)
    const { items, headers } = paginate(request, links.origin, runs)
    return { status: 200, headers, body: { total_count: runs.length, check_runs: items } }
  }),

  reading('/commits/{ref...}/status', async (call) => {
    const { links, repository } = call
    const sha = await commitOf(call, param(call, 'ref'))
    const newest = [...new Map(statusesOf(repository, sha).map((status) => [status.context, status])).values()]
    const url = links.api(`/repos/${repository.fullName}/commits/${sha}`)
    return {
      status: 200,
      body: {
        state: combined(newest),
        statuses: newest.map((status) => statusView(links, repository, status)),
        sha,
        total_count: newest.length,
        repository: minimalRepository(links, repository),
        commit_url: url,
        url: `${url}/status`,
      },
    }
  }),

  reading('/commits/{ref...}/statuses', async (call) => {
    const { request, links, repository } = call
    const statuses = statusesOf(repository, await commitOf(call, param(call, 'ref'))).reverse()
    const { items, headers } = paginate(request, links.origin, statuses)
    return { status: 200, headers, body: items.map((status) => statusView(links, repository, status)) }
  }),

  writing('POST', '/statuses/{sha}', async (call) => {
    const { github, links, repository, body, login } = call
    const sha = await commitOf(call, param(call, 'sha'))
    const state = body.string('state')
    if (state !== 'error' && state !== 'failure' && state !== 'pending' && state !== 'success') {
      throw new ApiError(422, `Invalid request.\n\nNo subschema in "anyOf" matched: state ${state}`)
    }
    const status: StatusState = {
      id: repository.nextId(),
      sha,
      state,
      context: body.optionalString('context') ?? 'default',
      description: body.optionalString('description') ?? null,
      targetUrl: body.optionalString('target_url') ?? null,
      creator: login,
      createdAt: github.now(),
    }
    repository.state.statuses.push(status)
    repository.save()
    github.record(repository, `create status ${status.context} ${state}`)
    await settleAutoMerges(github, repository)
    return { status: 201, body: statusView(links, repository, status) }
  }),

  reading('/commits/{ref...}', async (call) => {
    const { request, links, repository } = call
    const ref = param(call, 'ref')
    const sha = await commitOf(call, ref)
    if (/\bapplication\/vnd\.github\.(?:v3\.)?sha\b/.test(request.headers.accept ?? '')) {
      return { status: 200, headers: { 'content-type': 'application/vnd.github.sha; charset=utf-8' }, body: sha }
    }
    const commit = await repository.objects.commit(sha)
    if (commit === undefined) throw notFound()
    const files = await filesBetween(links, repository, commit.parents[0], sha)
    const sum = (of: 'additions' | 'deletions'): number => files.reduce((total, file) => total + file[of], 0)
    const stats = {
      additions: sum('additions'),
      deletions: sum('deletions'),
      total: sum('additions') + sum('deletions'),
    }
    return { status: 200, body: { ...commitView(links, repository, sha, commit), stats, files } }
  }),

  reading('/compare/{range...}', compare),
]

async function compare(call: InRepository): Promise<SandboxResponse> {
  const { request, links, repository } = call
  const [baseName = '', headName] = param(call, 'range').split('...')
  if (headName === undefined) throw notFound()
  const base = await sideOf(call, baseName)
  const head = await sideOf(call, headName)
  const { mergeBase, ahead, behind } = await compareCommits(repository.objects, base, head)
  if (mergeBase === undefined) throw new ApiError(404, `No common ancestor between ${baseName} and ${headName}.`)

  const { items, headers, page } = paginate(request, links.origin, ahead, 250)
  const view = async (sha: string) => {
    const commit = await repository.objects.commit(sha)
    if (commit === undefined) throw notFound()
    return commitView(links, repository, sha, commit)
  }
  const path = `/${repository.fullName}/compare/${baseName}...${headName}`
  const status =
    ahead.length === 0 ? (behind.length === 0 ? 'identical' : 'behind') : behind.length === 0 ? 'ahead' : 'diverged'
  return {
    status: 200,
    headers,
    body: {
      url: links.api(`/repos${path}`),
      html_url: links.html(path),
      permalink_url: links.html(`/${repository.fullName}/compare/${base}...${head}`),
      diff_url: links.html(`${path}.diff`),
      patch_url: links.html(`${path}.patch`),
      base_commit: await view(base),
      merge_base_commit: await view(mergeBase),
      status,
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      commits: await Promise.all(items.map(view)),
      // GitHub sends the files with the first page only.
      ...(page === 1 ? { files: await filesBetween(links, repository, mergeBase, head) } : {}),
    },
  }
}

/** One side of a comparison, which may be `owner:branch` of a fork. */
async function sideOf({ github, repository }: InRepository, name: string): Promise<string> {
  const { repository: from, ref } = headRepository(github, repository, name)
  const sha = await from?.resolveCommit(ref)
  if (from === undefined || sha === undefined) throw notFound()
  await copyCommits(from, repository, sha)
  return sha
}

async function commitOf({ repository }: InRepository, name: string): Promise<string> {
  const sha = await repository.resolveCommit(name)
  if (sha === undefined) throw new ApiError(422, `No commit found for SHA: ${name}`)
  return sha
}

/** The filters of a list of commits. */
async function wanted(repository: Repository, { query }: SandboxRequest, commit: Commit): Promise<boolean> {
  const [since, until, path, author] = ['since', 'until', 'path', 'author'].map((name) => query.get(name))
  const time = commit.committer.date.getTime()
  if (since !== null && since !== undefined && time < Date.parse(since)) return false
  if (until !== null && until !== undefined && time > Date.parse(until)) return false
  if (author !== null && author !== undefined && commit.author.name !== author && commit.author.email !== author)
    return false
  if (path === null || path === undefined) return true
  const now = (await findEntry(repository.objects, commit.tree, path))?.oid
  for (const parent of commit.parents) {
    const tree = (await repository.objects.commit(parent))?.tree
    if (tree !== undefined && (await findEntry(repository.objects, tree, path))?.oid === now) return false
  }
  return commit.parents.length > 0 || now !== undefined
}

function statusesOf(repository: Repository, sha: string): StatusState[] {
  return repository.state.statuses.filter((status) => status.sha === sha)
}

function combined(statuses: readonly StatusState[]): string {
  if (statuses.some(({ state }) => state === 'error' || state === 'failure')) return 'failure'
  return statuses.length > 0 && statuses.every(({ state }) => state === 'success') ? 'success' : 'pending'
}
