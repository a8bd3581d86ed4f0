import { isMap, isNode, isScalar, isSeq } from 'yaml'
import { nearest } from './nearest.js'
import { clipped, didYouMean, faultOf, here, shown, suggestion, text } from './shape.js'
/** A list of values that are all different, where `unique`. */
export function listOf(item, bounds = {}) {
  const { least = 0, unique = false } = bounds
  return {
    schema: {
      type: 'array',
      items: item.schema,
      ...(least > 0 && { minItems: least }),
      ...(unique && { uniqueItems: true }),
    },
    blank: [],
    read(given, at) {
      const node = at.open(given)
      if (!isSeq(node)) {
        at.problem('wrong-type', `${here(at)} is ${shown(node)}; expected a list.`, 'Write each item as “- …”.')
        return []
      }
      if (node.items.length < least) {
        at.problem('too-few', `${here(at)} is an empty list.`, `Give at least ${least}, or leave the key out.`)
      }
      const read = []
      const seen = new Set()
      for (const [index, value] of node.items.entries()) {
        const itemNode = nodeOf(value)
        const within = at.child(index, null, itemNode)
        const found = item.read(itemNode, within)
        if (unique && found !== '' && seen.has(found)) {
          within.problem('duplicate', `${here(within)} repeats “${String(found)}”.`, 'Remove one of the two.')
        }
        read.push(found)
        seen.add(found)
      }
      return read
    },
  }
}
/** Named things: any number of keys that keep a rule, each with a value of one shape. */
export function mapOf(key, value, least = 0) {
  const name = text(key)
  return {
    schema: {
      type: 'object',
      propertyNames: name.schema,
      additionalProperties: value.schema,
      ...(least > 0 && { minProperties: least }),
    },
    blank: [],
    read(given, at) {
      const node = at.open(given)
      if (!isMap(node)) {
        at.problem(
          'wrong-type',
          `${here(at)} is ${shown(node)}; expected a mapping.`,
          `For example: “${key.example}: …”`,
        )
        return []
      }
      if (node.items.length < least) {
        at.problem('too-few', `${here(at)} is empty.`, `Give at least ${least}.`)
      }
      return entries(node, at).map(({ key: found, keyNode, value: valueNode }) => {
        const within = at.child(found, keyNode, valueNode)
        const wrong = faultOf(key, found)
        if (wrong !== null) {
          within.problem(
            key.rule,
            `The key “${clipped(found)}”${inPath(at)} is wrong; ${wrong}.`,
            suggestion(key, found),
            'key',
          )
        }
        return { key: found, value: value.read(valueNode, within) }
      })
    },
  }
}
/** A key that must be there. */
export function required(shape, description) {
  return { shape, description, required: true, absent: shape.blank, read: (node, at) => shape.read(node, at) }
}
/** A key that may be left out, and what stands then. */
export function optional(shape, absent, description, absentText) {
  return {
    shape,
    description,
    required: false,
    absent,
    ...(absentText !== undefined && { absentText }),
    read: (node, at) => shape.read(node, at),
  }
}
/** A mapping with the given keys and no others; `what` names it in errors: `a component`. */
export function record(what, fields) {
  const names = Object.keys(fields)
  return {
    fields,
    schema: {
      type: 'object',
      additionalProperties: false,
      required: names.filter((name) => fields[name]?.required === true),
      properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, propertySchema(field)])),
    },
    blank: collect(fields, (_, field) => field.absent),
    read(given, at) {
      const node = at.open(given)
      if (!isMap(node)) {
        at.problem('wrong-type', `${here(at)} is ${shown(node)}; expected ${what}.`, `Its keys: ${names.join(', ')}.`)
        return this.blank
      }
      const found = new Map(entries(node, at).map((entry) => [entry.key, entry]))
      const misspelt = new Set()
      for (const { key, keyNode, value } of found.values()) {
        if (Object.hasOwn(fields, key)) continue
        const close = nearest(key, names)
        if (close !== null) misspelt.add(close)
        at.child(key, keyNode, value).problem(
          'unknown-key',
          `“${clipped(key)}” is no key of ${what}${inPath(at)}.`,
          key === '<<'
            ? 'Merge keys belong to YAML 1.1; write the keys out.'
            : close === null
              ? `Its keys: ${names.join(', ')}.`
              : didYouMean(close),
          'key',
        )
      }
      return collect(fields, (name, field) => {
        const entry = found.get(name)
        if (entry !== undefined && !isAbsent(entry.value)) {
          return field.read(entry.value, at.child(name, entry.keyNode, entry.value))
        }
        if (entry !== undefined) {
          at.child(name, entry.keyNode, entry.value).problem(
            'no-value',
            `“${name}”${inPath(at)} has no value.`,
            'Give it a value, or remove the key.',
            'key',
          )
        } else if (field.required && !misspelt.has(name)) {
          at.problem(
            'missing-key',
            `${at.path.length === 0 ? 'The manifest' : here(at)} lacks “${name}”.`,
            `Add it. ${field.description}`,
            'key',
          )
        }
        return field.absent
      })
    },
  }
}
function collect(fields, value) {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, value(name, field)]))
}
/** The pairs of a mapping whose keys are text; a key that is not, or that comes twice, is noted. */
function entries(map, at) {
  const found = new Map()
  for (const pair of map.items) {
    const [keyNode, value] = [nodeOf(pair.key), nodeOf(pair.value)]
    const key = isScalar(keyNode) && typeof keyNode.value === 'string' ? keyNode.value : null
    if (key === null) {
      const given = isScalar(keyNode) ? (keyNode.source ?? String(keyNode.value)) : ''
      at.child(given, keyNode, value).problem(
        'wrong-key',
        `A key${inPath(at)} is ${shown(keyNode)}; expected text.`,
        given === '' ? 'Write “name: value”.' : `Write it in quotes: "${given}".`,
        'key',
      )
    } else if (found.has(key)) {
      at.child(key, keyNode, value).problem(
        'duplicate-key',
        `“${clipped(key)}”${inPath(at)} is given twice; the first is in line ${at.lineOf(key)}.`,
        'Remove one of the two.',
        'key',
      )
    } else {
      found.set(key, { key, keyNode, value })
      at.child(key, keyNode, value)
    }
  }
  return [...found.values()]
}
const inPath = (at) => (at.path.length === 0 ? '' : ` in ${here(at)}`)
const nodeOf = (value) => (isNode(value) ? value : null)
const isAbsent = (node) => node === null || (isScalar(node) && node.value === null)
function propertySchema({ shape, description, required: needed, absent }) {
  const fallback =
    needed || absent === null || (Array.isArray(absent) && absent.length === 0) ? {} : { default: absent }
  return { ...shape.schema, description, ...fallback }
}
