import { isMap, isSeq } from 'yaml'
import { literally, problem } from './form.js'
import { imageParts, imageSpan } from './value.js'
import { documentsOf, scalarRange, scalarsOf } from './yaml.js'
/**
 * References to one image in any field of a Kubernetes object: `image:`, the value of an environment variable, an
 * annotation, a JSON patch or a manifest inside a string. The key is the image without tag. Names that only contain
 * the image's name, and prose about it, are left alone.
 */
export const yamlImage = {
  matches: 'many',
  spelling: 'kept',
  keyNames: 'image',
  find(source, key) {
    // Inside a longer string a reference counts only where a string or a line of a manifest holds nothing else.
    const inside = new RegExp(
      `(?<=["']|^[ \\t-]*[\\w."'-]+:[ \\t]+)${literally(key)}[:@][^\\s"'\\\\]+(?=\\\\?["']|[ \\t]*$)`,
      'gm',
    )
    return scalarsOf(source, key).flatMap(({ start, text, kind }) => {
      const whole = kind === 'flow' ? spanAt(text, start, key) : []
      if (whole.length > 0) return whole
      return [...text.matchAll(inside)].flatMap((match) => spanAt(match[0], start + match.index, key))
    })
  },
}
function spanAt(text, start, key) {
  const parts = text.startsWith(key) ? imageParts(text) : null
  const names = parts?.repository === key && (parts.tag !== null || parts.digest !== null)
  return names ? [imageSpan(parts, start)] : []
}
/**
 * The tag of an OpenShift ImageStream: `from.name`, and the tag's own name where it is that same version. The key is the
 * imported image or the ImageStream's name. Every other name in an ImageStream is a name, not a version, and stays.
 *
 * Source: docs.openshift.com, ImageStream [image.openshift.io/v1], `.spec.tags`.
 */
export const imagestream = {
  matches: 'many',
  spelling: 'kept',
  keyNames: 'image or ImageStream',
  find(source, key) {
    const found = documentsOf(source).flatMap((document) => {
      if (!isMap(document.contents) || document.getIn(['kind']) !== 'ImageStream') return []
      const tags = document.getIn(['spec', 'tags'])
      const named = document.getIn(['metadata', 'name']) === key
      return isSeq(tags) ? tags.items.map((tag) => tagOf(source, tag, named ? null : key)) : []
    })
    const importing = found.filter((spans) => spans.length > 0)
    const second = importing[1]?.[0]
    if (second !== undefined) {
      throw problem(
        source,
        second.start,
        `a second tag of the ImageStream imports ${key}; which one shall be moved cannot be told.`,
        'Keep one tag in this file, or edit the older ones away first.',
      )
    }
    return importing.flat()
  },
}
function tagOf(source, tag, key) {
  if (!isMap(tag)) return []
  const from = scalarRange(source, tag.getIn(['from', 'name'], true))
  const repository = key ?? imageParts(from?.text ?? '')?.repository ?? ''
  const [imported] = from === null ? [] : spanAt(from.text, from.start, repository)
  if (imported === undefined) return []
  const name = scalarRange(source, tag.get('name', true))
  if (name === null || name.text !== imported.value) return [imported]
  return [{ start: name.start, end: name.end, value: name.text, tagOf: repository }, imported].sort(
    (a, b) => a.start - b.start,
  )
}
