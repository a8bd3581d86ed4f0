import { type Change, type Finding, UserError, type Workspace } from '../plan/index.ts'
import { findMember, type Train } from '../train/index.ts'
import { readSource } from '../versions/index.ts'
import { auditMatrix, shownVersions } from './audit.ts'
import { checkSources } from './check-sources.ts'
import { removedComponent } from './check-table.ts'
import { checkDirection, checkTags, type TagExists } from './check-tags.ts'
import { type Chosen, chooseVersions } from './choose.ts'
import { type Entry, matrixEntries } from './entries.ts'
import { renderTable } from './render.ts'
import { knownRepository } from './repository.ts'
import { type Rewritten, rewriteTable } from './rewrite.ts'
import { type MatrixRow, readRows } from './rows.ts'
import { requireSection } from './section.ts'
import { readSources } from './sources.ts'
import { newlineOf, notesChange, replaceTable } from './splice.ts'
import { toldVersions } from './told.ts'

export interface MatrixRequest {
  readonly workspace: Workspace
  readonly train: Train
  /** The repository that is checked out: `OWNER/NAME`. */
  readonly repository: string
  /** Where its links lead: `https://github.com`. */
  readonly server: string
  readonly file: string
  readonly section: string
  /** `Component=vX.Y.Z` */
  readonly versions: readonly string[]
  /** Members whose version may go back. */
  readonly downgrades: readonly string[]
  readonly mode: 'update' | 'check'
  /** Compare with the files that the manifest names, and take versions from them. */
  readonly sources: boolean
  /** Asks whether each version is a tag; null for not at all. */
  readonly tagExists: TagExists | null
  /** Also written with the matrix; null for none. */
  readonly notesFile: string | null
}

/** A row for people: what it said, what it will say, and who says so. */
export interface MatrixLine {
  readonly name: string
  readonly before: string | null
  readonly after: string
  readonly because: string
}

export interface MatrixPlan {
  readonly changes: readonly Change[]
  readonly findings: readonly Finding[]
  /** Set when nothing may be written. */
  readonly refusal: UserError | null
  /** The table: in mode `check` as the file holds it, else as it shall be. */
  readonly markdown: string
  /** Tags by member's id. */
  readonly versions: Readonly<Record<string, string>>
  readonly lines: readonly MatrixLine[]
}

/**
 * Reads the matrix, decides each version, checks it, and plans the file's change: the table and nothing else. In mode
 * `check` nothing is written, and errors refuse.
 *
 * @throws UserError for inputs, markers and cells that leave no way on.
 */
export async function planMatrix(request: MatrixRequest): Promise<MatrixPlan> {
  const { workspace, train, file, section: name, repository, tagExists } = request
  const entries = matrixEntries(train)
  const told = toldVersions(train, request.versions, 'versions')
  const downgrades = new Set(request.downgrades.map((given) => findMember(train, given, 'Input “downgrades”').id))
  const source = await readSource(workspace, file)
  const section = await requireSection(source, name)
  const rows = section.table === null ? [] : readRows(source, section.table, entries)
  const written = request.sources ? knownRepository(train, repository).versions : []
  const { readings, findings: unreadable } = await readSources(workspace, written)

  if (request.mode === 'check') {
    const audit = await auditMatrix({ ...request, source, name, section, rows, entries, told, readings })
    const findings = [...unreadable, ...audit]
    return {
      changes: [],
      findings,
      refusal: refusalOf(file, findings),
      markdown: source.text.slice(section.table?.start ?? 0, section.table?.end ?? 0),
      versions: tagsOf(shownVersions(rows)),
      lines: [],
    }
  }

  const chosen = chooseVersions(entries, told, readings, rows)
  const rewritten = rewriteTable(source, section.table, rows, entries, chosen, request.server)
  const markdown = renderTable(rewritten.table, newlineOf(source))
  const lines = linesOf(entries, rows, chosen)
  const blocking = [
    ...checkDirection(file, rows, chosen, downgrades),
    ...(tagExists === null ? [] : await checkTags(file, entries, chosen, repository, tagExists)),
  ]
  const changes = [
    await workspace.change(file, replaceTable(source, section, markdown), reasonFor(lines, rewritten)),
    request.notesFile === null ? null : await notesChange(workspace, request.notesFile, name, markdown),
  ]
  return {
    changes: changes.filter((change) => change !== null),
    findings: [
      ...blocking,
      ...unknownVersions(file, entries, rows, chosen),
      ...unreadable,
      ...checkSources(file, rows, chosen, entries, readings, 'source'),
      ...rewritten.removed.map((row) => removedComponent(file, row, 'warning')),
    ],
    refusal: refusalOf(file, blocking),
    markdown,
    versions: tagsOf(chosen),
    lines,
  }
}

function tagsOf(versions: ReadonlyMap<string, Chosen>): Record<string, string> {
  return Object.fromEntries([...versions].map(([id, { tag }]) => [id, tag]))
}

/** Members whose row cannot be written, because nobody says which version belongs to the release. */
function unknownVersions(
  file: string,
  entries: readonly Entry[],
  rows: readonly MatrixRow[],
  chosen: ReadonlyMap<string, Chosen>,
): Finding[] {
  return entries
    .filter(({ of, name }) => !chosen.has(of.id) && name === of.name)
    .map((entry) => {
      const row = rows.find((one) => one.entry === entry)
      return {
        severity: 'error',
        rule: row === undefined ? 'missing-component' : 'not-a-version',
        message: `Nobody says which version of ${entry.name} belongs to this release; its row ${row === undefined ? 'is missing' : 'stays as it is'}.`,
        advice: `Give it in the input “versions” (“${entry.of.id}=v1.2.3”), or name a file that says it under “versions:” in the manifest.`,
        file,
        ...(row !== undefined && { line: row.line, column: row.column }),
      }
    })
}

function refusalOf(file: string, findings: readonly Finding[]): UserError | null {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (first === undefined) return null
  const { line, column } = first
  return new UserError(`${first.message}${errors.length === 1 ? '' : ` And ${errors.length - 1} more.`}`, {
    file: first.file ?? file,
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    advice: first.advice,
  })
}

function linesOf(
  entries: readonly Entry[],
  rows: readonly MatrixRow[],
  chosen: ReadonlyMap<string, Chosen>,
): MatrixLine[] {
  return entries.flatMap((entry) => {
    const next = chosen.get(entry.of.id)
    const row = rows.find((one) => one.entry === entry)
    if (next === undefined) return []
    const before = row?.versions[0]?.text ?? null
    return [{ name: row?.name ?? entry.name, before, after: next.tag, because: next.because }]
  })
}

function reasonFor(lines: readonly MatrixLine[], { removed }: Rewritten): string {
  const moved = lines.filter(({ before, after }) => before !== after).map(({ name, after }) => `${name} ${after}`)
  const gone = removed.map(({ name }) => `without ${name}`)
  return [...moved, ...gone].join(', ') || 'the table in straight columns, with links'
}
