import type { Change } from '../plan/index.ts'
import type { GitHub } from './client.ts'
import { RequestRefused } from './errors.ts'
import { type Issue, issueComments, issueSubject, issueView, labelledIssues } from './issues.ts'
import { createRef } from './refs.ts'
import type { RepositoryName } from './repository.ts'
import { settling } from './settling.ts'
import { textDigest } from './text-digest.ts'

/** How an issue is told from all others. */
export interface IssuePlace {
  readonly repository: RepositoryName
  /** Only who may write to the repository can set it, so nobody else's issue is mistaken for ours. */
  readonly label: string
  /** First line of the body, an HTML comment that nobody sees. */
  readonly mark: string
}

export interface IssueText {
  readonly title: string
  /** Markdown behind the mark. */
  readonly body: string
}

/** What an issue is opened with. */
export interface IssueWish extends IssueText {
  /** Labels beside the one that it is found by. */
  readonly labels: readonly string[]
  readonly assignees: readonly string[]
  /** Name of the ref that is made before it, which succeeds for one of two runs: `refs/nightly-issues/0123abcd/1`. */
  readonly claim: string
  /** Any commit of the repository, for the ref to point at. */
  readonly commit: string
}

/** What to wait for the issue of the run that was faster, in milliseconds, before taking that run for dead. */
const WAITS = [500, 1500, 4000]

/** An issue that is followed while changes are made to it. */
export class FollowedIssue {
  readonly place: IssuePlace
  readonly #github: GitHub
  #seen: Issue | null

  constructor(github: GitHub, place: IssuePlace, seen: Issue | null) {
    this.#github = github
    this.place = place
    this.#seen = seen
  }

  /** As the last look showed it. */
  get seen(): Issue | null {
    return this.#seen
  }

  /** The change that opens it. GitHub knows no lock for issues, so a ref is made first: of two runs at once, one opens it. */
  open(wish: IssueWish, reason: string): Change {
    const { repository, label } = this.place
    return settling(this.#github, {
      action: 'create',
      subject: issueSubject(repository, wish.title),
      before: null,
      after: 'open',
      reason,
      probe: async () => ((await this.#find())?.state === 'open' ? 'open' : null),
      act: async () => {
        if (!(await this.#claim(wish)) && (await this.#appears())) return
        const { owner, repo } = repository
        const { data } = await this.#github.request('POST /repos/{owner}/{repo}/issues', {
          owner,
          repo,
          title: wish.title,
          body: this.#bodyOf(wish),
          labels: [label, ...wish.labels],
          assignees: [...wish.assignees],
        })
        this.#seen = issueView(data)
      },
    })
  }

  /** The change that gives it this title and body; null when it has them. */
  rewrite(text: IssueText, reason: string): Change | null {
    const wanted = { title: text.title, body: this.#bodyOf(text) }
    const [before, after] = [textDigest(this.#seen), textDigest(wanted)]
    if (before === after) return null
    return this.#patch('text', before, after, textDigest, () => wanted, reason)
  }

  /** The change that opens it again, or closes it as what it turned out to be. */
  turn(to: 'open' | 'completed' | 'duplicate', reason: string): Change {
    const after = to === 'open' ? 'open' : 'closed'
    const write = () => (to === 'open' ? { state: 'open' } : { state: 'closed', state_reason: to })
    return this.#patch('state', this.#seen?.state ?? null, after, (issue) => issue?.state ?? null, write, reason)
  }

  /** The change that assigns it to somebody, when it is nobody's; null when it is somebody's. */
  assign(logins: readonly string[], reason: string): Change | null {
    if (logins.length === 0 || (this.#seen?.assignees.length ?? 0) > 0) return null
    const names = (issue: Issue | null): string | null => issue?.assignees.toSorted().join(', ') || null
    const after = [...logins].sort().join(', ')
    return this.#patch('assignees', null, after, names, () => ({ assignees: [...logins] }), reason)
  }

  /**
   * The change that says something below it, once.
   *
   * @param mark first line of the comment, an HTML comment that tells it from all others.
   */
  async comment(mark: string, text: string, reason: string): Promise<Change | null> {
    const { owner, repo } = this.place.repository
    const probe = async (): Promise<string | null> => {
      const comments = await issueComments(this.#github, this.place.repository, this.#number())
      return comments.some(({ body }) => body.startsWith(mark)) ? 'said' : null
    }
    if ((await probe()) !== null) return null
    return settling(this.#github, {
      action: 'create',
      subject: `comment on ${this.#subject()}`,
      before: null,
      after: 'said',
      reason,
      probe,
      act: async () => {
        await this.#github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
          owner,
          repo,
          issue_number: this.#number(),
          body: `${mark}\n${text}`,
        })
      },
    })
  }

  #patch(
    what: string,
    before: string | null,
    after: string | null,
    read: (issue: Issue | null) => string | null,
    write: () => object,
    reason: string,
  ): Change {
    const { owner, repo } = this.place.repository
    return settling(this.#github, {
      action: 'update',
      subject: `${what} of ${this.#subject()}`,
      before,
      after,
      reason,
      probe: async () => read(await this.#look()),
      act: async () => {
        const asked = { owner, repo, issue_number: this.#number(), ...write() }
        const { data } = await this.#github.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', asked)
        this.#seen = issueView(data)
      },
    })
  }

  async #claim({ claim, commit }: IssueWish): Promise<boolean> {
    try {
      await createRef(this.#github, this.place.repository, claim, commit)
      return true
    } catch (error) {
      if (error instanceof RequestRefused && /already exists/i.test(error.message)) return false
      throw error
    }
  }

  /** Whether the run that was faster opens it, in the time that this takes. */
  async #appears(): Promise<boolean> {
    for (const wait of WAITS) {
      if ((await this.#find())?.state === 'open') return true
      await this.#github.sleep(wait)
    }
    return (await this.#find())?.state === 'open'
  }

  async #look(): Promise<Issue | null> {
    const { owner, repo } = this.place.repository
    if (this.#seen === null) return this.#find()
    const issue_number = this.#seen.number
    const { data } = await this.#github.request('GET /repos/{owner}/{repo}/issues/{issue_number}', {
      owner,
      repo,
      issue_number,
    })
    this.#seen = issueView(data)
    return this.#seen
  }

  /** The first that is open with this mark. */
  async #find(): Promise<Issue | null> {
    if (this.#seen?.state === 'open') return this.#look()
    const all = await labelledIssues(this.#github, this.place.repository, this.place.label)
    const open = all.find(({ state, body }) => state === 'open' && firstLine(body) === this.place.mark)
    if (open !== undefined) this.#seen = open
    return open ?? null
  }

  #bodyOf({ body }: IssueText): string {
    return `${this.place.mark}\n${body.trimEnd()}`
  }

  #number(): number {
    if (this.#seen === null) throw new Error(`${this.place.mark} was to be changed before it was opened`)
    return this.#seen.number
  }

  #subject(): string {
    return `issue #${this.#number()} of ${this.place.repository.owner}/${this.place.repository.repo}`
  }
}

export function firstLine(text: string): string {
  return text.split(/\r?\n/, 1)[0] ?? ''
}
