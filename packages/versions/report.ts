import { code, details, link, markdown, paragraph, type Report, table, UserError } from '../plan/index.ts'
import type { JudgedCommit } from './bump.ts'
import type { VersionDecision } from './next-version.ts'
import { cutNotes, renderNotes } from './notes.ts'

export interface NotesSource {
  /** Path of a file that stands for the notes; empty to have them made. */
  readonly notes: string
  /** Path of a file to put in front; empty for none. */
  readonly prepend: string
  readonly read: (path: string, what: string) => Promise<Buffer | null>
}

/**
 * The text of the release: what a person wrote or what the commits say, with something in front if asked for, within
 * what GitHub takes.
 *
 * @param url the page of the repository, without a slash at its end.
 * @throws UserError when a file is missing or empty.
 */
export async function releaseBody(decision: VersionDecision, url: string, source: NotesSource): Promise<string> {
  const place = { url, tag: decision.tag, previousTag: decision.previous?.tag ?? null }
  const text = async (path: string, input: string): Promise<string> => {
    const content = (await source.read(path, `Input “${input}”`))?.toString('utf8').trim() ?? ''
    if (content !== '') return `${content}\n`
    throw new UserError(`Input “${input}”: there is no file “${path}” with text in it.`, {
      advice: 'Give its path from the root of the checkout, and check the repository out before this step.',
    })
  }
  const front = source.prepend === '' ? '' : `${await text(source.prepend, 'notes-prepend-file')}\n`
  const notes = source.notes === '' ? renderNotes(decision.commits, place) : await text(source.notes, 'notes-file')
  return cutNotes(front + notes, place)
}

/** What was decided, explained commit by commit. */
export function reportDecision(decision: VersionDecision, notes: string, releaseUrl: string | null): Report {
  const { tag, commit, previous, exists, reasons, commits } = decision
  return [
    paragraph(
      code(tag),
      exists ? ' is there already, on commit ' : ' on commit ',
      code(commit.slice(0, 12)),
      previous === null ? ', the first release' : [', after ', code(previous.tag)],
      `: ${reasons.join('; ')}.`,
      ...(releaseUrl === null ? [] : [' ', link('Release', releaseUrl)]),
    ),
    ...decision.warnings.map((warning) => paragraph('⚠ ', warning)),
    ...(commits.length === 0 ? [] : [details(`${commits.length} commits, and what each asks for`, [rows(commits)])]),
    details('Notes', [markdown(notes)]),
  ]
}

function rows(commits: readonly JudgedCommit[]) {
  return table(
    ['commit', 'what', 'asks for', 'because'],
    commits.map(({ sha, subject, bump, because }) => [code(sha.slice(0, 7)), subject, bump ?? 'nothing', because]),
  )
}
