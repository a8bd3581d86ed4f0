import type { Finding } from '../plan/index.ts'
import {
  compareVersions,
  kindOf,
  type MarkdownTable,
  type Occurrence,
  placeOf,
  type Source,
  suggestVersion,
} from '../versions/index.ts'
import { type Chosen, versionShown } from './choose.ts'
import type { Entry } from './entries.ts'
import type { MatrixRow } from './rows.ts'
import { isPlaceholder, isPseudoVersion, isReleased, type SourceReading } from './sources.ts'
import { displayWidth } from './width.ts'

/** How a repository is asked for its tags. */
export type TagExists = (repository: string, tag: string) => Promise<boolean>

/** What is wrong with the table itself: rows too many and too few, versions that are none, links that say something else. */
export function checkTable(
  source: Source,
  table: MarkdownTable,
  rows: readonly MatrixRow[],
  entries: readonly Entry[],
): Finding[] {
  const missing = entries.filter((entry) => rows.every((row) => row.entry !== entry))
  const place = placeOf(source, table.start)
  return [
    ...checkAlignment(source, table),
    ...missing.map(({ name }) =>
      error('missing-component', `${name} has no row in the matrix.`, 'Run the action in mode “update”.', place),
    ),
    ...rows.flatMap((row) => [...checkRow(source.file, row, rows), ...checkCells(source.file, row)]),
  ]
}

function checkAlignment(source: Source, table: MarkdownTable): Finding[] {
  const lines = source.text.slice(table.start, table.end).split(/\r?\n/)
  const widths = [...new Set(lines.map((line) => displayWidth(line.trim())))].sort((a, b) => a - b)
  if (widths.length < 2) return []
  const message = `The table's lines are ${widths.join(', ')} characters long: its columns are not straight.`
  const advice = 'Run the action in mode “update”.'
  return [{ severity: 'warning', rule: 'misaligned-table', message, advice, ...placeOf(source, table.start) }]
}

function checkRow(file: string, row: MatrixRow, rows: readonly MatrixRow[]): Finding[] {
  if (row.entry === null) return row.versions.length === 0 ? [] : [removedComponent(file, row, 'error')]
  const first = rows.find(({ entry }) => entry === row.entry)
  if (first === row || first === undefined) return []
  const message = `${row.entry.name} has a row on line ${first.line} already.`
  return [error('duplicate-component', message, 'Remove one of the two rows.', { file, ...at(row) })]
}

/** A row that has no place in the matrix. */
export function removedComponent(file: string, row: MatrixRow, severity: Finding['severity']): Finding {
  return {
    severity,
    rule: 'removed-component',
    message: `The matrix lists “${row.name}”, which is not part of the train.`,
    advice: 'Its row goes with the next update; to keep it, name the project under “external:” in the manifest.',
    file,
    ...at(row),
  }
}

function checkCells(file: string, row: MatrixRow): Finding[] {
  const { entry, versions, name } = row
  if (entry === null) return []
  if (versions.length === 0) {
    return [
      error('not-a-version', `The matrix names no version of ${name}.`, 'Run the action in mode “update”.', {
        file,
        ...at(row),
      }),
    ]
  }
  return versions.flatMap((shown): Finding[] => {
    const place = { file, ...at(shown) }
    const version = versionShown(shown.text, entry.template)
    if (version === null) {
      const right = suggestVersion(shown.text)
      const advice = right === null ? 'Run the action in mode “update” with the released version.' : `Write “${right}”.`
      return [error('not-a-version', `“${shown.text}” of ${name} is no version.`, advice, place)]
    }
    if (isPlaceholder(version)) {
      const message = `“${shown.text}” of ${name} stands for “not released yet”.`
      return [
        error('placeholder-version', message, 'Run the action in mode “update” with the released version.', place),
      ]
    }
    const linked = shown.link?.tag
    if (linked === undefined || versionShown(linked, entry.template) === version || linked === shown.text) return []
    const message = `The row of ${name} says ${shown.text} and links ${linked}.`
    return [error('link-differs', message, 'Run the action in mode “update”.', place)]
  })
}

/** Versions and links in the table that lead to no tag. Tags of the repository itself are about to be made and are left out. */
export async function checkLinks(
  file: string,
  rows: readonly MatrixRow[],
  own: string,
  exists: TagExists,
): Promise<Finding[]> {
  const asked = rows.flatMap((row) =>
    row.versions.flatMap((shown) => {
      const version = row.entry === null ? null : versionShown(shown.text, row.entry.template)
      if (row.entry === null || version === null) return []
      const { of, template } = row.entry
      const tag = template.parse(shown.text) !== null || template.counts ? shown.text : template.format(version)
      // A placeholder is an error of its own; that it is no tag either says nothing more.
      const targets = isPlaceholder(version) ? [] : [{ rule: 'tag-missing', repository: of.repository, tag }]
      if (shown.link !== null && shown.link.repository !== of.repository) {
        targets.push({ rule: 'dead-link', repository: shown.link.repository, tag: shown.link.tag })
      }
      return targets.filter(({ repository }) => repository !== own).map((target) => ({ ...target, row, shown }))
    }),
  )
  const answers = await Promise.all(asked.map(async ({ repository, tag }) => exists(repository, tag)))
  return asked
    .filter((_one, index) => answers[index] === false)
    .map(({ rule, repository, tag, row, shown }) =>
      error(
        rule,
        `The matrix says ${row.name} ${shown.text}; ${repository} has no tag “${tag}”.`,
        rule === 'dead-link'
          ? 'Link the repository that released it: run the action in mode “update”.'
          : 'Give the released version.',
        { file, ...at(shown) },
      ),
    )
}

