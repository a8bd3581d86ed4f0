/** Whether a value, however it was read, is nothing but this (no dates, maps or other objects of a parser). */
export function isJson(value) {
  if (value === null || ['boolean', 'number', 'bigint', 'string'].includes(typeof value)) return true
  if (Array.isArray(value)) return value.every(isJson)
  return (
    typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isJson)
  )
}
export function isObject(value) {
  return typeof value === 'object' && value !== null && !isList(value)
}
export function isList(value) {
  return Array.isArray(value)
}
/** The member of an object; undefined where it has none, or where there is no object. */
export function member(value, key) {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}
/** The member where it is a text that says something, else undefined. */
export function textMember(value, key) {
  const found = member(value, key)
  return typeof found === 'string' && found !== '' ? found : undefined
}
/** The items of a list member; none where it is absent or no list. */
export function listMember(value, key) {
  const found = member(value, key)
  return isList(found) ? found : []
}
/** The names and values of an object member; none where it is absent or no object. */
export function entriesOf(value, key) {
  const found = member(value, key)
  return isObject(found) ? Object.entries(found) : []
}
/**
 * One text for each value, whatever its formatting and the order of its keys were. A whole number is the same with and
 * without a fraction of zero, as it is to the API server.
 */
export function canonical(value) {
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value).toString() : String(value)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  let text = ''
  if (isList(value)) {
    for (const item of value) text += `${text === '' ? '' : ','}${canonical(item)}`
    return `[${text}]`
  }
  for (const key of sortedKeys(value)) {
    const inner = value[key]
    if (inner !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(inner)}`
  }
  return `{${text}}`
}
/** Generators write keys in order, so that there is mostly nothing to sort. */
function sortedKeys(value) {
  const keys = Object.keys(value)
  return keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') < key) ? keys : keys.sort()
}
