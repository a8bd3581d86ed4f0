import * as v from 'valibot'
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml'
import { UserError } from '../../plan/index.js'
import { decode, parse } from '../document/document.js'
import { matches } from '../document/names.js'
const said = v.pipe(v.string(), v.trim(), v.minLength(1, 'must say something'))
const FILE = v.strictObject({
  waivers: v.array(
    v.strictObject({
      rule: said,
      crd: said,
      path: said,
      reason: said,
      owner: said,
      expires: v.pipe(v.string(), v.isoDate('must be a day, like 2026-12-31')),
    }),
  ),
})
const ADVICE =
  'Each entry of “waivers” has rule, crd and path (as the finding has them), reason, owner and expires (a day).'
/** @throws UserError naming file and line for a file that is missing or not of this form. */
export function readWaivers(bytes, path) {
  if (bytes === null) {
    throw new UserError(`Input “waivers”: there is no file “${path}”.`, { file: path, advice: ADVICE })
  }
  const text = decode(bytes, path)
  const read = v.safeParse(FILE, parse({ text, line: 1 }, path))
  const lines = linesOf(text)
  if (read.success) return read.output.waivers.map((waiver, index) => ({ ...waiver, line: lines[index] ?? 1 }))
  const [issue] = read.issues
  const index = Number(/^waivers\.(\d+)/.exec(v.getDotPath(issue) ?? '')?.[1] ?? Number.NaN)
  throw new UserError(`${path}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}.`, {
    file: path,
    line: lines[index] ?? 1,
    advice: ADVICE,
  })
}
function linesOf(text) {
  const counter = new LineCounter()
  const root = parseDocument(text, { lineCounter: counter, prettyErrors: false, logLevel: 'silent' }).contents
  const list = isMap(root) ? root.get('waivers') : undefined
  if (!isSeq(list)) return []
  return list.items.map((item) => (isMap(item) && item.range ? counter.linePos(item.range[0]).line : 1))
}
/**
 * Marks findings that are waived on a day. `judged` says of a CRD whether it was compared in this run: a waiver for one that
 * did not change, or that waits for its update, is not unused. A waiver for a CRD that nobody offers is.
 */
export function applyWaivers(findings, waivers, file, today, judged) {
  const used = new Set()
  const problems = []
  const marked = findings.map((finding) => {
    const waiver = waivers.find((one) => fits(one, finding))
    if (waiver === undefined || finding.severity !== 'error') return finding
    used.add(waiver)
    return waiver.expires < today
      ? finding
      : {
          ...finding,
          waived: true,
          message: `${finding.message} Waived by ${waiver.owner} until ${waiver.expires}: ${waiver.reason}`,
        }
  })
  for (const waiver of waivers) {
    const { rule, crd, path, owner, expires, line } = waiver
    const what = `the waiver of ${owner} for ${rule} at ${path} of ${crd}`
    const common = { severity: 'error', crd, path, file, line }
    if (expires < today) {
      problems.push({
        ...common,
        rule: 'waiver-expired',
        message: `${file}: ${what} expired on ${expires}.`,
        advice: `Ask ${owner} whether it still holds; then set a new day, or delete it.`,
      })
    } else if (!used.has(waiver) && judged(crd) !== 'unchanged') {
      problems.push({
        ...common,
        rule: 'waiver-unused',
        message: `${file}: ${what} waives nothing${judged(crd) === 'unknown' ? '; no source has that CRD' : ''}.`,
        advice: 'Delete it, or correct rule, crd and path: they must be those of the finding.',
      })
    }
  }
  return { findings: marked, problems }
}
function fits({ rule, crd, path }, finding) {
  return rule === finding.rule && crd === finding.crd && matches(path, finding.path ?? '.')
}
