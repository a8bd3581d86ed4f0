import { parseAllDocuments } from 'yaml'
import { GO_YAML, readBlockYaml } from '../../../yaml/index.ts'
import type { BundleDirectory } from '../bundle-files.ts'
import type { Findings } from '../findings.ts'

/**
 * What the catalog’s yamllint calls an error in a file that can be read (`extends: default`, with longer lines and any
 * indentation of lists): blanks at the end of lines, missing or repeated line ends, keys that are there twice.
 */
export function checkYamlLint(directory: BundleDirectory, findings: Findings): void {
  for (const path of directory.paths.filter((one) => /\.ya?ml$/.test(one))) {
    const file = directory.file(path)
    if (file === null || file.problem !== null) continue
    const text = file.bytes.toString('utf8')
    const say = (line: number, message: string): void => {
      const first = findings.all.some((finding) => finding.file === file.path && finding.message === message)
      if (first) return
      findings.all.push({
        severity: 'error',
        rule: 'catalog/yaml-lint',
        message,
        advice: 'yamllint stops the pipeline at it.',
        file: file.path,
        line,
      })
    }
    const lines = text.split('\n')
    const lineOf = (test: (line: string) => boolean): number => lines.findIndex(test) + 1
    if (text.includes('\r\n'))
      say(
        lineOf((line) => line.endsWith('\r')),
        'wrong new line character: expected \\n (new-lines)',
      )
    const trailing = lineOf((line) => /[ \t]\r?$/.test(line))
    if (trailing > 0) say(trailing, 'trailing spaces (trailing-spaces)')
    if (text !== '' && !text.endsWith('\n'))
      say(lines.length, 'no new line character at the end of file (new-line-at-end-of-file)')
    if (/\n(?:\r?\n)$/.test(text)) say(lines.length - 1, 'too many blank lines at the end (empty-lines)')
    const blanks = /(?:\n\r?){4,}/.exec(text)
    if (blanks !== null) say(text.slice(0, blanks.index).split('\n').length + 1, 'too many blank lines (empty-lines)')
    // The quick reader takes nothing in which a key is there twice.
    if (readBlockYaml(text, GO_YAML) !== undefined) continue
    for (const { errors } of parseAllDocuments(text, { prettyErrors: false, logLevel: 'silent', version: '1.1' })) {
      const twice = errors.find(({ code }) => code === 'DUPLICATE_KEY')
      if (twice !== undefined)
        say(text.slice(0, twice.pos[0]).split('\n').length, 'duplication of key in mapping (key-duplicates)')
    }
  }
}
