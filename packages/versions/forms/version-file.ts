import { type Form, linesOf, problem } from './form.ts'

/** A file that holds nothing but a version; the key is empty. */
export const versionFile: Form = {
  name: 'version-file',
  matches: 'once',
  spelling: 'kept',
  keyNames: 'version',
  find(source) {
    const lines = [...linesOf(source.text)].filter(({ line }) => line.replace('\uFEFF', '').trim() !== '')
    const [first, second] = lines
    if (first === undefined) return []
    if (second !== undefined) {
      throw problem(source, second.start, 'the file holds more than a version.', 'Use another form for this file.')
    }
    const value = first.line.replace('\uFEFF', '').trim()
    const start = first.start + first.line.indexOf(value)
    return [{ start, end: start + value.length, value }]
  },
}
