import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
/** Bytes of a transfer after which its garbage is collected. */
const SWEEP = 16 * 1024 * 1024
/**
 * Passes pieces on and has the buffers of those that went on collected every 16 MiB. V8 sees only how small the handles of
 * buffers are and lets a hundred megabytes of them pile up, on a transfer that needs a few hundred kilobytes.
 */
export async function* swept(pieces) {
  let bytes = 0
  for await (const piece of pieces) {
    bytes += piece.length
    if (bytes >= SWEEP) {
      bytes = 0
      collect()
    }
    yield piece
  }
}
let collector
function collect() {
  collector ??= findCollector()
  collector?.({ type: 'minor' })
}
/** The collector that `node --expose-gc` gives; nothing else about the process changes. */
function findCollector() {
  setFlagsFromString('--expose-gc')
  const found = runInNewContext('globalThis.gc')
  return typeof found === 'function' ? (options) => void Reflect.apply(found, undefined, [options]) : null
}
