import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { parseManifest } from '../../../packages/train/index.ts'

test('the example in the README prints what its comments say', async () => {
  const home = new URL('../../../packages/train/', import.meta.url)
  const text = await readFile(new URL('README.md', home), 'utf8')
  const example = /```ts\n([^]*?)```/.exec(text)?.[1] ?? ''
  const program = example.replace(`'@codeflare-actions/train'`, JSON.stringify(new URL('index.ts', home).href))
  expect(program).not.toBe(example)
  const directory = await mkdtemp(join(tmpdir(), 'train-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  const file = join(directory, 'example.mjs')
  await writeFile(file, program)
  const { stdout } = await promisify(execFile)(process.execPath, [file])
  const promised = [...example.matchAll(/^console\.log\(.*\) \/\/ (.*)$/gm)].map(([, comment]) => comment)
  expect(stdout.trimEnd().split('\n')).toEqual(promised)
})

test('the smallest manifest of the reference is accepted', async () => {
  const text = await readFile(new URL('../../../docs/manifest.md', import.meta.url), 'utf8')
  const smallest = /```yaml\n(train:[^]*?)```/.exec(text)?.[1] ?? ''
  expect(parseManifest(smallest, 'release-train.yaml').components).toHaveLength(1)
})
