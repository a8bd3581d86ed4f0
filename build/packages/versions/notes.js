/** The longest body that GitHub takes for a release, in characters. */
export const LONGEST_RELEASE_BODY = 125_000
const GROUPS = ['Breaking changes', 'Features', 'Fixes', 'Dependencies', 'Other changes']
/**
 * What is new, grouped, for people who run the software: breaking changes first, each line with its pull request or
 * commit and its author. What was taken back before it was released, and merges, are not news.
 */
export function renderNotes(commits, place, newcomers = []) {
  const news = commits.filter((commit) => commit.bump !== null)
  const sections = GROUPS.flatMap((group) => {
    const lines = news.filter((commit) => groupOf(commit) === group).map((commit) => line(commit, place))
    return lines.length === 0 ? [] : [`### ${group}\n\n${lines.join('\n')}\n`]
  })
  const changes = sections.length === 0 ? ['No changes.\n'] : sections
  const welcome = newcomers.map(({ login, pullRequest }) => `- ${mention(login)} with ${pullLink(pullRequest, place)}`)
  const first = welcome.length === 0 ? [] : [`### First contributions\n\n${welcome.join('\n')}\n`]
  return [...changes, ...first, `${footer(place)}\n`].join('\n')
}
/**
 * Cuts a text at the last whole line that fits, and says where the rest is.
 *
 * @param limit in characters, as GitHub counts them.
 */
export function cutNotes(text, place, limit = LONGEST_RELEASE_BODY) {
  if (text.length <= limit) return text
  const note = `\n\n*Cut here; the rest is in the full changelog.* ${footer(place)}\n`
  const room = limit - note.length
  const end = text.lastIndexOf('\n', room)
  return text.slice(0, end < 0 ? room : end) + note
}
function footer({ url, tag, previousTag }) {
  if (url === null) return `**Full changelog**: \`${previousTag === null ? tag : `${previousTag}...${tag}`}\``
  return previousTag === null
    ? `**Full changelog**: ${url}/commits/${encodeURI(tag)}`
    : `**Full changelog**: ${url}/compare/${encodeURI(previousTag)}...${encodeURI(tag)}`
}
function groupOf(commit) {
  if (commit.breaking !== null) return 'Breaking changes'
  const robot = /^(?:dependabot|renovate)\b/.test(commit.author ?? '')
  if (robot || /^deps(?:-dev)?$/.test(commit.scope ?? '')) return 'Dependencies'
  if (commit.type === 'feat') return 'Features'
  if (commit.type === 'fix' || commit.type === 'perf') return 'Fixes'
  return 'Other changes'
}
function line(commit, place) {
  const subject = plain(commit.subject.replace(/ \(#\d+\)$/, ''))
  const scope = commit.scope === null ? '' : `**${plain(commit.scope)}:** `
  const origin =
    commit.pullRequest === null
      ? linked(commit.sha.slice(0, 7), place, `commit/${commit.sha}`)
      : pullLink(commit.pullRequest, place)
  const who = commit.author === undefined ? plain(commit.authorName ?? '') : mention(commit.author)
  const author = who === '' ? '' : ` by ${who}`
  const told = commit.breaking !== null && commit.breaking !== commit.subject ? explanation(commit.breaking) : ''
  return `- ${scope}${subject} (${origin})${author}${told}`
}
function pullLink(number, place) {
  return linked(`#${number}`, place, `pull/${number}`)
}
function linked(text, { url }, path) {
  return url === null ? text : `[${text}](${url}/${path})`
}
/** GitHub shows the contributors of a release from the mentions in it; a robot is no contributor. */
function mention(login) {
  return /^[\w-]+$/.test(login) ? `@${login}` : plain(login)
}
/** The first paragraph of a footer, below its line. */
function explanation(text) {
  const paragraph = text.split(/\r?\n\s*\r?\n/, 1)[0] ?? ''
  return `\n  ${plain(paragraph.replace(/\s*\r?\n\s*/g, ' '))}`
}
/** Words of a commit are words, not markup: no HTML, and no mention that would notify people once more. */
function plain(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('@', '@\u200B')
}
