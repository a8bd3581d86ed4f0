import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { temporaryDirectory } from './githubs.ts'

test('the example in the README prints what its comments say', async () => {
  const home = new URL('../../../../packages/sandbox/', import.meta.url)
  const text = await readFile(new URL('github/README.md', home), 'utf8')
  const example = /```ts\n([^]*?)```/.exec(text)?.[1] ?? ''
  const program = example.replace(`'@codeflare-actions/sandbox'`, JSON.stringify(new URL('index.ts', home).href))
  expect(program).not.toBe(example)
  const promised = [...example.matchAll(/console\.log\(.*\) \/\/ (.*)$/gm)].map(([, comment]) => comment)
  const directory = await temporaryDirectory()
  const file = join(directory, 'example.mjs')
  await writeFile(file, program)
  const { stdout } = await promisify(execFile)(process.execPath, [file, join(directory, 'world')])
  expect(stdout.trimEnd().split('\n')).toEqual(promised)
})
