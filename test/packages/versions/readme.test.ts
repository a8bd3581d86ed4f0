import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'

test('the first example in the README prints what its comments say', async () => {
  const home = new URL('../../../packages/versions/', import.meta.url)
  const text = await readFile(new URL('README.md', home), 'utf8')
  const example = /```ts\n([^]*?)```/.exec(text)?.[1] ?? ''
  const program = example.replace(`'@codeflare-actions/versions'`, JSON.stringify(new URL('index.ts', home).href))
  expect(program).not.toBe(example)
  const promised = [...example.matchAll(/console\.log\(.*\) \/\/ (.*)$/gm)].map(([, comment]) => comment)
  expect(promised.length).toBeGreaterThan(0)
  const directory = await mkdtemp(join(tmpdir(), 'versions-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  const file = join(directory, 'example.mjs')
  await writeFile(file, program)
  const { stdout } = await promisify(execFile)(process.execPath, [file])
  expect(stdout.trimEnd().split('\n')).toEqual(promised)
})
