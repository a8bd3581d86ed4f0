import { type Form, linesOf, type Range, type Source, type Span } from './form.ts'

interface Word extends Range {
  readonly text: string
}

interface Requirement {
  readonly module: string
  readonly version: Word
}

interface Replacement {
  readonly module: string
  /** Null where every version is replaced. */
  readonly of: string | null
  readonly by: string
  /** Where it says what takes the place. */
  readonly at: Range
  /** Null where a directory takes the module's place. */
  readonly version: Word | null
}

/**
 * The version of a module that a build uses: `require`, or what a `replace` that applies puts in its place. A module
 * that is replaced by itself at another version is edited in both places, so that both say the same afterwards; one that
 * is replaced by a fork is edited under the fork's own path.
 *
 * Source: go.dev/ref/mod, "go.mod files", `require` and `replace` directives.
 */
export const goMod: Form = {
  name: 'go-mod',
  matches: 'many',
  spelling: 'go',
  keyNames: 'module',
  find(source, key) {
    const { requirements, replacements } = parse(source)
    const required = requirements
      .filter(({ module }) => module === key)
      .flatMap(({ version }) => {
        const own = replacements.filter(({ module }) => module === key)
        // A replace of one version comes before a replace of all.
        const applies = own.find(({ of }) => of === version.text) ?? own.find(({ of }) => of === null)
        return applies === undefined ? [asWritten(version)] : replaced(version, applies)
      })
    return [...required, ...forks(replacements, key)].sort((a, b) => a.start - b.start)
  },
}

/**
 * The version that a workspace puts in a module's place: the `replace` in go.work, which comes before every go.mod's.
 *
 * Source: go.dev/ref/mod, "go.work files".
 */
export const goWork: Form = {
  name: 'go-work',
  matches: 'many',
  spelling: 'go',
  keyNames: 'module',
  find(source, key) {
    const { replacements } = parse(source)
    const own = replacements.filter(({ module }) => module === key)
    return [...own.flatMap(replacing), ...forks(replacements, key)].sort((a, b) => a.start - b.start)
  },
}

/** Where other modules are replaced by this one. */
const forks = (replacements: readonly Replacement[], key: string): Span[] =>
  replacements.flatMap(({ module, by, version }) =>
    by === key && module !== key && version !== null ? [asWritten(version)] : [],
  )

const asWritten = (word: Word): Span => ({ start: word.start, end: word.end, value: word.text })

function replaced(required: Word, replacement: Replacement): Span[] {
  const { module, by, version } = replacement
  if (version !== null && by === module) return [{ ...asWritten(required), value: version.text }, asWritten(version)]
  return [{ ...asWritten(required), value: version?.text ?? by, fixed: byOther(replacement) }]
}

function replacing(replacement: Replacement): Span[] {
  const { module, by, version, at } = replacement
  if (version !== null && by === module) return [asWritten(version)]
  return [{ ...at, value: version?.text ?? by, fixed: byOther(replacement) }]
}

function byOther({ module, by, version }: Replacement) {
  const byHand = `hange the replace directive by hand: another version of ${module} would have no effect.`
  return {
    because: `${module} is replaced by ${by}${version === null ? '' : ` ${version.text}`}`,
    advice: version === null ? `C${byHand}` : `Name “${by}” as the key, or c${byHand}`,
  }
}

function parse(source: Source): { requirements: Requirement[]; replacements: Replacement[] } {
  const requirements: Requirement[] = []
  const replacements: Replacement[] = []
  let block: string | null = null
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

function requirementOf([module, version]: readonly Word[]): Requirement[] {
  return module === undefined || version === undefined ? [] : [{ module: module.text, version }]
}

function replacementOf(words: readonly Word[]): Replacement[] {
  const arrow = words.findIndex(({ text }) => text === '=>')
  const [module, of] = words.slice(0, Math.max(0, arrow))
  const [by, version = null] = words.slice(arrow + 1)
  if (arrow < 1 || module === undefined || by === undefined) return []
  return [{ module: module.text, of: of?.text ?? null, by: by.text, at: { start: by.start, end: by.end }, version }]
}

function wordsOf(line: string, offset: number): Word[] {
  const comment = line.search(/(?:^|\s)\/\//)
  const words = (comment === -1 ? line : line.slice(0, comment)).matchAll(/[()]|[^\s()]+/g)
  return [...words].map((match) => {
    const quoted = /^(["`])(.*)\1$/.exec(match[0])
    const start = offset + match.index + (quoted === null ? 0 : 1)
    const text = quoted?.[2] ?? match[0]
    return { text, start, end: start + text.length }
  })
}
