import type { Change } from '../plan/index.ts'
import type { GitHub } from './client.ts'
import { findPull, type PullPlace, type PullRequest, pullSubject } from './pulls.ts'
import { settling } from './settling.ts'
import { textDigest } from './text-digest.ts'

export interface PullText {
  readonly title: string
  readonly body: string
}

/** A pull request that is followed while changes are made to it. */
export class FollowedPull {
  readonly place: PullPlace
  readonly #github: GitHub
  #seen: PullRequest | null

  private constructor(github: GitHub, place: PullPlace, seen: PullRequest | null) {
    this.#github = github
    this.place = place
    this.#seen = seen
  }

  static async find(github: GitHub, place: PullPlace): Promise<FollowedPull> {
    return new FollowedPull(github, place, await findPull(github, place))
  }

  /** As the last look showed it. */
  get seen(): PullRequest | null {
    return this.#seen
  }

  /** Looks at it again. */
  async look(): Promise<PullRequest | null> {
    this.#seen = await findPull(this.#github, this.place)
    return this.#seen
  }

  /** The change that opens it. One that is closed or merged does not count: this is another one between the same branches. */
  open(text: PullText & { readonly draft: boolean }, reason: string): Change {
    const { repository, base, headOwner, branch } = this.place
    const { owner, repo } = repository
    const former = this.#seen?.number
    return settling(this.#github, {
      action: 'create',
      subject: pullSubject(this.place),
      before: null,
      after: 'open',
      reason,
      probe: async () => {
        const found = await this.look()
        return found === null || found.number === former ? null : 'open'
      },
      act: async () => {
        await this.#github.request('POST /repos/{owner}/{repo}/pulls', {
          owner,
          repo,
          base,
          head: headOwner === owner ? branch : `${headOwner}:${branch}`,
          title: text.title,
          body: text.body,
          draft: text.draft,
          maintainer_can_modify: true,
        })
      },
    })
  }

  /** The change that gives it this title and body; null when it has them. */
  retitle(text: PullText, reason: string): Change | null {
    const { owner, repo } = this.place.repository
    const [before, after] = [textDigest(this.#seen), textDigest(text)]
    if (before === after) return null
    return settling(this.#github, {
      action: 'update',
      subject: `text of ${pullSubject(this.place)}`,
      before,
      after,
      reason,
      probe: async () => textDigest(await this.look()),
      act: async () => {
        const pull_number = await this.#number()
        const { title, body } = text
        await this.#github.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
          owner,
          repo,
          pull_number,
          title,
          body,
        })
      },
    })
  }

  /** The change that puts labels on it, besides those that it has; null when it has them all. */
  label(labels: readonly string[], reason: string): Change | null {
    const { owner, repo } = this.place.repository
    const add = async (missing: string[]): Promise<void> => {
      const issue_number = await this.#number()
      await this.#github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', {
        owner,
        repo,
        issue_number,
        labels: missing,
      })
    }
    return this.#grow('labels', labels, (pull) => pull.labels, add, reason)
  }

  /** The change that asks for reviews, besides those asked for already; null when all are asked for or have reviewed. */
  async requestReviews(reviewers: readonly string[], reason: string): Promise<Change | null> {
    const { owner, repo } = this.place.repository
    const number = this.#seen?.state === 'open' ? this.#seen.number : null
    const reviewed = number === null || reviewers.length === 0 ? new Set<string>() : await this.#reviewed(number)
    const wanted = reviewers.filter((reviewer) => !reviewed.has(reviewer.toLowerCase()))
    const add = async (missing: string[]): Promise<void> => {
      const pull_number = await this.#number()
      await this.#github.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers', {
        owner,
        repo,
        pull_number,
        reviewers: missing.filter((name) => !name.includes('/')),
        team_reviewers: missing.flatMap((name) => name.split('/')[1] ?? []),
      })
    }
    return this.#grow('reviewers', wanted, (pull) => pull.reviewers, add, reason)
  }

  #grow(
    what: string,
    wanted: readonly string[],
    has: (pull: PullRequest) => readonly string[],
    add: (missing: string[]) => Promise<void>,
    reason: string,
  ): Change | null {
    const present = (pull: PullRequest | null): string | null => {
      const names = new Set((pull === null ? [] : has(pull)).map((name) => name.toLowerCase()))
      const found = wanted.filter((name) => names.has(name.toLowerCase()))
      return found.length === 0 ? null : found.join(', ')
    }
    const open = this.#seen?.state === 'open' ? this.#seen : null
    const [before, after] = [present(open), wanted.length === 0 ? null : wanted.join(', ')]
    if (before === after) return null
    return settling(this.#github, {
      action: 'update',
      subject: `${what} of ${pullSubject(this.place)}`,
      before,
      after,
      reason,
      probe: async () => present(await this.look()),
      act: async () => {
        const found = present(this.#seen)?.split(', ') ?? []
        await add(wanted.filter((name) => !found.includes(name)))
      },
    })
  }

  async #reviewed(pull_number: number): Promise<Set<string>> {
    const { owner, repo } = this.place.repository
    const reviews = await this.#github.pages((page) =>
      this.#github.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
        owner,
        repo,
        pull_number,
        per_page: 100,
        page,
      }),
    )
    return new Set(reviews.flatMap(({ user }) => (user === null ? [] : [user.login.toLowerCase()])))
  }

  async #number(): Promise<number> {
    const found = this.#seen ?? (await this.look())
    if (found === null) throw new Error(`${pullSubject(this.place)} was to be changed before it was opened`)
    return found.number
  }
}
