import { admit } from '../evaluate/evaluate.js'
import { entriesOf, isList, isObject, member } from '../../yaml/index.js'
import { isEmbedded, itemsOf, propertyOf, valuesOf } from '../schema/schema.js'
/**
 * Whether every default is a value that its own schema takes whole (apiextensions-apiserver,
 * pkg/apiserver/schema/defaulting/validation.go).
 */
export function checkDefaults(schema, field, refuse, options) {
  walk(schema, field, 'object', true)
  function walk(node, at, place, isTop) {
    const value = member(node, 'default')
    if (value !== undefined && value !== null) checkOne(node, value, `${at}.default`, place, isTop)
    const isResource = place === 'object' || isEmbedded(node)
    for (const [name, child] of entriesOf(node, 'properties')) {
      const inner = isResource && name === 'metadata' ? 'metadata' : place === 'metadata' ? 'metadata' : 'value'
      walk(
        child,
        `${at}.properties[${name}]`,
        inner,
        isTop && isResource && (place === 'object' ? name === 'metadata' : true),
      )
    }
    const values = valuesOf(node)
    if (values !== undefined) {
      if (place === 'metadata' && member(values, 'default') !== undefined) {
        refuse(
          `${at}.additionalProperties.default`,
          'Forbidden',
          'must not be set inside additionalProperties applying to object metadata',
        )
      } else walk(values, `${at}.additionalProperties`, place === 'metadata' ? place : 'value', false)
    }
    const items = itemsOf(node)
    if (items !== undefined) walk(items, `${at}.items`, place === 'metadata' ? place : 'value', false)
  }
  function checkOne(node, value, at, place, isTop) {
    if (!options.defaults) {
      refuse(at, 'Forbidden', 'must not be set')
      return
    }
    if (!options.structural) return
    if (place === 'metadata' && isTop) {
      refuse(at, 'Forbidden', 'must not be set in top-level metadata')
      return
    }
    const { dropped, complaints } = admit(node, value)
    const unknown = place === 'metadata' ? [] : dropped.filter((path) => !isServerOwned(path))
    if (options.prunedDefaults && unknown.length > 0) refuse(at, 'Invalid', 'must not have unknown fields')
    for (const complaint of complaints) {
      refuse(complaint.at === '' ? at : `${at}.${complaint.at}`, 'Invalid', complaint.message)
    }
    for (const [where, text] of badLabels(node, value, place === 'metadata')) refuse(`${at}${where}`, 'Invalid', text)
  }
}
function isServerOwned(path) {
  return /(?:^|\.)(?:apiVersion|kind|metadata)(?:\.|$)/.test(path)
}
/** Labels of object metadata that no label may look like. */
function badLabels(node, value, isMetadata) {
  const found = []
  visit(node, value, '', isMetadata)
  return found
  function visit(schema, at, path, here) {
    if (isList(at))
      at.forEach((item, index) =>
        visit(schema === undefined ? undefined : itemsOf(schema), item, `${path}[${index}]`, false),
      )
    if (!isObject(at)) return
    if (here) {
      for (const [name, text] of entriesOf(at, 'labels')) {
        if (typeof text === 'string' && !/^(?:[A-Za-z0-9](?:[-\w.]*[A-Za-z0-9])?)?$/.test(text)) {
          found.push([
            `${path}.labels`,
            `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.': ${name}`,
          ])
        }
      }
      return
    }
    if (schema === undefined) return
    for (const [name, inner] of Object.entries(at)) {
      visit(
        propertyOf(schema, name) ?? valuesOf(schema),
        inner,
        `${path}.${name}`,
        isEmbedded(schema) && name === 'metadata',
      )
    }
  }
}
