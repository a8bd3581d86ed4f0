import { type Document, isMap, isSeq, visit, type YAMLMap } from 'yaml'
import { embeddedIn } from './embedded.ts'
import { type Form, type ImageSpan, literally, type Range, type Source, type Span } from './form.ts'
import { valueSpan } from './value.ts'
import { documentsOf, scalarRange, scalarsOf, scalarText } from './yaml.ts'

/**
 * `https://github.com/org/repo/path?ref=v1.2.3` in any list of a kustomization. The key is the address's beginning
 * without scheme: `github.com/org/repo`, with a path behind it where only one of several is meant.
 *
 * Source: kubectl.docs.kubernetes.io, "remote targets".
 */
export const kustomizeRef: Form = {
  name: 'kustomize-ref',
  matches: 'many',
  spelling: 'tag',
  keyNames: 'remote address',
  find(source, key) {
    const address = new RegExp(
      `^(?:git::)?(?:https?://|ssh://)?(?:git@)?${literally(key)}(?:\\.git)?(?:/[^?\\s]*)?\\?(?:[^\\s]*&)?(?:ref|version)=([^&\\s]*)`,
    )
    return scalarsOf(source, key).flatMap(({ start, text }) => {
      const match = address.exec(text)
      if (match === null) return []
      const value = match[1] ?? ''
      const end = start + match[0].length
      return [{ start: end - value.length, end, value }]
    })
  },
}

/** `newTag`, `newName` and `digest` of the entry in `images:` whose `name` is the key. */
export const kustomizeImage: Form = {
  name: 'kustomize-image',
  matches: 'once',
  spelling: 'kept',
  keyNames: 'image',
  find(source, key) {
    return documentsOf(source).flatMap((document) => {
      const images = isMap(document.contents) ? document.contents.get('images') : undefined
      if (!isSeq(images)) return []
      return images.items.flatMap((entry) => (isMap(entry) ? entryOf(source, entry, key) : []))
    })
  },
}

function entryOf(source: Source, entry: YAMLMap, key: string): Span[] {
  const field = (name: string) => scalarRange(source, entry.get(name, true))
  const [name, newName, newTag, digest] = [field('name'), field('newName'), field('newTag'), field('digest')]
  if (name?.text !== key) return []
  const image: ImageSpan = {
    repository: newName?.text ?? key,
    tag: newTag?.text ?? null,
    digest: digest?.text ?? null,
    written: {
      fields: [
        { name: 'newName', part: 'repository', at: newName },
        { name: 'newTag', part: 'tag', at: newTag },
        { name: 'digest', part: 'digest', at: digest },
      ],
    },
  }
  const at: Range & { readonly text?: string } = newTag ?? digest ?? { start: name.start, end: name.start }
  return [{ start: at.start, end: at.end, value: at.text ?? '', image }]
}

/**
 * `value` of the JSON patch operations whose `path` is the key (`/metadata/annotations/containerImage`): in a file of patches,
 * and in the strings of a kustomization that hold some.
 *
 * Source: RFC 6902; kubectl.docs.kubernetes.io, "patches".
 */
export const kustomizePatch: Form = {
  name: 'kustomize-patch',
  matches: 'many',
  spelling: 'kept',
  keyNames: 'path of a patch',
  find(source, key) {
    if (!source.text.includes(key)) return []
    const own = documentsOf(source).flatMap((document) => operationsIn(source, document, key))
    const inside = scalarsOf(source, key).flatMap((written) => {
      const embedded = written.text.trim() === key ? null : embeddedIn(source, written)
      if (embedded === null) return []
      const { documents, source: inner, shift } = embedded
      return documents
        .flatMap((document) => operationsIn(inner, document, key))
        .map(({ start, end }) => ({ start: start + shift, end: end + shift }))
    })
    return [...own, ...inside].sort((a, b) => a.start - b.start).map((range) => valueSpan(source.text, range))
  },
}

function operationsIn(source: Source, document: Document.Parsed, key: string): Range[] {
  const found: Range[] = []
  visit(document, {
    Map(_key, map: YAMLMap) {
      if (scalarText(map, 'path') !== key || !map.has('op')) return
      const value = scalarRange(source, map.get('value', true))
      if (value?.kind === 'flow') found.push({ start: value.start, end: value.end })
    },
  })
  return found
}
