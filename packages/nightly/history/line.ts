import * as v from 'valibot'
import { UserError } from '../../plan/index.ts'
import type { HistoryRecord } from '../record.ts'

/** One record as one line of JSON, without its end. Members have one order whoever made the record: equal records, equal lines. */
export function writeLine(record: HistoryRecord): string {
  return JSON.stringify(v.parse(RECORD, record))
}

/**
 * The records of a file, one a line. Members that a newer version added are left alone, for no line is ever written again.
 *
 * @throws UserError naming file and line for what is no record.
 */
export function readLines(text: string, file: string): HistoryRecord[] {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line, index) => {
    const read = v.safeParse(RECORD, parse(line))
    if (read.success) return read.output
    const [issue] = read.issues
    const path = v.getDotPath(issue)
    throw corrupted(file, index + 1, path === null ? 'this line is no record of a night' : `${path}: ${issue.message}`)
  })
}

/** What is wrong with a history, and that it was left alone. */
export function corrupted(file: string, line: number, what: string): UserError {
  return new UserError(`The history is damaged: ${file}, line ${line}: ${what}.`, {
    file,
    line,
    advice:
      'Nothing was overwritten. Look at what changed the line last (`git log -p` of the file), restore or remove it, then run again. A line of a newer version of this action needs that version.',
  })
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const text = v.string()
const texts = v.array(v.string())
const maybe = v.nullable(v.string())
const DIGEST = v.pipe(text, v.regex(/^sha(?:256:[0-9a-f]{64}|512:[0-9a-f]{128})$/, 'must be a digest'))
const PAYLOAD_ID = v.pipe(text, v.regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'))
const TIME = v.pipe(
  text,
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/, 'must be a time in UTC'),
  v.check((time) => !Number.isNaN(Date.parse(time)), 'must be a time in UTC'),
)

const TRIAL = {
  id: text,
  base: v.nullable(PAYLOAD_ID),
  candidate: PAYLOAD_ID,
  moved: v.nullable(texts),
  outcome: v.picklist(['passed', 'failed', 'other', 'infrastructure']),
  failing: texts,
  detail: text,
  minutes: v.pipe(v.number(), v.minValue(0)),
  at: TIME,
} as const

const CULPRIT = v.object({
  components: v.array(
    v.object({
      component: text,
      repository: maybe,
      before: DIGEST,
      after: DIGEST,
      commits: v.object({ before: maybe, after: maybe }),
      compare: maybe,
    }),
  ),
  probability: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
})

const RECORD = v.variant('record', [
  v.object({ record: v.literal('trial'), ...TRIAL }),
  v.object({
    record: v.literal('night'),
    id: v.pipe(text, v.regex(/^[\w.-]{1,100}$/, 'must be the name of a night')),
    at: TIME,
    verdict: v.picklist(['accepted', 'rejected', 'flaky', 'environment', 'inconclusive', 'unchanged']),
    reason: text,
    run: maybe,
    url: maybe,
    base: v.nullable(PAYLOAD_ID),
    changed: texts,
    failing: texts,
    signature: maybe,
    culprit: v.nullable(CULPRIT),
    payload: v.object({
      id: PAYLOAD_ID,
      images: v.array(
        v.object({
          component: text,
          reference: text,
          digest: DIGEST,
          revision: maybe,
          version: maybe,
          repository: maybe,
        }),
      ),
    }),
    trials: v.array(v.object(TRIAL)),
  }),
])
