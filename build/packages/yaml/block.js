/** What this reader leaves to the complete one. */
class Unusual extends Error {}
/**
 * Reads the plain block style in which generators write definitions, many times faster than a complete YAML parser, and as
 * deep as need be; undefined for text that uses anything else (anchors, tags, flow collections, …) or that is
 * not correct, which the complete parser then reads or explains. Where this one answers, both give the same value.
 */
export function readBlockYaml(text, plain) {
  try {
    return new Reader(text.includes('\r') ? text.replaceAll('\r\n', '\n') : text, plain).document()
  } catch (error) {
    if (error instanceof Unusual || error instanceof RangeError) return undefined
    throw error
  }
}
function unusual() {
  throw new Unusual()
}
class Reader {
  #text
  #means
  #lines = []
  #at = 0
  constructor(text, means) {
    this.#means = means
    // One document, which may be marked at its start and nowhere else.
    if (/^\.\.\.|\n\.\.\./.test(text) || (text.match(/(?:^|\n)---/g)?.length ?? 0) > 1) unusual()
    this.#text = text
    for (let start = 0; start <= text.length;) {
      const found = text.indexOf('\n', start)
      const end = found < 0 ? text.length : found
      let content = start
      while (content < end && text.charCodeAt(content) === 32) content++
      if (text[content] === '\t') unusual()
      this.#lines.push({ start: content, end, indent: content - start })
      if (found < 0) break
      start = found + 1
    }
  }
  document() {
    const first = this.#lines.find((line) => !this.#isSkipped(line))
    if (first !== undefined && this.#content(first).startsWith('---')) {
      if (this.#content(first).trimEnd() !== '---' || first.indent > 0) unusual()
      this.#at = this.#lines.indexOf(first) + 1
    } else if (/(?:^|\n)---/.test(this.#text)) unusual()
    const value = this.#block(0)
    if (this.#next() !== undefined) unusual()
    return value
  }
  #content({ start, end }) {
    return this.#text.slice(start, end)
  }
  #isSkipped({ start, end }) {
    return start >= end || this.#text[start] === '#'
  }
  /** The next line that says something; `#at` is then there. */
  #next() {
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at]
      if (line === undefined || this.#isSkipped(line)) continue
      return line
    }
    return undefined
  }
  /** Whatever stands at this indent or deeper; null for nothing. */
  #block(least) {
    const line = this.#next()
    if (line === undefined || line.indent < least) return null
    if (this.#isItem(line)) return this.#sequence(line.indent)
    return this.#keyEnd(line) === undefined ? this.#scalar(line.start, least - 1) : this.#mapping(line.indent)
  }
  #isItem({ start, end }) {
    return this.#text[start] === '-' && (start + 1 === end || this.#text[start + 1] === ' ')
  }
  #sequence(indent) {
    const items = []
    for (let line = this.#next(); line?.indent === indent && this.#isItem(line); line = this.#next()) {
      let content = line.start + 1
      while (content < line.end && this.#text[content] === ' ') content++
      if (content >= line.end || this.#text[content] === '#') {
        this.#at++
        items.push(this.#block(indent + 1))
      } else {
        if (this.#text[content] === '\t') unusual()
        line.indent += content - line.start
        line.start = content
        items.push(this.#block(indent + 1))
      }
    }
    const after = this.#next()
    if (after !== undefined && after.indent > indent) unusual()
    return items
  }
  #mapping(indent) {
    const members = {}
    for (let line = this.#next(); line?.indent === indent && !this.#isItem(line); line = this.#next()) {
      const end = this.#keyEnd(line)
      if (end === undefined) unusual()
      const key = this.#key(line.start, end.key)
      if (Object.hasOwn(members, key) || key === '__proto__' || key === '<<') unusual()
      let content = end.colon + 1
      while (content < line.end && this.#text[content] === ' ') content++
      if (content >= line.end || this.#text[content] === '#') {
        this.#at++
        const below = this.#next()
        const isList = below?.indent === indent && this.#isItem(below)
        members[key] = isList ? this.#sequence(indent) : this.#block(indent + 1)
      } else members[key] = this.#scalar(content, indent)
    }
    const after = this.#next()
    if (after !== undefined && after.indent > indent) unusual()
    return members
  }
  /** Where a line's key ends and its colon is; undefined for a line without a key. */
  #keyEnd({ start, end }) {
    const first = this.#text[start]
    let from = start
    if (first === '"' || first === "'") {
      const close = this.#closing(start)
      if (close >= end) return undefined
      from = close + 1
      if (this.#text[from] !== ':' || (from + 1 < end && this.#text[from + 1] !== ' ')) return undefined
      return { key: from, colon: from }
    }
    for (; from < end; from++) {
      const point = this.#text[from]
      if (point === ':' && (from + 1 === end || this.#text[from + 1] === ' ' || this.#text[from + 1] === '\t')) {
        return from === start ? unusual() : { key: from, colon: from }
      }
      if (point === '#' && this.#text[from - 1] === ' ') return undefined
    }
    return undefined
  }
  #key(start, end) {
    const first = this.#text[start]
    if (first === "'") return this.#text.slice(start + 1, end - 1).replaceAll("''", "'")
    if (first === '"') return this.#unescape(this.#text.slice(start + 1, end - 1))
    const key = this.#text.slice(start, end).trimEnd()
    if (SPECIAL.has(first ?? '') || key.startsWith('? ') || key === '?') unusual()
    return this.#means.key(key) ?? unusual()
  }
  /** A scalar that starts here; its further lines are deeper than `indent`. `#at` is on its first line. */
  #scalar(start, indent) {
    const first = this.#text[start] ?? ''
    if (first === '"' || first === "'") return this.#quoted(start)
    if (first === '|' || first === '>') return this.#literal(start, indent)
    const line = this.#lines[this.#at]
    if (line === undefined) return unusual()
    const rest = this.#text.slice(start, line.end)
    if (first === '{' || first === '[') {
      const bare = rest.replace(/\s+#.*$/, '').trimEnd()
      this.#at++
      if (bare === '{}') return {}
      return bare === '[]' ? [] : unusual()
    }
    if (SPECIAL.has(first)) return unusual()
    return this.#plain(rest, indent)
  }
  #plain(rest, indent) {
    const parts = []
    let text = rest
    let ended = false
    for (;;) {
      const comment = text.search(/(?:^|[ \t])#/)
      if (comment >= 0) {
        text = text.slice(0, comment)
        ended = true
      }
      text = text.trimEnd()
      if (/:(?:[ \t]|$)/.test(text) || text.includes('\t')) unusual()
      parts.push(text)
      this.#at++
      let blank = 0
      while (this.#isBlank(this.#lines[this.#at + blank])) blank++
      const line = this.#lines[this.#at + blank]
      if (line === undefined || line.indent <= indent || (indent < 0 && line.indent === 0)) break
      if (ended) {
        // A comment ends a plain scalar; only comments may follow at this depth.
        if (this.#text[line.start] === '#') break
        unusual()
      }
      if (this.#text[line.start] === '#') break
      for (let count = 0; count < blank; count++) parts.push('')
      this.#at += blank
      text = this.#content(line)
    }
    const [only] = parts
    return parts.length === 1 && only !== undefined ? this.#resolve(only) : fold(parts)
  }
  #resolve(text) {
    const value = this.#means.scalar(text)
    return value === undefined ? unusual() : value
  }
  #isBlank(line) {
    return line !== undefined && line.start >= line.end
  }
  #literal(start, indent) {
    const header = /^([|>])([+-]?)[ \t]*$/.exec(this.#text.slice(start, this.#lines[this.#at]?.end))
    if (header === null) return unusual()
    this.#at++
    const found = []
    let depth = -1
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at]
      if (line === undefined) break
      if (this.#isBlank(line)) {
        if (line.indent > depth && line.indent > 0 && depth >= 0) found.push(' '.repeat(line.indent - depth))
        else if (depth < 0 && line.indent > indent + 1) unusual()
        else found.push('')
        continue
      }
      if (line.indent <= indent) break
      if (depth < 0) depth = line.indent
      if (line.indent < depth) unusual()
      found.push(this.#text.slice(line.start - (line.indent - depth), line.end))
    }
    // The text ends with a line break, which makes one more line that is empty.
    if (this.#at >= this.#lines.length && found.at(-1) === '') found.pop()
    else if (this.#at >= this.#lines.length && header[2] !== '-') unusual()
    return chomp(found, header[1] === '>', header[2] ?? '')
  }
  #closing(start) {
    const quote = this.#text[start]
    for (let at = start + 1; at < this.#text.length; at++) {
      const point = this.#text[at]
      if (quote === '"' && point === '\\') at++
      else if (point === quote) {
        if (quote === "'" && this.#text[at + 1] === "'") at++
        else return at
      }
    }
    return unusual()
  }
  #quoted(start) {
    const close = this.#closing(start)
    while ((this.#lines[this.#at]?.end ?? Infinity) < close) this.#at++
    const rest = this.#text.slice(close + 1, this.#lines[this.#at]?.end)
    if (!/^[ \t]*$|^[ \t]+#/.test(rest)) unusual()
    this.#at++
    const inner = this.#text.slice(start + 1, close)
    if (this.#text[start] === "'") return foldQuoted(inner).replaceAll("''", "'")
    return this.#unescape(inner.includes('\n') ? foldEscaped(inner) : inner)
  }
  #unescape(text) {
    if (!text.includes('\\')) return text
    return text.replaceAll(
      /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.)|$)/gsu,
      (_, x, u, long, plain) => {
        const hex = x ?? u ?? long
        if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
        return ESCAPES.get(plain ?? '') ?? unusual()
      },
    )
  }
}
/** What begins something else than a plain scalar. */
const SPECIAL = new Set(['&', '*', '!', '%', '@', '`', '{', '}', '[', ']', ',', '|', '>', '"', "'", '?', '#'])
const ESCAPES = new Map([
  ['0', '\0'],
  ['a', '\u0007'],
  ['b', '\b'],
  ['t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\u001B'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['N', '\u0085'],
  ['_', '\u00A0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
])
/** Line breaks become spaces; empty lines become line breaks (§6.5). */
function fold(lines) {
  let text = ''
  let breaks = 0
  for (const [index, line] of lines.entries()) {
    if (line === '' && index > 0) {
      breaks++
      continue
    }
    text += index === 0 ? line : (breaks === 0 ? ' ' : '\n'.repeat(breaks)) + line
    breaks = 0
  }
  return text
}
function foldQuoted(text) {
  if (!text.includes('\n')) return text
  const lines = text.split('\n')
  const last = lines.length - 1
  const trimmed = lines.map((line, index) => {
    const end = index < last ? line.replace(/[ \t]+$/, '') : line
    return index > 0 ? end.replace(/^[ \t]+/, '') : end
  })
  // The last line may be empty and is content all the same.
  let result = trimmed[0] ?? ''
  let breaks = 0
  for (const [index, line] of trimmed.entries()) {
    if (index === 0) continue
    if (line === '' && index < last) {
      breaks++
      continue
    }
    result += (breaks === 0 ? ' ' : '\n'.repeat(breaks)) + line
    breaks = 0
  }
  return result
}
/** In double quotes, a backslash before a line break joins the lines, and escaped blanks stay. */
function foldEscaped(text) {
  const joined = text.replaceAll(/(?<!\\)((?:\\\\)*)\\\n[ \t]*/g, '$1')
  if (/\\[ \t]*\n|\n[ \t]*\\ /.test(joined) && /(?<!\\)(?:\\\\)*\\[ \t]+\n/.test(joined)) return unusual()
  return foldQuoted(joined)
}
function chomp(lines, folded, chomping) {
  let last = lines.length
  while (last > 0 && lines[last - 1] === '') last--
  const kept = lines.slice(0, last)
  const trailing = lines.length - last
  if (kept.some((line) => /^[ \t]*$/.test(line) && line !== '')) unusual()
  if (folded && kept.some((line) => /^[ \t]/.test(line))) unusual()
  const body = folded ? foldBlock(kept) : kept.join('\n')
  if (chomping === '-') return body
  if (chomping === '+') return kept.length === 0 ? '\n'.repeat(trailing) : body + '\n'.repeat(trailing + 1)
  return kept.length === 0 ? '' : `${body}\n`
}
function foldBlock(lines) {
  let text = ''
  let breaks = 0
  let started = false
  for (const line of lines) {
    if (line === '') {
      breaks++
      continue
    }
    text += started ? (breaks === 0 ? ' ' : '\n'.repeat(breaks)) + line : '\n'.repeat(breaks) + line
    started = true
    breaks = 0
  }
  return text
}