/** Chosen versions that are no tag where their link will lead. */
export async function checkTags(
  file: string,
  entries: readonly Entry[],
  chosen: ReadonlyMap<string, Chosen>,
  own: string,
  exists: TagExists,
): Promise<Finding[]> {
  const members = [...new Map(entries.map(({ of }) => [of.id, of])).values()].filter(
    ({ repository }) => repository !== own,
  )
  const found = await Promise.all(
    members.map(async ({ id, name, repository }): Promise<Finding[]> => {
      const { tag, because } = chosen.get(id) ?? {}
      if (tag === undefined || (await exists(repository, tag))) return []
      const message = `${name} ${tag} (${because ?? ''}): ${repository} has no tag “${tag}”.`
      return [error('tag-missing', message, 'Release it first, or give the version that was released.', { file })]
    }),
  )
  return found.flat()
}

/** Versions that would go back without anybody having said so. */
export function checkDirection(
  file: string,
  rows: readonly MatrixRow[],
  chosen: ReadonlyMap<string, Chosen>,
  downgrades: ReadonlySet<string>,
): Finding[] {
  return rows.flatMap(({ entry, versions, name }): Finding[] => {
    const shown = versions[0]
    const next = entry === null ? undefined : chosen.get(entry.of.id)
    if (entry === null || shown === undefined || next === undefined || downgrades.has(entry.of.id)) return []
    const before = versionShown(shown.text, entry.template)
    if (before === null || compareVersions(next.version, before) >= 0) return []
    const message = `${name} would go back from ${shown.text} to ${next.tag} (${next.because}).`
    const advice = `If that is meant, name “${entry.of.id}” in the input “downgrades”.`
    return [error('went-backwards', message, advice, { file, ...at(shown) })]
  })
}

/** Places in other files that say another version than the matrix does or will. */
export function checkSources(
  file: string,
  rows: readonly MatrixRow[],
  said: ReadonlyMap<string, Chosen>,
  entries: readonly Entry[],
  readings: readonly SourceReading[],
  place: 'row' | 'source',
): Finding[] {
  return readings.flatMap(({ of, key, found }) => {
    const entry = entries.find((one) => one.of.id === of)
    const shown = said.get(of)
    if (entry === undefined || shown === undefined) return []
    const row = rows.find((one) => one.entry === entry)
    const distinct = [...new Map(found.map((one) => [one.value, one])).values()]
    return distinct.flatMap((one): Finding[] => {
      const verdict = judge(one, shown, entry)
      if (verdict === null) return []
      const where = `${one.file}:${one.line}`
      return [
        {
          severity: verdict === 'source-unreleased' ? 'warning' : 'error',
          rule: verdict,
          message: `${file} says ${entry.name} ${shown.tag}; ${where}${key === '' ? '' : ` (${key})`} says ${one.value}${verdict === 'source-unreleased' ? ', which is no release' : ''}.`,
          advice: ADVICE[verdict],
          before: one.value,
          after: shown.tag,
          ...(place === 'row' && row !== undefined
            ? { file, ...at(row) }
            : { file: one.file, line: one.line, column: one.column }),
        },
      ]
    })
  })
}

const ADVICE = {
  'source-differs': 'Run update-image-refs with the same versions, or correct the version.',
  'source-unreleased': 'Adopt a release there, or say in the pull request why this commit is tested.',
  'not-a-version': 'Run update-image-refs with the released version.',
} as const

function judge(one: Occurrence, shown: Chosen, { template }: Entry): keyof typeof ADVICE | null {
  if (one.kind === 'digest') return null
  if (one.kind === 'near') return 'not-a-version'
  if (!isReleased(one) || isPseudoVersion(one.value) || kindOf(one.value) !== 'version') return 'source-unreleased'
  const version = template.parse(one.value)?.version ?? one.version
  return version === shown.version ? null : 'source-differs'
}

function at({ line, column }: { readonly line: number; readonly column: number }) {
  return { line, column }
}

function error(
  rule: string,
  message: string,
  advice: string,
  place: { readonly file?: string; readonly line?: number; readonly column?: number },
): Finding {
  return { severity: 'error', rule, message, advice, ...place }
}
