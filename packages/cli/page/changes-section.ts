import { detailsHtml, escapeHtml } from '../../action/index.ts'
import type { CommitResult, RepositoryResult } from '../rehearsal/result.ts'

/** What came into a repository: tags, and commits with their changes. */
export function repositoryCard({ name, commits, tags }: RepositoryResult): string {
  const tagged = tags.map(
    ({ name: tag, sha }) =>
      `<p class="muted">Tag <strong>${escapeHtml(tag)}</strong> on ${commitLink(sha, commits)}</p>`,
  )
  return `<div class="card"><h3>${escapeHtml(name)}</h3>\n${tagged.join('\n')}\n${commits.map(commit).join('\n')}</div>`
}

/** A link to the commit on this page when it was made in this rehearsal: elsewhere it does not exist. */
function commitLink(sha: string, commits: readonly CommitResult[]): string {
  const text = `<code>${escapeHtml(sha.slice(0, 7))}</code>`
  return commits.some((found) => found.sha === sha) ? `<a href="#commit-${escapeHtml(sha)}">${text}</a>` : text
}

function commit({ sha, subject, files, patch }: CommitResult): string {
  const listed = files.map(
    ({ path, added, removed }) =>
      `<li><code>${escapeHtml(path)}</code> <span class="add">+${added}</span> <span class="del">−${removed}</span></li>`,
  )
  const diff =
    patch === ''
      ? ''
      : detailsHtml('<span class="muted">Show the change</span>', `<pre><code>${patchHtml(patch)}</code></pre>`)
  return `<div class="commit" id="commit-${escapeHtml(sha)}"><a href="#commit-${escapeHtml(sha)}"><code>${escapeHtml(sha.slice(0, 7))}</code></a> ${escapeHtml(subject)}
${listed.length === 0 ? '' : `<ul>${listed.join('')}</ul>`}${diff}</div>`
}

function patchHtml(patch: string): string {
  return patch
    .split('\n')
    .map((line) => {
      const kind = /^(?:\+\+\+|---|diff |index )/.test(line)
        ? ''
        : line.startsWith('+')
          ? 'add'
          : line.startsWith('-')
            ? 'del'
            : line.startsWith('@@')
              ? 'hunk'
              : ''
      return kind === '' ? escapeHtml(line) : `<span class="${kind}">${escapeHtml(line)}</span>`
    })
    .join('\n')
}
