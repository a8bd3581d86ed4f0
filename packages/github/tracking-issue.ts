import { type Change, contentDigest, UserError } from '../plan/index.ts'
import { type GitHub, orAbsent } from './client.ts'
import { issueComments } from './issues.ts'
import { fullName, type RepositoryName } from './repository.ts'
import { settling } from './settling.ts'

/** A comment that is kept up to date on one issue. */
export interface Tracking {
  /** A number, or `auto` for the issue that carries the key, which is opened where there is none. */
  readonly issue: number | 'auto'
  /** Names what is tracked, for ever: issue and comment are found again by it. Letters, digits and `.@/_-`. */
  readonly key: string
  /** Of an issue that has to be opened. */
  readonly title: string
  /** Markdown, at most 65,000 characters. */
  readonly body: string
}

/** Pages of a hundred comments that are searched for ours. */
const PAGES = 10

/**
 * The changes that bring the comment to this text: none where it has it. The comment is found by a mark that is not shown, so
 * whoever runs, there is one.
 *
 * @throws UserError when there is no such issue.
 */
export async function planTracking(
  github: GitHub,
  repository: RepositoryName,
  { issue, key, title, body }: Tracking,
  reason: string,
): Promise<Change[]> {
  const { owner, repo } = repository
  const mark = `<!-- codeflare-actions: ${key} -->`
  let number = issue === 'auto' ? await findIssue(github, repository, mark) : issue
  if (issue !== 'auto') await checkIssue(github, repository, issue)
  const open = settling(github, {
    action: 'create',
    subject: `tracking issue “${title}” of ${fullName(repository)}`,
    before: null,
    after: 'open',
    reason,
    probe: async () => {
      number = await findIssue(github, repository, mark)
      return number === null ? null : 'open'
    },
    act: async () => {
      const text = `${mark}\nWhere this release stands is in the first comment, which is kept up to date.\n`
      await github.request('POST /repos/{owner}/{repo}/issues', { owner, repo, title, body: text })
    },
  })
  const wanted = `${mark}\n${body}`
  let known = number === null ? null : await findComment(github, repository, number, mark)
  const [before, after] = [digestOf(known?.body ?? null), digestOf(wanted)]
  const write = settling(github, {
    action: before === null ? 'create' : 'update',
    subject: `comment on ${number === null ? 'the tracking issue' : `issue #${number}`} of ${fullName(repository)}`,
    before,
    after,
    reason,
    probe: async () => {
      known = number === null ? null : await findComment(github, repository, number, mark)
      return digestOf(known?.body ?? null)
    },
    act: async () => {
      if (known !== null) {
        const place = { owner, repo, comment_id: known.id }
        await github.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...place, body: wanted })
        return
      }
      if (number === null) throw new Error('the comment was to be written before its issue was opened')
      const place = { owner, repo, issue_number: number }
      await github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...place, body: wanted })
    },
  })
  return [...(number === null ? [open] : []), ...(before === after ? [] : [write])]
}

/** The oldest of the newest hundred issues that carry the mark, open or closed: whoever looks takes the same one. */
async function findIssue(github: GitHub, { owner, repo }: RepositoryName, mark: string): Promise<number | null> {
  const { data } = await github.request('GET /repos/{owner}/{repo}/issues', {
    owner,
    repo,
    state: 'all',
    sort: 'created',
    direction: 'desc',
    per_page: 100,
  })
  return data.findLast(({ body }) => (body ?? '').startsWith(mark))?.number ?? null
}

async function checkIssue(github: GitHub, repository: RepositoryName, issue_number: number): Promise<void> {
  const found = await orAbsent(
    github.request('GET /repos/{owner}/{repo}/issues/{issue_number}', { ...repository, issue_number }),
  )
  if (found !== null) return
  throw new UserError(`Input “tracking-issue”: ${fullName(repository)} has no issue #${issue_number}.`, {
    advice: 'Give its number, or “auto” to have one opened. The token needs “issues: write”.',
  })
}

async function findComment(github: GitHub, place: RepositoryName, issue_number: number, mark: string) {
  const comments = await issueComments(github, place, issue_number, PAGES)
  return comments.find(({ body }) => body.startsWith(mark)) ?? null
}

/** GitHub keeps the line ends that a browser sends, and drops empty lines at the end. */
function digestOf(body: string | null): string | null {
  return body === null ? null : contentDigest(Buffer.from(body.replaceAll('\r\n', '\n').trimEnd()))
}
