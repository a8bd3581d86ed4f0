import { goNumber, isList, isObject } from '../../yaml/index.js'
/** Values as Go's `json.MarshalIndent(…, "", "  ")` writes them: keys sorted, `<`, `>` and `&` escaped for HTML. */
export function goJson(value, indent = '') {
  const inner = `${indent}  `
  if (isList(value)) {
    if (value.length === 0) return '[]'
    return `[\n${value.map((item) => inner + goJson(item, inner)).join(',\n')}\n${indent}]`
  }
  if (isObject(value)) {
    const keys = Object.keys(value).sort()
    if (keys.length === 0) return '{}'
    return `{\n${keys.map((key) => `${inner}${text(key)}: ${goJson(value[key] ?? null, inner)}`).join(',\n')}\n${indent}}`
  }
  if (typeof value === 'string') return text(value)
  return typeof value === 'number' && Number.isInteger(value) ? goNumber(value) : String(value)
}
function text(value) {
  return JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/g,
    (point) => `\\u${point.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
