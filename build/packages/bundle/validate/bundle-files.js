import { member } from '../../yaml/index.js'
import { SourceFile } from './source-file.js'
/** The annotations that say what a directory is (operator-registry, `docs/design/operator-bundle.md`). */
export const LABEL = {
  mediaType: 'operators.operatorframework.io.bundle.mediatype.v1',
  manifests: 'operators.operatorframework.io.bundle.manifests.v1',
  metadata: 'operators.operatorframework.io.bundle.metadata.v1',
  package: 'operators.operatorframework.io.bundle.package.v1',
  channels: 'operators.operatorframework.io.bundle.channels.v1',
  defaultChannel: 'operators.operatorframework.io.bundle.channel.default.v1',
}
/** The files of a bundle, each read once. */
export class BundleDirectory {
  /** How findings call the directory. */
  name
  #content
  #read = new Map()
  constructor(name, content) {
    this.name = name
    this.#content = content
  }
  get paths() {
    return [...this.#content.keys()].sort()
  }
  /** How findings call a file or directory of it. */
  called(path) {
    return this.name === '' || this.name === '.' ? path : `${this.name}/${path}`
  }
  file(path) {
    const known = this.#read.get(path)
    if (known !== undefined) return known
    const bytes = this.#content.get(path)
    if (bytes === undefined) return null
    const file = new SourceFile(this.called(path), bytes)
    this.#read.set(path, file)
    return file
  }
  /** The files directly in a directory, and the names of the directories in it, as an empty list of a directory that is not. */
  list(directory) {
    const prefix = directory === '.' ? '' : `${directory}/`
    const below = this.paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length))
    return {
      files: below.filter((path) => !path.includes('/')),
      directories: [...new Set(below.filter((path) => path.includes('/')).map((path) => path.split('/')[0] ?? ''))],
    }
  }
}
/** A value as the text that a Go struct reads there; undefined for what is none. */
export function textOf(value) {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
    ? String(value)
    : undefined
}
export function textAt(value, ...path) {
  return textOf(valueAt(value, ...path)) ?? ''
}
export function valueAt(value, ...path) {
  return path.reduce(member, value)
}
