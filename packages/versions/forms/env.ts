import { type Form, linesOf } from './form.ts'
import { valueSpan } from './value.ts'

/** `name=registry:5000/org/image:tag` or `name=v1.2.3`, one a line, as kustomize's generators and `source` read it. */
export const paramsEnv: Form = {
  name: 'params-env',
  matches: 'once',
  spelling: 'kept',
  keyNames: 'name',
  find({ text }, key) {
    return [...linesOf(text)].flatMap(({ start, line }) => {
      const match = /^(\uFEFF?\s*(?:export\s+)?([^=#\s]+)\s*=\s*)(.*)$/.exec(line.trimEnd())
      if (match === null) return []
      const [, before = '', name, value = ''] = match
      const from = start + before.length
      const span = valueSpan(text, { start: from, end: from + value.length })
      return name === key || span.image?.repository === key ? [span] : []
    })
  },
}
