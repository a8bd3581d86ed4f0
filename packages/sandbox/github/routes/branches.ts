import { notFound, paginate, ApiError } from '../http.ts'
import { type InRepository, param, reading, type Route } from '../router.ts'
import { commitView } from '../views/commit.ts'

export const branchRoutes: readonly Route[] = [
  reading('/branches', async (call) => {
    const wanted = call.request.query.get('protected')
    const branches = call.repository.refs
      .list('refs/heads/')
      .map(({ name, oid }) => ({ name: name.slice('refs/heads/'.length), oid }))
      .filter(({ name }) => wanted === null || String(isProtected(call, name)) === wanted)
    const { items, headers } = paginate(call.request, call.links.origin, branches)
    const api = call.links.api(`/repos/${call.repository.fullName}`)
    return {
      status: 200,
      headers,
      body: items.map(({ name, oid }) => ({
        name,
        commit: { sha: oid, url: `${api}/commits/${oid}` },
        protected: isProtected(call, name),
      })),
    }
  }),

  reading('/branches/{branch...}', async (call) => {
    const { links, repository } = call
    const name = param(call, 'branch')
    const sha = repository.branch(name)
    if (sha === undefined) throw new ApiError(404, 'Branch not found')
    const commit = await repository.objects.commit(sha)
    if (commit === undefined) throw notFound()
    const api = links.api(`/repos/${repository.fullName}/branches/${encodeURIComponent(name)}`)
    const protectedBranch = isProtected(call, name)
    const contexts = repository.state.protection[name]?.requiredChecks ?? []
    return {
      status: 200,
      body: {
        name,
        commit: commitView(links, repository, sha, commit),
        _links: { self: api, html: links.html(`/${repository.fullName}/tree/${name}`) },
        protected: protectedBranch,
        protection: {
          enabled: protectedBranch,
          required_status_checks: {
            enforcement_level: contexts.length > 0 ? 'everyone' : 'off',
            contexts,
            checks: contexts.map((context) => ({ context, app_id: null })),
          },
        },
        protection_url: `${api}/protection`,
      },
    }
  }),

  reading('/rules/branches/{branch...}', async (call) => {
    const { requiredChecks = [], mergeQueue = false } = call.repository.state.protection[param(call, 'branch')] ?? {}
    const of = { ruleset_source_type: 'Repository', ruleset_source: call.repository.fullName, ruleset_id: 1 }
    return {
      status: 200,
      body: [
        ...(requiredChecks.length === 0
          ? []
          : [
              {
                type: 'required_status_checks',
                parameters: {
                  required_status_checks: requiredChecks.map((context) => ({ context })),
                  strict_required_status_checks_policy: false,
                },
                ...of,
              },
            ]),
        ...(mergeQueue ? [{ type: 'merge_queue', ...of }] : []),
      ],
    }
  }),

  reading('/tags', async ({ request, links, repository }) => {
    const api = links.api(`/repos/${repository.fullName}`)
    // GitHub lists tags by name, the last first.
    const tags = repository.refs.list('refs/tags/').reverse()
    const { items, headers } = paginate(request, links.origin, tags)
    const body = []
    for (const { name, oid } of items) {
      const short = name.slice('refs/tags/'.length)
      const sha = (await repository.objects.peel(oid)) ?? oid
      body.push({
        name: short,
        zipball_url: `${api}/zipball/${name}`,
        tarball_url: `${api}/tarball/${name}`,
        commit: { sha, url: `${api}/commits/${sha}` },
        node_id: `REF_${repository.state.id}_${Buffer.from(name).toString('base64url')}`,
      })
    }
    return { status: 200, headers, body }
  }),
]

function isProtected({ repository }: InRepository, name: string): boolean {
  return repository.state.protection[name] !== undefined
}
