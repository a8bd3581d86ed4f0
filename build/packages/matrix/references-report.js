import { code, codeBlock, heading, list, paragraph, table } from '../plan/index.js'
/** What is left to do by hand, and what was told for nothing. */
export function referenceFindings({ untidy, edits }, idle, train) {
  return [
    ...untidy.map((file) => {
      const line = edits.find((edit) => edit.file === file)?.line
      return {
        severity: 'warning',
        rule: 'go-mod-tidy',
        message: `${file} requires versions that go.sum does not know yet.`,
        advice: `Run “go mod tidy” in ${directoryOf(file)} and commit go.mod and go.sum together.`,
        file,
        ...(line !== undefined && { line }),
      }
    }),
    ...idle.map((name) => ({
      severity: 'info',
      rule: 'not-written-here',
      message: `The version of ${name} is written nowhere in this repository.`,
      advice: `If it should be, name the place under “versions:” in ${train}.`,
    })),
  ]
}
/** What a release manager reads: every line that changes, and what is left to do. */
export function reportReferences({ edits, untidy }, idle) {
  return [
    heading('Versions in files'),
    edits.length === 0
      ? paragraph('Every place says the right version already.')
      : table(
          ['File', 'Before', 'After'],
          edits.map(({ file, line, before, after }) => [code(`${file}:${line}`), code(before), code(after)]),
        ),
    ...(untidy.length === 0
      ? []
      : [
          paragraph('go.sum does not know the new versions yet. Run, and commit the result with this change:'),
          codeBlock(untidy.map((file) => `(cd ${directoryOf(file)} && go mod tidy)`).join('\n'), 'sh'),
        ]),
    ...(idle.length === 0 ? [] : [list(idle.map((name) => `${name}: written nowhere in this repository.`))]),
  ]
}
const directoryOf = (file) => file.replace(/\/?[^/]*$/, '') || '.'
