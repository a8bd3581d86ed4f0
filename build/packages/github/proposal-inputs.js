import { join, relative, sep } from 'node:path'
import { code, link, list, paragraph, UserError, Workspace } from '../plan/index.js'
import { filesFromDirectory, filesFromPaths } from './workspace-files.js'
/** The longest text that GitHub takes for a pull request, in characters. */
const LONGEST_BODY = 65_536
/**
 * Which files are proposed: those of `paths`, or a directory for another. Read when the proposal asks for them.
 *
 * @throws UserError when both are given, or neither.
 */
export function proposalFiles(workspace, { paths, from, to }) {
  const directories = from !== '' || to !== ''
  if (directories === paths.length > 0) {
    throw new UserError(
      directories
        ? 'Inputs “paths” and “from-dir” both say what to commit.'
        : 'There is nothing to commit: neither “paths” nor “from-dir” is given.',
      { advice: 'Give “paths”, or “from-dir” and “to-dir”.' },
    )
  }
  if (!directories) return (present) => filesFromPaths(workspace, paths, present)
  if (from === '' || to === '') {
    throw new UserError(`Input “${from === '' ? 'from-dir' : 'to-dir'}” is missing.`, {
      advice: '“from-dir” and “to-dir” belong together.',
    })
  }
  return (present) => filesFromDirectory(workspace, from, to, present)
}
/**
 * The text of the pull request. A file may also lie in the runner's temporary directory, where an earlier step put its report.
 *
 * @throws UserError when both are given, the file is missing, or the text is too long for GitHub.
 */
export async function proposalBody(workspace, { body, file, temp = '' }) {
  if (body !== '' && file !== '') {
    throw new UserError('Inputs “body” and “body-file” both say what the text is.', { advice: 'Give one of them.' })
  }
  const isReport = temp !== '' && file.startsWith(join(temp, sep))
  const [place, path] = isReport ? [new Workspace(temp), relative(temp, file)] : [workspace, file]
  const read = file === '' ? null : await place.read(path, 'Input “body-file”')
  if (file !== '' && read === null) {
    throw new UserError(`Input “body-file”: there is no file “${file}”.`, {
      advice: 'Give its path from the root of the checkout.',
    })
  }
  const text = read === null ? body : read.toString('utf8')
  if (text.length <= LONGEST_BODY) return text
  throw new UserError(
    `The text of the pull request has ${text.length} characters; GitHub takes at most ${LONGEST_BODY}.`,
    {
      advice: 'Shorten it, and link to the rest.',
    },
  )
}
/** What became of the proposal. */
export function reportProposal(proposal) {
  const { state, pull } = proposal.outcome()
  const files = list(proposal.paths.map((path) => code(path)))
  if (pull === null) {
    return proposal.paths.length === 0
      ? [paragraph('Nothing to propose: the base has this content already.')]
      : [paragraph('To be proposed:'), files]
  }
  return [
    paragraph(link(`#${pull.number} ${pull.title}`, pull.url), ` is ${state}.`),
    ...(proposal.paths.length === 0 ? [] : [files]),
    ...proposal.findings.map(({ message, advice }) => paragraph('⚠ ', message, ' ', advice)),
  ]
}
