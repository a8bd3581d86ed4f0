import type { Finding } from '../plan/index.ts'
import type { MarkdownTable, Source } from '../versions/index.ts'
import { type BesideReading, checkBeside } from './beside.ts'
import { checkDigests } from './check-digests.ts'
import { checkSources } from './check-sources.ts'
import { checkTable } from './check-table.ts'
import { checkLinks, type TagExists } from './check-tags.ts'
import { type Chosen, versionShown } from './choose.ts'
import type { Entry } from './entries.ts'
import type { DigestOf } from './images.ts'
import type { MatrixRow } from './rows.ts'
import type { Section } from './section.ts'
import type { SourceReading } from './sources.ts'
import type { MemberRelease } from './told.ts'

export interface AuditRequest {
  readonly source: Source
  readonly name: string
  readonly section: Section
  readonly rows: readonly MatrixRow[]
  readonly entries: readonly Entry[]
  readonly told: ReadonlyMap<string, MemberRelease>
  readonly readings: readonly SourceReading[]
  /** The repository that the matrix is in. */
  readonly repository: string
  readonly tagExists: TagExists | null
  readonly besides: readonly BesideReading[]
  readonly digestOf: DigestOf | null
}

/** Everything that is wrong with a matrix as it stands, each on the line that lies. */
export async function auditMatrix(request: AuditRequest): Promise<Finding[]> {
  const { source, name, section, rows, entries, told, readings, besides, repository, tagExists } = request
  const { file } = source
  if (section.table === null) {
    const advice = 'Run the action in mode “update”.'
    return [{ severity: 'error', rule: 'table-missing', message: `“${name}” in ${file} holds no table.`, advice, file }]
  }
  return [
    ...checkTable(source, section.table, rows, entries),
    ...checkSources(file, rows, shownVersions(rows), entries, readings, 'row'),
    ...checkBeside(file, rows, besides, shownVersions(rows)),
    ...checkTold(file, rows, told),
    ...(tagExists === null ? [] : await checkLinks(file, rows, repository, tagExists)),
    ...(await checkDigests(file, titlesOf(section.table), rows, request.digestOf)),
  ]
}

const titlesOf = ({ head }: MarkdownTable): string[] => head.map(({ text }) => text)

/** The versions that a matrix shows, by member's id. */
export function shownVersions(rows: readonly MatrixRow[]): ReadonlyMap<string, Chosen> {
  const shown = new Map<string, Chosen>()
  for (const { entry, versions, line } of rows) {
    const text = versions[0]?.text
    const version = entry === null || text === undefined ? null : versionShown(text, entry.template)
    if (entry !== null && text !== undefined && version !== null && !shown.has(entry.of.id)) {
      shown.set(entry.of.id, { tag: text, version, because: `line ${line}` })
    }
  }
  return shown
}

/** Rows that say another version than the input, or than another row of the same member (the SDK and its notebook). */
function checkTold(file: string, rows: readonly MatrixRow[], told: ReadonlyMap<string, MemberRelease>): Finding[] {
  const first = shownVersions(rows)
  return rows.flatMap(({ entry, versions, name, line, column }): Finding[] => {
    const [shown] = versions
    const version = entry === null || shown === undefined ? null : versionShown(shown.text, entry.template)
    if (entry === null || shown === undefined || version === null) return []
    const input = told.get(entry.of.id)
    const expected = input?.version ?? first.get(entry.of.id)?.version
    if (expected === undefined || expected === version) return []
    const says = input === undefined ? (first.get(entry.of.id)?.because ?? '') : 'the input “versions”'
    const message = `The matrix says ${name} ${shown.text}; ${says} says ${expected}.`
    const advice = 'Run the action in mode “update”.'
    return [{ severity: 'error', rule: 'version-differs', message, advice, file, line, column }]
  })
}
