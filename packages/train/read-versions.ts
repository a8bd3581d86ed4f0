import { UserError } from '../plan/index.ts'
import { loadForm, occurrences, type Version, readVersion } from '../versions/index.ts'
import type { WrittenState } from './observation.ts'
import type { ReleaseWorld } from './release-world.ts'
import type { Component, MatrixPlace, Train, WrittenVersion } from './train.ts'

/** A repository at a branch, tag or commit. */
export interface RepositoryAt {
  readonly repository: string
  readonly ref: string
}

/** What stands at each place where a version is written. A place that cannot be read says why. */
export async function readWritten(
  world: ReleaseWorld,
  { repository, ref }: RepositoryAt,
  places: readonly WrittenVersion[],
): Promise<WrittenState[]> {
  const files = new Map(
    [...new Set(places.map(({ file }) => file))].map((file) => [file, world.file(repository, file, ref)]),
  )
  return Promise.all(
    places.map(async (place): Promise<WrittenState> => {
      const text = (await files.get(place.file)) ?? null
      if (text === null) return { place, found: [], problem: `there is no such file at ${ref}` }
      const form = await loadForm(place.form)
      return attempt<WrittenState>(
        () => ({
          place,
          found: occurrences({ file: place.file, text }, form, place.key).map(({ value }) => value),
          problem: null,
        }),
        (message) => ({ place, found: [], problem: message }),
      )
    }),
  )
}

/** The versions that a support matrix shows, by row; empty where there is no matrix yet. */
export async function readMatrix(
  world: ReleaseWorld,
  { repository, ref }: RepositoryAt,
  { file }: MatrixPlace,
  rows: readonly string[],
): Promise<Map<string, string>> {
  const text = await world.file(repository, file, ref)
  if (text === null) return new Map()
  const source = { file, text }
  const table = await loadForm('markdown-table')
  return new Map(
    rows.flatMap((row): [string, string][] => {
      const [shown] = attempt(
        () => occurrences(source, table, row).map(({ value }) => value),
        () => [],
      )
      return shown === undefined ? [] : [[row, shown]]
    }),
  )
}

/** A row of the support matrix. */
export interface Row {
  readonly name: string
  /** Id of the component or external project whose version it shows. */
  readonly id: string
  /** Stands below a component's row: an image of its own, or what is documented under it. */
  readonly isBelow: boolean
}

/** The rows that a train's support matrix has, in order: what belongs to a component stands below it. */
export function matrixRows(train: Train): Row[] {
  const below = ({ id, images }: Component): Row[] => [
    ...train.external
      .filter(({ under }) => under === id)
      .map((external) => ({ name: external.name, id: external.id, isBelow: true })),
    ...images.flatMap(({ row }) => (row === null ? [] : [{ name: row, id, isBelow: true }])),
  ]
  return [
    ...train.components.flatMap((component) => [
      { name: component.name, id: component.id, isBelow: false },
      ...below(component),
    ]),
    ...train.external.filter(({ under }) => under === null).map(({ name, id }) => ({ name, id, isBelow: false })),
  ]
}

/**
 * The version of each member that a repository says it has: the first place that says a version, else the matrix. The
 * files were what was built; the matrix was often edited apart from them.
 */
export function versionsSaid(
  train: Train,
  written: readonly WrittenState[],
  matrix: ReadonlyMap<string, string> | null,
): Map<string, Version> {
  const rows = new Map(matrixRows(train).map(({ name, id }) => [name, id]))
  const inMatrix = [...(matrix ?? [])].map(([row, text]): [string | undefined, string] => [rows.get(row), text])
  const inFiles = written.flatMap(({ place, found }) => found.map((text): [string, string] => [place.of, text]))
  const said = new Map<string, Version>()
  for (const [id, text] of [...inFiles, ...inMatrix]) {
    const version = versionIn(text)
    if (id !== undefined && version !== null && !said.has(id)) said.set(id, version)
  }
  return said
}

/** The version in a text as `v1.2.0` or `release-v1.2.0`; null for a branch, a commit, or what is no version. */
export function versionIn(text: string): Version | null {
  return readVersion(text.replace(/^(?:[A-Za-z]+-)?v?(?=\d)/, ''))
}

/** What `read` gives, or what becomes of the message when it finds fault with a file of the user's. */
function attempt<T>(read: () => T, otherwise: (message: string) => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return otherwise(error.message)
  }
}
