const HOST = '[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::[0-9]{1,5})?'
const SEGMENT = '[a-z0-9]+(?:[._-]+[a-z0-9]+)*'
const IMAGE = new RegExp(
  `^((?:${HOST}/)?${SEGMENT}(?:/${SEGMENT})*)(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(sha256:[a-f0-9]{64}))?$`,
)
/** Takes an image reference apart (OCI distribution spec, "Pulling manifests"), or answers null for anything else. */
export function imageParts(text) {
  // The grammar's longest reference is far below this; anything longer only costs time.
  if (text.length > 512) return null
  const [, repository, tag = null, digest = null] = IMAGE.exec(text) ?? []
  return repository === undefined ? null : { repository, tag, digest }
}
/** The reference that the parts make. */
export function imageText({ repository, tag, digest }) {
  return `${repository}${tag === null ? '' : `:${tag}`}${digest === null ? '' : `@${digest}`}`
}
/** The span of an image reference that is written in one piece from `start` on: its version is its tag. */
export function imageSpan(parts, start) {
  const whole = { start, end: start + imageText(parts).length }
  const image = { ...parts, written: { whole } }
  if (parts.tag === null) return { ...whole, value: parts.digest ?? '', image }
  const tagStart = start + parts.repository.length + 1
  return { start: tagStart, end: tagStart + parts.tag.length, value: parts.tag, image }
}
/**
 * Where the version is in a value: the tag of an image reference, the `ref` of a remote address, or all of it.
 * Matching quotes around the value are not part of it.
 */
export function valueSpan(text, { start, end }) {
  const [from, to] = unquoted(text, start, end)
  const value = text.slice(from, to)
  const image = value.includes('/') || value.includes('@') ? imageParts(value) : null
  if (image !== null && (image.tag !== null || image.digest !== null)) return imageSpan(image, from)
  const query = /[?&](?:ref|version)=([^&\s#]*)/.exec(value)
  if (query !== null) {
    const refEnd = from + query.index + query[0].length
    const ref = query[1] ?? ''
    return { start: refEnd - ref.length, end: refEnd, value: ref }
  }
  return { start: from, end: to, value }
}
function unquoted(text, start, end) {
  const quote = text[start]
  const quoted = end - start >= 2 && (quote === '"' || quote === "'" || quote === '`') && text[end - 1] === quote
  return quoted ? [start + 1, end - 1] : [start, end]
}
