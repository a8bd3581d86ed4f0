import { posix } from 'node:path'
import { UserError } from '../../plan/index.js'
/**
 * The files of the destination as they will be. Starts as they are; every definition keeps the file that it is in,
 * whatever that file is called.
 */
export class Destination {
  #files
  #original
  /** @throws UserError when two files of the destination define the same CRD. */
  constructor(files) {
    this.#files = new Map(files.map(({ path, documents }) => [posix.basename(path), documents]))
    this.#original = new Map([...this.#files].map(([file, documents]) => [file, join(documents)]))
    const seen = new Map()
    for (const { definition, file } of this.definitions()) {
      const other = seen.get(definition.name)
      if (other !== undefined) {
        throw new UserError(`destination: CRD “${definition.name}” is in two places: ${other} and ${file}.`, {
          file: files.find(({ path }) => posix.basename(path) === file)?.path ?? file,
          advice: 'Delete one of them, so that it is clear which one is kept up to date.',
        })
      }
      seen.set(definition.name, file)
    }
  }
  /** All definitions, by file. */
  definitions() {
    return [...this.#files].flatMap(([file, documents]) =>
      documents.flatMap(({ definition }) => (definition === undefined ? [] : [{ definition, file }])),
    )
  }
  find(crd) {
    return this.definitions().find(({ definition }) => definition.name === crd)
  }
  has(file) {
    return (this.#files.get(file)?.length ?? 0) > 0
  }
  /** Puts a definition where the destination has it, else into the file named as in the source. Answers the file. */
  put(sourced) {
    const { definition } = sourced
    const present = this.find(definition.name)
    if (present !== undefined) {
      const documents = this.#files.get(present.file) ?? []
      const index = documents.findIndex((document) => document.definition?.name === definition.name)
      this.#files.set(present.file, documents.with(index, toDocument(sourced, documents.length > 1 && index > 0)))
      return present.file
    }
    const file = this.#freeName(sourced)
    const documents = this.#files.get(file) ?? []
    this.#files.set(file, [...documents, toDocument(sourced, documents.length > 0)])
    return file
  }
  /** Takes a definition out; its file goes when nothing else was in it. */
  remove(crd) {
    const present = this.find(crd)
    if (present === undefined) return
    const documents = this.#files.get(present.file) ?? []
    const rest = documents.filter(({ definition }) => definition?.name !== crd)
    const empty = rest.every(({ definition, other }) => definition === undefined && other === undefined)
    this.#files.set(present.file, empty ? [] : rest)
  }
  /** What differs from the start: the new text of each file, null where it goes. Sorted by name. */
  edits() {
    return new Map(
      [...this.#files]
        .map(([file, documents]) => [file, documents.length === 0 ? null : join(documents)])
        .filter(([file, text]) => text !== (this.#original.get(file) ?? null))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  }
  /**
   * The source's file name; definitions of one source file stay together. Where another source's file of that name is
   * there already, controller-gen's naming by group and plural tells them apart.
   */
  #freeName({ definition, origin }) {
    const wanted = posix.basename(origin.path)
    const holder = this.#added.get(wanted)
    if (!this.has(wanted) || holder === showPlace(origin)) {
      this.#added.set(wanted, showPlace(origin))
      return wanted
    }
    const second = `${definition.group}_${definition.names.plural}.yaml`
    if (!this.has(second)) return second
    throw new UserError(
      `destination: “${wanted}” and “${second}” exist already and hold something else than CRD “${definition.name}”.`,
      {
        advice: 'Rename the file that is in the way, or put the CRD into a file of your choice; its name is then kept.',
      },
    )
  }
  #added = new Map()
}
function showPlace({ source, path }) {
  return `${source.kind === 'remote' ? source.repository : '.'}:${path}`
}
/** A document that follows another one needs a marker of its own before it. */
function toDocument({ definition, text }, follows) {
  const bare = text.replace(/^\uFEFF/, '')
  const marked = follows && !/^(?:[ \t]*(?:#.*)?\r?\n)*---/.test(bare) ? `---\n${bare}` : follows ? bare : text
  return { text: marked, line: 1, definition, other: undefined }
}
/** The slices one after the other, each begun on a line of its own. */
function join(documents) {
  const last = documents.length - 1
  return documents.map(({ text }, index) => (index < last && !text.endsWith('\n') ? `${text}\n` : text)).join('')
}
