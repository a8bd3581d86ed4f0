import { UserError } from '../../plan/index.ts'
import type { HistoryRecord, Night } from '../record.ts'
import { corrupted, readLines, writeLine } from './line.ts'

/** The files of a log: text by path. */
export type LogFiles = ReadonlyMap<string, string>

/** Whether a path is a part of the log; beside it lies what was made from it. */
export function isLogFile(path: string): boolean {
  return /^nights\/\d{4}-\d{2}\.jsonl$/.test(path)
}

/**
 * Every record, oldest month first, in the order of appending.
 *
 * @throws UserError naming file and line for what is no record, and for a second night of the same name.
 */
export function readLog(files: LogFiles): HistoryRecord[] {
  const records: HistoryRecord[] = []
  const nights = new Map<string, string>()
  for (const [file, text] of [...files].filter(([path]) => isLogFile(path)).sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const [index, record] of readLines(text, file).entries()) {
      const known = record.record === 'night' ? nights.get(record.id) : undefined
      if (known !== undefined && record.record === 'night')
        throw corrupted(file, index + 1, `night ${record.id} is in ${known} already`)
      if (record.record === 'night') nights.set(record.id, `${file}, line ${index + 1},`)
      records.push(record)
    }
  }
  return records
}

/** The nights among the records, oldest first by when they started. */
export function nightsOf(records: readonly HistoryRecord[]): Night[] {
  const nights = records.flatMap((one): Night[] => {
    if (one.record === 'trial') return []
    const { record: _record, ...night } = one
    return [night]
  })
  return nights.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/**
 * The file that gets the record, with its new text; null where the record is there. One file a month: a year of nights is
 * read in a dozen requests, and a night writes some ten kilobytes.
 *
 * @throws UserError when a night of this name is there and says something else, and as `readLog` does.
 */
export function withRecord(files: LogFiles, record: HistoryRecord): readonly [path: string, text: string] | null {
  const known = readLog(files)
  const line = writeLine(record)
  if (known.some((one) => writeLine(one) === line)) return null
  const twin = record.record === 'night' && known.find((one) => one.record === 'night' && one.id === record.id)
  if (twin !== false && twin !== undefined) throw recordedTwice(twin)
  const path = `nights/${record.at.slice(0, 7)}.jsonl`
  const text = files.get(path) ?? ''
  return [path, `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${line}\n`]
}

function recordedTwice(twin: HistoryRecord): UserError {
  const where = twin.record === 'night' && twin.url !== null ? ` by ${twin.url}` : ''
  return new UserError(`This night was recorded${where} while this run was under way. Nothing was overwritten.`, {
    advice:
      'Two runs tested the same payload at once. Give the workflow a concurrency group, and take what the other run says.',
  })
}
