import { UserError } from '../plan/index.js'
import { occurrences, readVersion } from '../versions/index.js'
/** What stands at each place where a version is written. A place that cannot be read says why. */
export async function readWritten(world, { repository, ref }, places) {
  const files = new Map(
    [...new Set(places.map(({ file }) => file))].map((file) => [file, world.file(repository, file, ref)]),
  )
  return Promise.all(
    places.map(async (place) => {
      const text = (await files.get(place.file)) ?? null
      if (text === null) return { place, found: [], problem: `there is no such file at ${ref}` }
      return attempt(
        () => ({
          place,
          found: occurrences({ file: place.file, text }, place.form, place.key).map(({ value }) => value),
          problem: null,
        }),
        (message) => ({ place, found: [], problem: message }),
      )
    }),
  )
}
/** The versions that a support matrix shows, by row; empty where there is no matrix yet. */
export async function readMatrix(world, { repository, ref }, { file }, rows) {
  const text = await world.file(repository, file, ref)
  if (text === null) return new Map()
  const source = { file, text }
  return new Map(
    rows.flatMap((row) => {
      const [shown] = attempt(
        () => occurrences(source, 'markdown-table', row).map(({ value }) => value),
        () => [],
      )
      return shown === undefined ? [] : [[row, shown]]
    }),
  )
}
/** The rows that a train's support matrix has, in order: what belongs to a component stands below it. */
export function matrixRows(train) {
  const below = ({ id, images }) => [
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
export function versionsSaid(train, written, matrix) {
  const rows = new Map(matrixRows(train).map(({ name, id }) => [name, id]))
  const inMatrix = [...(matrix ?? [])].map(([row, text]) => [rows.get(row), text])
  const inFiles = written.flatMap(({ place, found }) => found.map((text) => [place.of, text]))
  const said = new Map()
  for (const [id, text] of [...inFiles, ...inMatrix]) {
    const version = versionIn(text)
    if (id !== undefined && version !== null && !said.has(id)) said.set(id, version)
  }
  return said
}
/** The version in a text as `v1.2.0` or `release-v1.2.0`; null for a branch, a commit, or what is no version. */
export function versionIn(text) {
  return readVersion(text.replace(/^(?:[A-Za-z]+-)?v?(?=\d)/, ''))
}
/** What `read` gives, or what becomes of the message when it finds fault with a file of the user's. */
function attempt(read, otherwise) {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return otherwise(error.message)
  }
}
