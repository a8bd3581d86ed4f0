import { type Change, type Finding, UserError, type Files } from '../plan/index.ts'
import { findMember, leader, type Train } from '../train/index.ts'
import { compareVersions, readSource, type Source } from '../versions/index.ts'
import { auditMatrix, shownVersions } from './audit.ts'
import { type BesideReading, numbersBeside } from './beside.ts'
import { checkSources } from './check-sources.ts'
import { removedComponent } from './check-table.ts'
import { checkDirection, checkTags, type TagExists } from './check-tags.ts'
import { type Chosen, chooseVersions } from './choose.ts'
import { type Entry, matrixEntries } from './entries.ts'
import { type History, historyOf, historyTable } from './history.ts'
import { type DigestOf, imagesOf } from './images.ts'
import { checkAgainstPast, type Past, pastMatrix, releasedVersions } from './past.ts'
import { renderTable } from './render.ts'
import { knownRepository } from './repository.ts'
import { digestColumn, type Rewritten, rewriteTable } from './rewrite.ts'
import { type MatrixRow, readRows } from './rows.ts'
import { findSection, markersFor, requireSection, type Section } from './section.ts'
import { readSources, type SourceReading } from './sources.ts'
import { newlineOf, notesChange, replaceTable } from './splice.ts'
import { type SupportedVersion, supportedVersion } from './supported.ts'
import { type MemberRelease, toldVersions } from './told.ts'

export interface MatrixRequest {
  readonly workspace: Files
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
  /** Show the digests of the images; a table that shows them already keeps doing so. */
  readonly digests: boolean
  /** Asks for an image's digest by tag; null for not at all. */
  readonly digestOf: DigestOf | null
  /** Asks for the releases before; null for not at all. */
  readonly past: Past | null
  /** Gets the matrix of the last releases, and as JSON beside it; null for none. */
  readonly historyFile: string | null
  /** How many releases it shows. */
  readonly historyLength: number
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
  /** The same as values; empty in mode `check`. */
  readonly rows: readonly SupportedVersion[]
  /** The last releases; null where nobody asked for them. */
  readonly history: History | null
  /** Tags by member's id. */
  readonly versions: Readonly<Record<string, string>>
  readonly lines: readonly MatrixLine[]
}

/** What there is to decide from: the matrix as it stands, what was told, and what other files say. */
interface Observed {
  readonly source: Source
  readonly section: Section
  readonly rows: readonly MatrixRow[]
  readonly entries: readonly Entry[]
  readonly told: ReadonlyMap<string, MemberRelease>
  readonly downgrades: ReadonlySet<string>
  readonly readings: readonly SourceReading[]
  readonly besides: readonly BesideReading[]
  /** Places in other files that could not be read. */
  readonly unreadable: readonly Finding[]
}

/**
 * Reads the matrix, decides each version, checks it, and plans the file's change: the table and nothing else. In mode
 * `check` nothing is written, and errors refuse.
 *
 * @throws UserError for inputs, markers and cells that leave no way on.
 */
export async function planMatrix(request: MatrixRequest): Promise<MatrixPlan> {
  const { workspace, train, file, section: name } = request
  const entries = matrixEntries(train)
  const told = toldVersions(train, request.versions, 'versions')
  const downgrades = new Set(request.downgrades.map((given) => findMember(train, given, 'Input “downgrades”').id))
  const source = await readSource(workspace, file)
  const section =
    request.mode === 'check' ? await findSection(source, name, 'also captioned') : await requireSection(source, name)
  if (section === null) return withoutMatrix(file, name)
  const nothing = { repository: request.repository, versions: [], beside: [] }
  const written = request.sources ? knownRepository(train, request.repository) : nothing
  const sources = await readSources(workspace, written.versions)
  const numbers = await readSources(workspace, written.beside)
  const observed: Observed = {
    source,
    section,
    rows: section.table === null ? [] : readRows(source, section.table, entries, besidesOf(train)),
    entries,
    told,
    downgrades,
    readings: sources.readings,
    besides: numbers.readings,
    unreadable: [...sources.findings, ...numbers.findings],
  }
  // In a fork, the tag that is about to be made is still that of the repository which was forked.
  const asked = { ...request, repository: written.repository }
  return request.mode === 'check' ? checked(asked, observed) : updated(asked, observed)
}

async function checked(request: MatrixRequest, observed: Observed): Promise<MatrixPlan> {
  const { source, section, rows } = observed
  const audit = await auditMatrix({ ...request, ...observed, name: request.section })
  const findings = [...observed.unreadable, ...audit, ...(await backSinceLastRelease(request, observed))]
  return {
    changes: [],
    findings,
    refusal: refusalOf(request.file, findings),
    markdown: source.text.slice(section.table?.start ?? 0, section.table?.end ?? 0),
    rows: [],
    history: null,
    versions: tagsOf(shownVersions(rows)),
    lines: [],
  }
}

