import { linesOf } from './form.js'
/**
 * The version of a module that a build uses: `require`, or what a `replace` that applies puts in its place. A module
 * that is replaced by itself at another version is edited in both places, so that both say the same afterwards.
 *
 * Source: go.dev/ref/mod, "go.mod files", `require` and `replace` directives.
 */
export const goMod = {
  matches: 'many',
  spelling: 'go',
  keyNames: 'module',
  find(source, key) {
    const { requirements, replacements } = parse(source)
    return requirements
      .filter(({ module }) => module === key)
      .flatMap(({ version }) => {
        const applies = replacements.find(({ module, of }) => module === key && (of === null || of === version.text))
        return applies === undefined ? [asWritten(version)] : replaced(version, applies)
      })
      .sort((a, b) => a.start - b.start)
  },
}
const asWritten = (word) => ({ start: word.start, end: word.end, value: word.text })
function replaced(required, { module, by, version }) {
  if (version !== null && by === module) return [{ ...asWritten(required), value: version.text }, asWritten(version)]
  const fixed = {
    because: `${module} is replaced by ${by}${version === null ? '' : ` ${version.text}`}`,
    advice: 'Remove the replace directive, or change it by hand: another version in require would have no effect.',
  }
  return [{ ...asWritten(required), value: version?.text ?? by, fixed }]
}
function parse(source) {
  const requirements = []
  const replacements = []
  let block = null
  for (const { start, line } of linesOf(source.text)) {
    const words = wordsOf(line, start)
    const [first] = words
    if (first === undefined) continue
    if (block !== null && first.text === ')') block = null
    else if (block === null && words[1]?.text === '(') block = first.text
    else {
      const directive = block ?? first.text
      const rest = block === null ? words.slice(1) : words
      if (directive === 'require') requirements.push(...requirementOf(rest))
      if (directive === 'replace') replacements.push(...replacementOf(rest))
    }
  }
  return { requirements, replacements }
}
function requirementOf([module, version]) {
  return module === undefined || version === undefined ? [] : [{ module: module.text, version }]
}
function replacementOf(words) {
  const arrow = words.findIndex(({ text }) => text === '=>')
  const [module, of] = words.slice(0, Math.max(0, arrow))
  const [by, version = null] = words.slice(arrow + 1)
  if (arrow < 1 || module === undefined || by === undefined) return []
  return [{ module: module.text, of: of?.text ?? null, by: by.text, version }]
}
function wordsOf(line, offset) {
  const comment = line.search(/(?:^|\s)\/\//)
  const words = (comment === -1 ? line : line.slice(0, comment)).matchAll(/\S+/g)
  return [...words].map((match) => {
    const quoted = /^(["`])(.*)\1$/.exec(match[0])
    const start = offset + match.index + (quoted === null ? 0 : 1)
    const text = quoted?.[2] ?? match[0]
    return { text, start, end: start + text.length }
  })
}
