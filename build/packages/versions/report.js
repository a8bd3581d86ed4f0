import { code, details, link, markdown, paragraph, table, UserError } from '../plan/index.js'
import { cutNotes, renderNotes } from './notes.js'
/**
 * The text of the release: what a person wrote or what the commits say, with something in front if asked for, within
 * what GitHub takes.
 *
 * @param url the page of the repository, without a slash at its end; null where there is none.
 * @throws UserError when a file is missing or empty.
 */
export async function releaseBody(decision, url, source) {
  const place = { url, tag: decision.tag, previousTag: decision.previous?.tag ?? null }
  const text = async (path, input) => {
    const content = (await source.read(path, `Input “${input}”`))?.toString('utf8').trim() ?? ''
    if (content !== '') return `${content}\n`
    throw new UserError(`Input “${input}”: there is no file “${path}” with text in it.`, {
      advice: 'Give its path from the root of the checkout, and check the repository out before this step.',
    })
  }
  const front = source.prepend === '' ? '' : `${await text(source.prepend, 'notes-prepend-file')}\n`
  if (source.notes !== '') return cutNotes(front + (await text(source.notes, 'notes-file')), place)
  // Before the first release everybody is new, and without pull requests nobody can be told to be.
  const asks = decision.previous !== null && decision.commits.some(({ pullRequest }) => pullRequest !== null)
  return cutNotes(front + renderNotes(decision.commits, place, asks ? await source.newcomers(decision) : []), place)
}
/**
 * What was decided, explained commit by commit: “minor, because of feat: machine pools (#72)”.
 *
 * @param url the page of the repository, as for `releaseBody`.
 */
export function reportDecision(decision, notes, { url, releaseUrl }) {
  const { tag, commit, previous, exists, reasons, commits } = decision
  return [
    paragraph(
      code(tag),
      exists ? ' is there already, on commit ' : ' on commit ',
      linked(commit.slice(0, 12), url, `commit/${commit}`),
      previous === null ? ', the first release' : [', after ', code(previous.tag)],
      `: ${reasons.join('; ')}.`,
      ...(releaseUrl === null ? [] : [' ', link('Release', releaseUrl)]),
    ),
    ...decision.warnings.map((warning) => paragraph('⚠ ', warning)),
    ...(commits.length === 0
      ? []
      : [
          details(
            commits.length === 1
              ? 'One commit, and what it asks for'
              : `${commits.length} commits, and what each asks for`,
            [rows(commits, url)],
          ),
        ]),
    details('Notes', [markdown(notes)]),
  ]
}
function linked(text, url, path) {
  return url === null ? code(text) : link(text, `${url}/${path}`)
}
function rows(commits, url) {
  return table(
    ['commit', 'what', 'asks for', 'because'],
    commits.map(({ sha, message, bump, because, pullRequest }) => [
      linked(sha.slice(0, 7), url, `commit/${sha}`),
      [
        message
          .trimStart()
          .split(/\r?\n/, 1)[0]
          ?.replace(/ \(#\d+\)$/, '') ?? '',
        ...(pullRequest === null ? [] : [' ', linked(`#${pullRequest}`, url, `pull/${pullRequest}`)]),
      ],
      bump ?? 'nothing',
      because,
    ]),
  )
}
