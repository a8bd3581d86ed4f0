import { isMap, isSeq } from 'yaml'
import { literally } from './form.js'
import { documentsOf, scalarRange, scalarsOf } from './yaml.js'
/**
 * `https://github.com/org/repo/path?ref=v1.2.3` in any list of a kustomization. The key is the address's beginning
 * without scheme: `github.com/org/repo`, with a path behind it where only one of several is meant.
 *
 * Source: kubectl.docs.kubernetes.io, "remote targets".
 */
export const kustomizeRef = {
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
export const kustomizeImage = {
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
function entryOf(source, entry, key) {
  const field = (name) => scalarRange(source, entry.get(name, true))
  const [name, newName, newTag, digest] = [field('name'), field('newName'), field('newTag'), field('digest')]
  if (name?.text !== key) return []
  const image = {
    repository: newName?.text ?? key,
    tag: newTag?.text ?? null,
    digest: digest?.text ?? null,
    written: { newName, newTag, digest },
  }
  const at = newTag ?? digest ?? { start: name.start, end: name.start }
  return [{ start: at.start, end: at.end, value: at.text ?? '', image }]
}
