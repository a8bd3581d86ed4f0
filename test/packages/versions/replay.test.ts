/** The variables of the operator's Makefile, from what they were before each real release to what the release made of them. */
import { expect, it } from 'vitest'
import {
  edited,
  loadForm,
  occurrences,
  parseVersion,
  releaseEdits,
  TagTemplate,
} from '../../../packages/versions/index.ts'
import replays from '../../fixtures/matrix/replay.json' with { type: 'json' }

interface Replay {
  readonly tag: string
  readonly makefile_vars_changed: Readonly<Record<string, readonly string[] | undefined>>
}

const makefile = await loadForm('makefile')
const moves = replays.flatMap(({ tag, makefile_vars_changed }: Replay) =>
  Object.entries(makefile_vars_changed).map(([name, [before = '', after = ''] = []]) => ({ tag, name, before, after })),
)
/** What the release wrote by template has no version of its own; `v.0.0.7` is the accident of v0.2.0. */
const real = moves.filter(({ after }) => !after.includes('$') && !after.startsWith('v.'))

it.each(real)('$tag: $name goes from $before to $after', ({ name, before, after }) => {
  const text = (value: string) => `# ${name} ?= v9.9.9\n${name} ?= ${value}\n\nOTHER_${name} ?= v0.0.1\n`
  const source = { file: 'Makefile', text: text(before) }
  const release = { version: parseVersion(after, 'replay'), template: new TagTemplate('v{version}', 'replay') }
  const written = edited(source, releaseEdits(source, makefile, name, release))
  expect(written).toBe(text(after))
  expect(occurrences({ ...source, text: written }, makefile, name)[0]?.value).toBe(after)
})

it('covers releases from branches, channels and bare versions', () => {
  const kinds = new Set(real.map(({ before }) => (/^v\d/.test(before) ? 'tag' : /^\d/.test(before) ? 'bare' : before)))
  expect([...kinds].toSorted()).toEqual(['bare', 'dev', 'main', 'tag'])
})