async function updated(request: MatrixRequest, observed: Observed): Promise<MatrixPlan> {
  const { workspace, file, section: name, repository, tagExists } = request
  const { source, section, rows, entries, told, readings, downgrades } = observed
  const chosen = chooseVersions(entries, told, readings, rows)
  const supported = await supportedBy(request, observed, chosen)
  const rewritten = rewriteTable(source, section.table, rows, entries, supported)
  const markdown = renderTable(rewritten.table, newlineOf(source))
  const lines = linesOf(entries, rows, chosen)
  const blocking = [
    ...checkDirection(file, rows, chosen, downgrades),
    ...(tagExists === null ? [] : await checkTags(file, entries, chosen, repository, tagExists)),
  ]
  const past = await historyFor(request, entries, chosen, [...supported.values()])
  const changes = [
    await workspace.change(file, replaceTable(source, section, markdown), reasonFor(lines, rewritten)),
    request.notesFile === null ? null : await notesChange(workspace, request.notesFile, name, markdown),
    ...past.changes,
  ]
  return {
    changes: changes.filter((change) => change !== null),
    findings: [
      ...blocking,
      ...unknownVersions(file, entries, rows, chosen),
      ...observed.unreadable,
      ...checkSources(file, rows, chosen, entries, readings, 'source'),
      ...rewritten.removed.map((row) => removedComponent(file, row, 'warning')),
      ...past.findings,
    ],
    refusal: refusalOf(file, blocking),
    markdown,
    rows: [...supported.values()],
    history: past.history,
    versions: tagsOf(chosen),
    lines,
  }
}

/** What each row shall say, by entry, in the order of the manifest. */
async function supportedBy(
  { server, tagExists, digests, digestOf }: MatrixRequest,
  { section, entries, besides }: Observed,
  chosen: ReadonlyMap<string, Chosen>,
): Promise<ReadonlyMap<Entry, SupportedVersion>> {
  const numbers = await numbersBeside(besides, entries, chosen, server, tagExists)
  const isShown = section.table !== null && digestColumn(section.table.head.map(({ text }) => text)) !== -1
  const ask = digests || isShown ? digestOf : null
  const supported = new Map<Entry, SupportedVersion>()
  for (const entry of entries) {
    const version = chosen.get(entry.of.id)
    if (version === undefined) continue
    supported.set(entry, {
      ...supportedVersion(entry, version.tag, server),
      beside: entry.name === entry.of.name ? (numbers.get(entry.of.id) ?? []) : [],
      images: ask === null ? null : await imagesOf(entry, version.version, ask),
    })
  }
  return supported
}

/** The files of the history, and what is to be said about old matrices. */
async function historyFor(
  { workspace, train, server, past, historyFile, historyLength, ...request }: MatrixRequest,
  entries: readonly Entry[],
  chosen: ReadonlyMap<string, Chosen>,
  supported: readonly SupportedVersion[],
): Promise<Pick<MatrixPlan, 'changes' | 'findings' | 'history'>> {
  if (past === null || historyFile === null) return { changes: [], findings: [], history: null }
  const next = chosen.get(leader(train).id)
  const before = (await releasedVersions(past, train)).filter(({ tag }) => tag !== next?.tag)
  const place = leader(train).matrix ?? { file: request.file, section: request.section }
  const releases = await Promise.all(
    before
      .slice(0, historyLength - (next === undefined ? 0 : 1))
      .map((release) => pastMatrix(past, train, place, entries, besidesOf(train), release)),
  )
  const coming = next === undefined ? null : { ...next, supported }
  const { history, findings } = historyOf(train, coming, releases, server)
  const json = historyFile.replace(/(?:\.[^./]*)?$/, '.json')
  const changes = [
    await notesChange(
      workspace,
      historyFile,
      'Releases',
      renderTable(historyTable(train, history), '\n'),
      'holds the matrix of the last releases',
    ),
    await workspace.change(json, `${JSON.stringify(history, null, 2)}\n`, 'holds the same for other tools'),
  ]
  return { changes: changes.filter((change) => change !== null), findings, history }
}

/** Versions that are lower than those of the release before the one that the matrix is about. */
async function backSinceLastRelease(
  { train, file, section, past }: MatrixRequest,
  { rows, entries, downgrades }: Observed,
): Promise<Finding[]> {
  const { id, matrix } = leader(train)
  const now = shownVersions(rows).get(id)
  if (past === null || now === undefined) return []
  const before = (await releasedVersions(past, train)).find(({ version }) => compareVersions(version, now.version) < 0)
  if (before === undefined) return []
  const place = matrix ?? { file, section }
  return checkAgainstPast(
    file,
    rows,
    await pastMatrix(past, train, place, entries, besidesOf(train), before),
    downgrades,
  )
}

/** A check of a file that holds no matrix at all. */
function withoutMatrix(file: string, name: string): MatrixPlan {
  const [start, end] = markersFor(name)
  const findings: Finding[] = [
    {
      severity: 'error',
      rule: 'matrix-missing',
      message: `${file} has neither the comments “${start}” and “${end}” nor a heading “${name}”.`,
      advice:
        'Put the two comments, each on a line of its own, where the matrix belongs, and run the action in mode “update”.',
      file,
    },
  ]
  const refusal = refusalOf(file, findings)
  return { changes: [], findings, refusal, markdown: '', rows: [], history: null, versions: {}, lines: [] }
}

/** What numbers beside versions are called anywhere in the train. */
const besidesOf = ({ components, downstream }: Train): string[] =>
  [...components, ...downstream].flatMap(({ beside }) => beside.map(({ as }) => as))

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
