import { writeTime } from '../github.ts'
import type { Tag } from '../git/object.ts'
import type { Ref } from '../git/refs.ts'
import type { Links } from '../links.ts'
import type { Repository } from '../repository.ts'

/** OpenAPI `git-ref`. */
export async function refView(links: Links, repository: Repository, { name, oid }: Ref) {
  const object = await repository.objects.read(oid)
  const type = object?.type ?? 'commit'
  const git = links.api(`/repos/${repository.fullName}/git`)
  return {
    ref: name,
    node_id: refNodeId(repository, name),
    url: `${git}/${name}`,
    object: { type, sha: oid, url: `${git}/${type}s/${oid}` },
  }
}

export function refNodeId(repository: Repository, name: string): string {
  return `REF_${repository.state.id}_${Buffer.from(name).toString('base64url')}`
}

/** OpenAPI `git-tag`. A tag made through the API is never signed. */
export function tagView(links: Links, repository: Repository, sha: string, tag: Tag) {
  const git = links.api(`/repos/${repository.fullName}/git`)
  const { name = '', email = '', date = new Date(0) } = tag.tagger ?? {}
  return {
    node_id: `TA_${repository.state.id}_${sha}`,
    sha,
    url: `${git}/tags/${sha}`,
    tag: tag.name,
    message: tag.message.trimEnd(),
    tagger: { name, email, date: writeTime(date) },
    object: { type: tag.type, sha: tag.object, url: `${git}/${tag.type}s/${tag.object}` },
    verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
  }
}
