import { ServiceError, UserError } from '../plan/index.js'
import { RequestRefused } from './errors.js'
import { pullSubject } from './pulls.js'
import { settling } from './settling.js'
/**
 * The change that lets GitHub merge a pull request as soon as its requirements are met; null when it is so already.
 * GitHub refuses that for one that could be merged at once: then it is merged at once, at the head that was seen.
 */
export function autoMerge(github, pull, method, reason) {
  const state = (seen) => (seen?.state === 'merged' ? method : (seen?.autoMerge ?? null))
  // One that is merged or closed is history: another one is opened between the same branches.
  const before = state(pull.seen?.state === 'open' ? pull.seen : null)
  if (before === method) return null
  return settling(github, {
    action: 'merge',
    subject: pullSubject(pull.place),
    before,
    after: method,
    reason,
    probe: async () => state(await pull.look()),
    act: async () => {
      const seen = pull.seen ?? (await pull.look())
      if (seen === null) throw new Error(`${pullSubject(pull.place)} was to be merged before it was opened`)
      const mergeable = await whenJudged(github, pull, seen.number)
      if (mergeable === 'dirty') throw conflicting(pull, seen)
      if (mergeable === 'clean' || mergeable === 'has_hooks') await merge(github, pull, seen, method)
      else await enable(github, pull, seen, method)
    },
  })
}
/** GitHub works out in the background whether a pull request can be merged; until then it says `unknown`. */
async function whenJudged(github, { place }, number) {
  const { owner, repo } = place.repository
  for (let attempt = 1; ; attempt += 1) {
    const { data } = await github.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
      owner,
      repo,
      pull_number: number,
    })
    if (data.mergeable_state !== 'unknown' || attempt === 6) return data.mergeable_state
    await github.sleep(500 * 2 ** attempt)
  }
}
async function merge(github, { place }, seen, method) {
  const { owner, repo } = place.repository
  await github.request('PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge', {
    owner,
    repo,
    pull_number: seen.number,
    merge_method: method,
    sha: seen.head,
  })
}
async function enable(github, pull, seen, method) {
  try {
    await github.graphql('enablePullRequestAutoMerge', ENABLE, {
      input: { pullRequestId: seen.nodeId, mergeMethod: method.toUpperCase() },
    })
  } catch (error) {
    if (!(error instanceof RequestRefused)) throw error
    const status = /\bin (\w+) status\b/i.exec(error.message)?.[1]?.toLowerCase()
    // It became mergeable between the two questions.
    if (status === 'clean') return merge(github, pull, seen, method)
    throw new UserError(`GitHub does not enable auto-merge on ${seen.url}: ${error.message}`, {
      advice:
        status === 'unstable'
          ? 'A check that is not required is pending or failed. Make the checks that matter required, or merge by hand.'
          : 'Allow auto-merge and this merge method in the settings of the repository, and give the token “pull-requests: write” and “contents: write”.',
      cause: error,
    })
  }
}
function conflicting({ place }, seen) {
  return new UserError(`${seen.url} conflicts with ${place.base}.`, {
    advice: `Resolve the conflict, or close the pull request and delete branch ${place.branch}: the next run opens it anew.`,
  })
}
const ENABLE =
  'mutation ($input: EnablePullRequestAutoMergeInput!) { enablePullRequestAutoMerge(input: $input) { clientMutationId } }'
/**
 * Waits until a pull request is merged. Asks rarely (first after 5 s, then less and less often, at least once in 30 s)
 * and conditionally, so that an hour costs a few dozen requests of which most count nothing.
 *
 * @throws UserError when it is closed unmerged. @throws ServiceError when the time is up.
 */
export async function waitUntilMerged(github, pull, { timeoutMs, now }) {
  const start = now()
  for (let pause = 5_000; ; pause = Math.min(30_000, pause * 1.5)) {
    const seen = await pull.look()
    if (seen?.state === 'merged') return seen
    if (seen === null || seen.state === 'closed') {
      throw new UserError(`${seen?.url ?? pullSubject(pull.place)} was closed without being merged.`, {
        advice: 'Somebody decided against it. Reopen it and run again, or leave it.',
      })
    }
    if (now() - start + pause > timeoutMs) {
      throw new ServiceError(`${seen.url} was not merged within ${Math.round(timeoutMs / 60_000)} min.`, {
        advice:
          'Look what it waits for (reviews, checks). Run again when it is merged: the release goes on from there.',
      })
    }
    await github.sleep(pause)
  }
}
