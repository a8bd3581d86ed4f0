import { posix } from 'node:path'
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { UserError } from '../../plan/index.js'
/**
 * Makes the `resources` of a kustomization list some files and not others, and leaves every other byte as it is.
 *
 * `present` and `absent` are paths from the kustomization's own directory. What is listed already stays where it is,
 * whichever way it is written (`crd.yaml`, `./crd.yaml`); new entries go to the end, in the order given.
 *
 * @throws UserError naming file and line for a list that cannot be edited without guessing.
 */
export function editResources(text, file, present, absent) {
  const list = findResources(text, file)
  const listed = new Set(list.items.map((item) => posix.normalize(item.value)))
  const unwanted = new Set(absent.map((path) => posix.normalize(path)))
  const missing = present.filter((path) => !listed.has(posix.normalize(path)))
  const leaving = list.items.filter((item) => unwanted.has(posix.normalize(item.value)))
  if (missing.length === 0 && leaving.length === 0) return text
  return list.write(missing, new Set(leaving))
}
function findResources(text, file) {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' })
  const [problem] = document.errors
  if (problem !== undefined) throw cannot(problem.message, problem.pos[0])
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const root = document.contents
  if (root !== null && !isMap(root)) throw cannot('it is not a mapping', 0)
  const pair = root?.items.find(({ key }) => isScalar(key) && key.value === 'resources')
  if (pair === undefined) return { items: [], write: (added) => atEnd(`resources:${asLines(added, '')}`) }
  const { key, value } = pair
  const afterKey = isScalar(key) && key.range ? text.indexOf(':', key.range[1]) + 1 : 0
  if (value === null || value === undefined || (isScalar(value) && value.value === null)) {
    return { items: [], write: (added) => splice(afterKey, afterKey, asLines(added, '').trimEnd()) }
  }
  if (!isSeq(value)) throw cannot('“resources” is not a list', afterKey)
  const items = value.items.map((node) => {
    if (!isScalar(node) || typeof node.value !== 'string' || !node.range) {
      throw cannot('“resources” lists something that is not a path', afterKey)
    }
    return { value: node.value, start: node.range[0], end: node.range[1] }
  })
  return { items, write: value.flow === true ? flow(value, items) : block(items) }
  /** `[a, b]`: the list is written anew between its brackets. */
  function flow(list, before) {
    const [start, end] = rangeOf(list)
    if (text.slice(start, end).includes('#')) throw cannot('“resources” is a [list] with comments in it', start)
    return (added, removed) => {
      const kept = before.filter((item) => !removed.has(item)).map((item) => text.slice(item.start, item.end))
      return splice(start, end, `[${[...kept, ...added].join(', ')}]`)
    }
  }
  /** One item a line: lines come and go, the others stay. */
  function block(before) {
    const rows = before.map((item) => {
      const start = text.lastIndexOf('\n', item.start - 1) + 1
      const found = text.indexOf('\n', item.end)
      const indent = /^([ ]*)-[ \t]+$/.exec(text.slice(start, item.start))?.[1]
      if (indent === undefined) throw cannot(`“${item.value}” does not stand on a line of its own`, item.start)
      return { item, start, end: found < 0 ? text.length : found + 1, indent }
    })
    return (added, removed) => {
      const gone = rows.filter((row) => removed.has(row.item))
      const end = rows.at(-1)?.end ?? text.length
      const tail = asLines(added, rows.at(-1)?.indent ?? '').slice(newline.length)
      const open = added.length > 0 && gone.at(-1)?.end !== end && !text.slice(0, end).endsWith('\n')
      return edit([
        // A key without items would be null; kustomize reads that, but nobody would write it.
        ...(gone.length === rows.length && added.length === 0 ? [{ start: afterKey, end: afterKey, by: ' []' }] : []),
        ...gone.map(({ start, end: until }) => ({ start, end: until, by: '' })),
        { start: end, end, by: (open ? newline : '') + tail },
      ])
    }
  }
  function asLines(paths, indent) {
    return newline + paths.map((path) => `${indent}- ${path}${newline}`).join('')
  }
  function atEnd(addition) {
    return text === '' || text.endsWith('\n') ? text + addition : text + newline + addition
  }
  function splice(start, end, by) {
    return edit([{ start, end, by }])
  }
  /** Edits in the order of their places, not overlapping. */
  function edit(edits) {
    const pieces = edits.map(({ start, by }, index) => text.slice(edits[index - 1]?.end ?? 0, start) + by)
    return pieces.join('') + text.slice(edits.at(-1)?.end ?? 0)
  }
  function cannot(why, offset) {
    const { line, col } = lines.linePos(offset)
    return new UserError(`${file}: ${why}; its resources cannot be kept up to date.`, {
      file,
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      advice: 'Write the resources one a line (“- crd.yaml”), or set “kustomization: none”.',
    })
  }
}
function rangeOf(node) {
  if (!node.range) throw new TypeError('a parsed node has a range')
  return node.range
}
