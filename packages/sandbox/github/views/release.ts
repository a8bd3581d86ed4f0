import { createHash } from 'node:crypto'
import type { Links } from '../links.ts'
import type { Repository } from '../repository.ts'
import type { ReleaseState } from '../state.ts'
import { simpleUser } from './user.ts'

/** OpenAPI `release`. A draft has an address of its own, because its tag may not exist. */
export function releaseView(links: Links, repository: Repository, release: ReleaseState) {
  const api = links.api(`/repos/${repository.fullName}`)
  const url = `${api}/releases/${release.id}`
  const untagged = createHash('sha1').update(String(release.id)).digest('hex').slice(0, 20)
  const page = release.draft ? `untagged-${untagged}` : encodeURIComponent(release.tag)
  return {
    url,
    assets_url: `${url}/assets`,
    upload_url: `${url}/assets{?name,label}`,
    html_url: links.html(`/${repository.fullName}/releases/tag/${page}`),
    id: release.id,
    author: simpleUser(links, release.author),
    node_id: `RE_${release.id}`,
    tag_name: release.tag,
    target_commitish: release.target,
    name: release.name,
    draft: release.draft,
    immutable: release.immutable,
    prerelease: release.prerelease,
    created_at: release.createdAt,
    updated_at: release.publishedAt ?? release.createdAt,
    published_at: release.publishedAt,
    assets: [],
    tarball_url: release.draft ? null : `${api}/tarball/${encodeURIComponent(release.tag)}`,
    zipball_url: release.draft ? null : `${api}/zipball/${encodeURIComponent(release.tag)}`,
    body: release.body,
  }
}
