import { type Form, linesOf, type Span } from './form.ts'
import { pinned, wantedIn } from './requirement.ts'

/**
 * A package in requirements.txt or constraints.txt: `codeflare-sdk[ray]==0.14.0 ; python_version < "3.12"  # why`, also by
 * address (`codeflare-sdk @ git+https://…@v0.14.0`). A package whose files are pinned by hash is read and not edited.
 *
 * Source: pip.pypa.io, "Requirements File Format".
 */
export const requirements: Form = {
  name: 'requirements',
  matches: 'once',
  spelling: 'bare',
  keyNames: 'package',
  find(source, key) {
    const lines = [...linesOf(source.text)]
    return lines.flatMap(({ start, line }, index): Span[] => {
      const own = line.replace(/(?:^|\s)#.*$/, '').replace(/\s+--.*$|\s*\\$/, '')
      const from = own.startsWith('\uFEFF') ? 1 : 0
      const range = wantedIn(own.slice(from), start + from, key)
      if (range === null) return []
      const found = pinned(source, range, key)
      return [isHashed(lines, index) ? { ...found, fixed: HASHED(key) } : found]
    })
  },
}

const HASHED = (key: string) => ({
  because: `the files of ${key} are pinned by hash`,
  advice: 'Change the requirement where it is made from and compile this file anew.',
})

/** Whether a line, or what it goes on with behind `\`, has `--hash=`. */
function isHashed(lines: readonly { readonly line: string }[], index: number): boolean {
  for (let at = index; ; at += 1) {
    const line = lines[at]?.line ?? ''
    if (/\s--hash=/.test(line)) return true
    if (!line.endsWith('\\')) return false
  }
}
