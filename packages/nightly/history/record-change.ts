import { contentDigest, type Change } from '../../plan/index.ts'
import type { History, HistoryRecord, Night } from '../record.ts'
import { writeLine } from './line.ts'

/**
 * The change that puts a night into the history.
 *
 * @param place where the history is, as plans say it: `branch nightly-history of project-codeflare/codeflare-operator`.
 */
export function recordNight(history: Pick<History, 'read' | 'append'>, night: Night, place: string): Change {
  const record: HistoryRecord = { record: 'night', ...night }
  return {
    action: 'create',
    subject: `night ${night.id} in ${place}`,
    before: null,
    after: digestOf(record),
    reason: 'so that the next night knows this one',
    probe: async () => {
      const found = (await history.read()).find((one) => one.record === 'night' && one.id === night.id)
      return found === undefined ? null : digestOf(found)
    },
    act: () => history.append(record),
  }
}

function digestOf(record: HistoryRecord): string | null {
  return contentDigest(Buffer.from(writeLine(record)))
}
