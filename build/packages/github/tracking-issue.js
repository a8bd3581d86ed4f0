import { contentDigest, UserError } from '../plan/index.js'
import { orAbsent } from './client.js'
import { fullName } from './repository.js'
import { settling } from './settling.js'
/** Pages of a hundred comments that are searched for ours. */
const PAGES = 10
/**
 * The changes that bring the comment to this text: none where it has it. The comment is found by a mark that is not shown, so
 * whoever runs, there is one.
 *
 * @throws UserError when there is no such issue.
 */
export async function planTracking(github, repository, { issue, key, title, body }, reason) {
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
async function findIssue(github, { owner, repo }, mark) {
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
async function checkIssue(github, repository, issue_number) {
  const found = await orAbsent(
    github.request('GET /repos/{owner}/{repo}/issues/{issue_number}', { ...repository, issue_number }),
  )
  if (found !== null) return
  throw new UserError(`Input “tracking-issue”: ${fullName(repository)} has no issue #${issue_number}.`, {
    advice: 'Give its number, or “auto” to have one opened. The token needs “issues: write”.',
  })
}
async function findComment(github, { owner, repo }, issue_number, mark) {
  const comments = await github.pages(
    (page) =>
      github.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        owner,
        repo,
        issue_number,
        per_page: 100,
        page,
      }),
    PAGES,
  )
  const found = comments.find(({ body }) => (body ?? '').startsWith(mark))
  return found === undefined ? null : { id: Number(found.id), body: found.body ?? '' }
}
/** GitHub keeps the line ends that a browser sends, and drops empty lines at the end. */
function digestOf(body) {
  return body === null ? null : contentDigest(Buffer.from(body.replaceAll('\r\n', '\n').trimEnd()))
}
