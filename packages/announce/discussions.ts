import type { GitHub } from '../github/index.ts'
import { UserError } from '../plan/index.ts'
import { type Announcement, type AskedChannel, digestOf, fingerprint, type Posted } from './channel.ts'

interface Place {
  readonly owner: string
  readonly repo: string
}

/** Discussions of a category that are looked through, newest first. */
const NEWEST = 100

interface Found {
  readonly repository: {
    readonly id: string
    readonly hasDiscussionsEnabled: boolean
    readonly discussionCategories: { readonly nodes: readonly { readonly id: string; readonly name: string }[] }
  }
}

interface Discussion {
  readonly id: string
  readonly url: string
  readonly body: string
  readonly title: string
  readonly createdAt: string
}

/**
 * GitHub Discussions of a repository. The key stands in a mark at the end of the text that is not shown, so a discussion is
 * found again by it.
 *
 * @throws UserError when discussions are off, or there is no such category.
 */
export async function openDiscussions(
  github: Pick<GitHub, 'graphql'>,
  { owner, repo }: Place,
  category: string,
): Promise<AskedChannel> {
  const { repository } = await github.graphql<Found>('discussionCategories', CATEGORIES, { owner, repo })
  const categories = repository.discussionCategories.nodes
  const found = categories.find(({ name }) => name.toLowerCase() === category.toLowerCase())
  if (!repository.hasDiscussionsEnabled) {
    throw new UserError(`Input “discussion-category”: ${owner}/${repo} has no discussions.`, {
      advice: 'Turn them on in the settings of the repository, or leave the input out.',
    })
  }
  if (found === undefined) {
    throw new UserError(`Input “discussion-category”: ${owner}/${repo} has no category “${category}”.`, {
      advice: `There are: ${categories.map(({ name }) => name).join(', ') || 'none'}.`,
    })
  }
  const categoryId = found.id
  return {
    channel: 'discussion',
    name: `discussion in ${found.name}`,
    identity: fingerprint('discussion', `${owner}/${repo} ${found.name}`.toLowerCase()),
    async find({ key }) {
      const answer = await github.graphql<{
        readonly repository: { readonly discussions: { readonly nodes: readonly Discussion[] } }
      }>('discussions', DISCUSSIONS, { owner, repo, categoryId, first: NEWEST })
      // The oldest: whoever looks takes the same one.
      const mine = answer.repository.discussions.nodes.findLast(
        ({ body }) => markIn(body)?.key === encodeURIComponent(key),
      )
      return mine === undefined ? null : posted(mine)
    },
    async post(announcement) {
      const input = { repositoryId: repository.id, categoryId, title: announcement.title, body: textOf(announcement) }
      const { createDiscussion } = await github.graphql<{ readonly createDiscussion: { discussion: Discussion } }>(
        'createDiscussion',
        CREATE,
        { input },
      )
      return posted(createDiscussion.discussion)
    },
    async update(announcement, { id }) {
      const input = { discussionId: id, title: announcement.title, body: textOf(announcement) }
      await github.graphql('updateDiscussion', UPDATE, { input })
    },
  }
}

/** The announcement, and a comment by which it is recognised. */
function textOf(announcement: Announcement): string {
  return `${announcement.body.trimEnd()}\n\n<!-- announcement ${encodeURIComponent(announcement.key)} ${digestOf(announcement)} -->\n`
}

/** The key is %-encoded, so that it cannot end the comment. */
function markIn(body: string): { readonly key: string; readonly digest: string } | null {
  const [, key, digest] = /<!-- announcement (\S+) ([0-9a-f]+) -->\s*$/.exec(body) ?? []
  return key === undefined || digest === undefined ? null : { key, digest }
}

function posted({ id, url, body, createdAt }: Discussion): Posted {
  return { id, url, at: new Date(createdAt).toISOString(), digest: markIn(body)?.digest ?? null }
}

const FIELDS = 'id url title body createdAt'
const CATEGORIES =
  'query ($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { id hasDiscussionsEnabled discussionCategories(first: 100) { nodes { id name } } } }'
const DISCUSSIONS = `query ($owner: String!, $repo: String!, $categoryId: ID!, $first: Int!) { repository(owner: $owner, name: $repo) { discussions(first: $first, categoryId: $categoryId, orderBy: {field: CREATED_AT, direction: DESC}) { nodes { ${FIELDS} } } } }`
const CREATE = `mutation ($input: CreateDiscussionInput!) { createDiscussion(input: $input) { discussion { ${FIELDS} } } }`
const UPDATE = `mutation ($input: UpdateDiscussionInput!) { updateDiscussion(input: $input) { discussion { ${FIELDS} } } }`
