import { rulesOf } from '../cel/rules.js'
import { tryRule } from '../evaluate/rule-samples.js'
import { compareConstraints } from './constraints.js'
import { canonical, entriesOf, isObject, member } from '../../yaml/index.js'
import { samples } from '../evaluate/sample.js'
import {
  defaultOf,
  isEmbedded,
  isNullable,
  itemsOf,
  keepsUnknown,
  listKeysOf,
  listTypeOf,
  mapTypeOf,
  propertyOf,
  requiredOf,
  SERVER_OWNED,
  showPath,
  typeOf,
  valuesOf,
} from '../schema/schema.js'
const REFUSED = 'New objects with such a value are refused, and so are old ones once that part of them is edited.'
const KEEP_OR_CONVERT = 'Keep what was accepted, or introduce a new version with a conversion.'
const none = () => []
/**
 * Walks two schemas of one version as long as both have the node. What is new harms nobody; what is gone is said once,
 * at its top.
 */
export function compareSchemas(before, after, prunes) {
  const changes = []
  const added = []
  walk(before, after, [])
  if (added.length > 0) {
    changes.push({
      severity: 'info',
      rule: 'fields-added',
      path: [],
      says: `has ${added.length === 1 ? 'a new optional field' : `${added.length} new optional fields`}.`,
      advice: 'Nothing to do.',
      before: null,
      after: added,
      at: [],
      values: none,
    })
  }
  return changes
  function say(change) {
    changes.push({ at: change.path, values: none, ...change })
  }
  /** `keys`: those by which the list around tells its items apart. */
  function walk(old, now, path, keys = []) {
    if (old === now) return
    if (!isSameOrWider(old, now)) {
      say({
        severity: 'error',
        rule: 'type-changed',
        path,
        says: `changes from ${typeOf(old)} to ${typeOf(now)}. Existing objects are refused.`,
        advice: 'Keep the type and add a new field, or introduce a new version with a conversion.',
        before: typeOf(old),
        after: typeOf(now),
        values: () => samples(old),
      })
      return
    }
    nullability(old, now, path)
    for (const change of compareConstraints(old, now)) constraint(change, path)
    requirements(old, now, path, keys)
    lists(old, now, path)
    maps(old, now, path)
    rules(old, now, path)
    embedding(old, now, path)
    children(old, now, path)
  }
  function nullability(old, now, path) {
    if (isNullable(old) && !isNullable(now) && typeOf(now) !== 'any') {
      const fallback = defaultOf(now)
      say({
        severity: 'error',
        rule: 'nullable-removed',
        path,
        says:
          fallback === undefined
            ? 'can no longer be null. The API server drops a null from an object, and refuses it in a list.'
            : `can no longer be null. The API server puts the default ${canonical(fallback)} in place of a null.`,
        advice: 'Keep “nullable: true”, or make sure that no client writes null.',
        before: 'nullable',
        after: 'not nullable',
        values: () => [null],
      })
    } else if (!isNullable(old) && isNullable(now)) {
      say({
        severity: 'info',
        rule: 'nullable-added',
        path,
        says: 'can be null now. Clients that read it must expect that.',
        advice: 'Nothing to do for those who write objects.',
        before: 'not nullable',
        after: 'nullable',
      })
    }
  }
  function constraint({ keyword, direction, before: was, after: is, refused }, path) {
    const common = { path, before: was, after: is }
    if (direction === 'narrower') {
      say({
        ...common,
        severity: 'error',
        rule: `${toKebab(keyword)}-narrowed`,
        says: `accepts less: ${keyword} ${show(was)} → ${show(is)}. ${REFUSED}`,
        advice: KEEP_OR_CONVERT,
        values: () => refused,
      })
    } else if (direction === 'unclear') {
      say({
        ...common,
        severity: 'warning',
        rule: `${toKebab(keyword)}-changed`,
        says: `is checked differently: ${keyword} ${show(was)} → ${show(is)}. No value was found that is refused only now.`,
        advice: 'Read both; samples prove nothing.',
      })
    } else {
      const produced = keyword === 'enum' && isStatus(path)
      say({
        ...common,
        severity: produced ? 'warning' : 'info',
        rule: `${toKebab(keyword)}-widened`,
        says: produced
          ? `may hold values that no client knows yet: ${keyword} ${show(was)} → ${show(is)}.`
          : `accepts more: ${keyword} ${show(was)} → ${show(is)}.`,
        advice: produced
          ? 'Clients that decide by this value must handle the new ones.'
          : 'Nothing to do for those who write objects.',
      })
    }
  }
  function requirements(old, now, path, keys) {
    const [was, is] = [new Set(requiredOf(old)), new Set(requiredOf(now))]
    for (const name of [...is].sort()) {
      // Defaulting runs before validation, so a default fulfils the requirement.
      if (was.has(name) || defaultOf(propertyOf(now, name)) !== undefined) continue
      if (path.length === 0 && SERVER_OWNED.has(name)) continue
      // An item without its key cannot be found again, so not even what stays as it is passes.
      const always = path.length === 0 || keys.includes(name)
      say({
        severity: 'error',
        rule: 'required-added',
        path: [...path, { kind: 'field', name }],
        says: `becomes required. ${always ? 'Objects without it are refused, on any update.' : 'New objects without it are refused, and old ones once the part around it is edited.'}`,
        advice: 'Give it a default, or leave it optional.',
        before: 'optional',
        after: 'required',
        at: path,
        values: () => samples(old).filter((value) => member(value, name) === undefined),
      })
    }
    for (const name of [...was].sort()) {
      if (is.has(name) || propertyOf(now, name) === undefined) continue
      say({
        severity: 'info',
        rule: 'required-removed',
        path: [...path, { kind: 'field', name }],
        says: 'is optional now. Clients that read it must expect that it is not there.',
        advice: 'Nothing to do for those who write objects.',
        before: 'required',
        after: 'optional',
      })
    }
  }
  function lists(old, now, path) {
    if (typeOf(old) !== 'array' || typeOf(now) !== 'array') return
    const [oldItems, newItems] = [itemsOf(old), itemsOf(now)]
    // Items of another type are the finding; that they are told apart otherwise follows.
    if (oldItems !== undefined && newItems !== undefined && !isSameOrWider(oldItems, newItems)) return
    const [was, is] = [listTypeOf(old), listTypeOf(now)]
    const [oldKeys, newKeys] = [listKeysOf(old), listKeysOf(now)]
    const same = was === is && (is !== 'map' || canonical([...oldKeys].sort()) === canonical([...newKeys].sort()))
    if (same) return
    const stricter = is !== 'atomic' && !(was === is && oldKeys.every((key) => newKeys.includes(key)))
    const shown = (type, keys) => (type === 'map' ? `map by ${keys.join(', ')}` : type)
    say({
      severity: stricter ? 'error' : 'warning',
      rule: stricter ? 'list-uniqueness-added' : 'list-type-changed',
      path,
      says: `changes its list type from ${shown(was, oldKeys)} to ${shown(is, newKeys)}. ${
        stricter
          ? 'New objects in which an item repeats are refused.'
          : 'With server-side apply, the whole list has one owner from now on, or other items of it.'
      }`,
      advice: stricter
        ? 'Make sure that no client writes an item twice; say so in the release notes.'
        : 'Look at who applies this list; two appliers may now take it from each other.',
      before: shown(was, oldKeys),
      after: shown(is, newKeys),
      values: () => repeated(old, newKeys),
    })
  }
  function maps(old, now, path) {
    const [was, is] = [mapTypeOf(old), mapTypeOf(now)]
    if (was === is || typeOf(now) !== 'object') return
    say({
      severity: 'info',
      rule: 'map-type-changed',
      path,
      says: `changes its map type from ${was} to ${is}: who owns what in server-side apply.`,
      advice: 'Nothing to do unless several appliers write this map.',
      before: was,
      after: is,
    })
  }
  function rules(old, now, path) {
    const [was, is] = [rulesOf(old), rulesOf(now)]
    const gone = [...was].filter(([key]) => !is.has(key)).map(([, rule]) => rule)
    for (const [key, { rule, transition, message }] of is) {
      if (was.has(key)) continue
      const common = { path, before: gone.length === 0 ? null : gone.map((other) => other.rule), after: rule }
      if (transition) {
        say({
          ...common,
          severity: 'warning',
          rule: 'cel-transition-added',
          says: `can no longer change freely: ${message}`,
          advice: 'Clients that change it must delete and create instead; say so in the release notes.',
        })
        continue
      }
      const { refused, isConclusive } = tryRule(rule, old)
      const harmless = refused.length === 0 && isConclusive
      say({
        ...common,
        severity: harmless ? 'warning' : 'error',
        rule: harmless ? 'cel-rule-changed' : 'cel-rule-added',
        says: harmless
          ? `has a new rule, and no value was found that only it refuses: ${message}`
          : `must fulfil a new rule: ${/[.!?]$/.test(message) ? message : `${message}.`} Objects that do not are refused.`,
        advice: harmless
          ? 'Read it; samples prove nothing.'
          : 'Check existing objects against the rule before the update; say so in the release notes.',
        values: () => refused,
      })
    }
    if (gone.length > 0 && is.size < was.size) {
      say({
        severity: 'info',
        rule: 'cel-rule-removed',
        path,
        says: `has ${gone.length === 1 ? 'a rule less' : `${gone.length} rules less`}.`,
        advice: 'Nothing to do for those who write objects.',
        before: gone.map(({ rule }) => rule),
        after: null,
      })
    }
  }
  function embedding(old, now, path) {
    if (isEmbedded(old) === isEmbedded(now)) return
    const gone = isEmbedded(old)
    const loses = gone && prunes && !keepsUnknown(now)
    say({
      severity: gone && !loses ? 'info' : 'error',
      rule: gone ? 'embedded-resource-removed' : 'embedded-resource-added',
      path,
      says: gone
        ? 'is no longer an embedded object; apiVersion, kind and metadata are fields like any other.'
        : 'must be a whole Kubernetes object now: without apiVersion and kind it is refused.',
      advice: KEEP_OR_CONVERT,
      before: gone ? 'embedded resource' : 'object',
      after: gone ? 'object' : 'embedded resource',
      values: () => samples(old),
    })
  }
  function children(old, now, path) {
    const isResource = path.length === 0 || isEmbedded(old)
    for (const [name, child] of entriesOf(old, 'properties')) {
      const inner = [...path, { kind: 'field', name }]
      if (isResource && SERVER_OWNED.has(name)) {
        if (name === 'metadata') metadata(child, propertyOf(now, name) ?? {}, inner)
        continue
      }
      const here = propertyOf(now, name) ?? valuesOf(now)
      if (here !== undefined) {
        walk(child, here, inner)
        defaults(child, here, inner, now)
      } else if (prunes && !keepsUnknown(now)) removed(inner, child)
    }
    for (const [name, child] of entriesOf(now, 'properties')) {
      if (propertyOf(old, name) !== undefined || (isResource && SERVER_OWNED.has(name))) continue
      const inner = [...path, { kind: 'field', name }]
      const values = valuesOf(old)
      if (values !== undefined) walk(values, child, inner)
      else if (keepsUnknown(old) || !prunes) constrained(inner, child)
      else if (!requiredOf(now).includes(name) || defaultOf(child) !== undefined) {
        added.push(showPath(inner))
        newDefault(child, inner)
      }
    }
    const [oldItems, nowItems] = [itemsOf(old), itemsOf(now)]
    if (oldItems !== undefined && nowItems !== undefined) {
      walk(oldItems, nowItems, [...path, { kind: 'item' }], listTypeOf(now) === 'map' ? listKeysOf(now) : [])
    }
    const [oldValues, nowValues] = [valuesOf(old), valuesOf(now)]
    const value = [...path, { kind: 'value' }]
    if (oldValues !== undefined && nowValues !== undefined) walk(oldValues, nowValues, value)
    else if (oldValues !== undefined && prunes && !keepsUnknown(now)) removed(value, oldValues)
    else if (oldValues === undefined && nowValues !== undefined && keepsUnknown(old)) constrained(value, nowValues)
    if (prunes && oldValues === undefined && nowValues === undefined && keepsUnknown(old) && !keepsUnknown(now)) {
      if (typeOf(now) === 'object') unknownDropped(path)
    }
  }
  /** The API server checks no more of metadata than name and generateName. */
  function metadata(old, now, path) {
    for (const name of ['name', 'generateName']) {
      const inner = [...path, { kind: 'field', name }]
      for (const change of compareConstraints(
        propertyOf(old, name) ?? { type: 'string' },
        propertyOf(now, name) ?? { type: 'string' },
      )) {
        constraint(change, inner)
      }
    }
  }
  function removed(path, schema) {
    say({
      severity: 'error',
      rule: 'field-removed',
      path,
      says: 'goes away. The API server drops its value from every object that it writes.',
      advice: 'Keep the field, deprecated, or introduce a new version with a conversion that carries its value.',
      before: typeOf(schema),
      after: null,
      values: () => samples(schema),
    })
  }
  function unknownDropped(path) {
    say({
      severity: 'error',
      rule: 'unknown-fields-dropped',
      path,
      says: 'no longer keeps fields that the schema does not name. The API server drops them from every object that it writes.',
      advice: 'Keep x-kubernetes-preserve-unknown-fields, or name every field that clients use.',
      before: 'preserve-unknown-fields',
      after: null,
      values: () => [{ 'not-in-the-schema': 'a' }],
    })
  }
  /** A field that could be anything gets a schema. */
  function constrained(path, now) {
    if (typeOf(now) === 'any') return
    say({
      severity: 'warning',
      rule: 'unknown-field-constrained',
      path,
      says: `was kept without a schema and is ${typeOf(now)} now. Objects that hold something else there are refused.`,
      advice: 'Check what clients write there.',
      before: 'any',
      after: typeOf(now),
    })
  }
  function newDefault(child, path) {
    const value = defaultOf(child)
    if (value === undefined || isEmptyValue(value)) return
    say({
      severity: 'info',
      rule: 'field-added-with-default',
      path,
      says: `is new and appears in every object as ${show(value)}.`,
      advice: 'Nothing to do; clients that compare objects will see it.',
      before: null,
      after: value,
    })
  }
  function defaults(old, now, path, parent) {
    const [was, is] = [defaultOf(old), defaultOf(now)]
    if (
      (was === undefined && is === undefined) ||
      (was !== undefined && is !== undefined && canonical(was) === canonical(is))
    )
      return
    const common = { path, before: was ?? null, after: is ?? null }
    const name = path.at(-1)
    const required = name?.kind === 'field' && requiredOf(parent).includes(name.name)
    if (is === undefined && required) {
      say({
        ...common,
        severity: 'error',
        rule: 'required-default-removed',
        says: `loses its default ${show(was ?? null)} and stays required. Objects that relied on the default are refused.`,
        advice: 'Keep the default, or make the field optional.',
        at: path.slice(0, -1),
        values: () => samples(parent).map((value) => without(value, name.name)),
      })
    } else {
      const empty = was === undefined && is !== undefined && isEmptyValue(is)
      say({
        ...common,
        severity: empty ? 'info' : 'warning',
        rule: was === undefined ? 'default-added' : is === undefined ? 'default-removed' : 'default-changed',
        says:
          is === undefined
            ? `loses its default ${show(was ?? null)}.`
            : was === undefined
              ? `gets the default ${show(is)} where it is not set.`
              : `changes its default from ${show(was)} to ${show(is)}.`,
        advice: empty
          ? 'Nothing to do.'
          : 'Objects that do not set it behave differently after the update; set it where that matters.',
      })
    }
  }
}
/** Whether every value of the old type has the new type. */
function isSameOrWider(old, now) {
  const [from, to] = [typeOf(old), typeOf(now)]
  if (from === to || to === 'any') return true
  if (from === 'integer') return to === 'number' || to === 'int-or-string'
  return from === 'string' && to === 'int-or-string'
}
function isStatus([first]) {
  return first?.kind === 'field' && first.name === 'status'
}
/** Lists in which two items are the same by the new keys. */
function repeated(old, keys) {
  const items = itemsOf(old)
  if (items === undefined) return []
  const found = samples(items).slice(0, 6)
  const withKeys = found.filter((item) => keys.every((key) => member(item, key) !== undefined))
  return [...withKeys, ...found].map((item) => [item, item])
}
function without(value, name) {
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([other]) => other !== name))
}
function isEmptyValue(value) {
  return (
    value === '' ||
    value === false ||
    value === 0 ||
    value === 0n ||
    ['[]', '{}', 'null', '0'].includes(canonical(value))
  )
}
function show(value) {
  if (value === null) return 'none'
  const text = canonical(value)
  return text.length > 120 ? `${text.slice(0, 117)}…` : text
}
function toKebab(name) {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
