import type { Place } from '../../plan/index.ts'

/** What a file of results says about single tests. */
export interface Results {
  /** Names of tests that failed, and of tests that ran and did not; a skipped test is in neither. */
  readonly failed: readonly string[]
  readonly passed: readonly string[]
  /** The file breaks off or is not what it should be; what came before counts. */
  readonly broken?: { readonly message: string } & Pick<Place, 'line'>
}

/** Deeper than any test framework nests its suites. */
const DEEPEST = 64
const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([A-Za-z_][\w.:-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?)>|</g
const ATTRIBUTE = /([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
/** Elements within a test case that mean that it failed. `flakyFailure` and `rerunError` of Maven's do not: it passed in the end. */
const FAILURES = new Set(['failure', 'error'])

/**
 * Reads JUnit XML: the elements `testcase`, `failure`, `error` and `skipped`, wherever they are; everything else is
 * passed over. There is no schema that all tools keep; this is what they have in common. Never loads anything: a document type
 * declaration, and so an entity of its own, makes the file broken.
 */
export function readJUnit(text: string): Results {
  const failed = new Set<string>()
  const passed = new Set<string>()
  const open: string[] = []
  let test: { readonly name: string; state: 'passed' | 'failed' | 'skipped' } | null = null
  const close = (): void => {
    if (test !== null && test.state !== 'skipped') (test.state === 'failed' ? failed : passed).add(test.name)
    test = null
  }
  const result = (): Results => ({
    failed: [...failed].sort(),
    passed: [...passed].filter((name) => !failed.has(name)).sort(),
  })
  const broken = (at: number, message: string): Results => ({
    ...result(),
    broken: { message, line: text.slice(0, at).split('\n').length },
  })

  let seen = false
  for (const match of text.matchAll(TOKEN)) {
    const [whole, slash, name, attributes = '', empty] = match
    if (name === undefined) {
      if (whole === '<') return broken(match.index, 'a “<” that begins no element')
      continue
    }
    if (slash === '/') {
      if (open.pop() !== name) return broken(match.index, `</${name}> ends what is not open`)
      if (name === 'testcase') close()
      continue
    }
    if (open.length === 0 && seen) return broken(match.index, 'a second document')
    if (open.length === 0 && !['testsuites', 'testsuite'].includes(name)) {
      return broken(match.index, `<${name}> where <testsuites> or <testsuite> was expected`)
    }
    seen = true
    if (name === 'testcase') test = { name: testName(attributes), state: 'passed' }
    else if (test !== null && FAILURES.has(name)) test.state = 'failed'
    else if (test !== null && name === 'skipped' && test.state === 'passed') test.state = 'skipped'
    if (empty !== '/') open.push(name)
    else if (name === 'testcase') close()
    if (open.length > DEEPEST) return broken(match.index, `elements nested deeper than ${DEEPEST}`)
  }
  const [last] = open.slice(-1)
  if (!seen) return broken(0, 'no JUnit results in it')
  if (last !== undefined) return broken(text.length, `it breaks off within <${last}>`)
  return result()
}

function testName(attributes: string): string {
  const given = new Map(
    [...attributes.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [
      name,
      unescape(double ?? single ?? ''),
    ]),
  )
  return [given.get('classname'), given.get('name')].filter(Boolean).join('.') || 'unnamed test'
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function unescape(text: string): string {
  return text
    .replaceAll(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex, decimal, name) => {
      if (typeof name === 'string') return ENTITIES[name] ?? whole
      const point = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal)
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole
    })
    .replaceAll(/\s+/g, ' ')
    .trim()
}
