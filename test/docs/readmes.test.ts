/** Each package's README begins with an example: it type-checks, and where it needs no service it prints what it says. */
import { execFile } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const run = promisify(execFile)
const packages = globSync('packages/*/package.json', { cwd: root }).map((file) => file.split(/[/\\]/)[1] ?? '')
const examples = packages.flatMap((name) => {
  const text = readFileSync(join(root, 'packages', name, 'README.md'), 'utf8')
  const code = /^```ts\n([\s\S]*?)^```/m.exec(text)?.[1]
  return code === undefined ? [] : [{ name, code, prints: promised(code) }]
})

/** What each `console.log` says in the comment behind it; null where one does not say, or a service is asked. */
function promised(code: string): string[] | null {
  const logs = code.split('\n').filter((line) => line.includes('console.log'))
  const said = logs.flatMap((line) => /\/\/ (.*)$/.exec(line)?.[1] ?? [])
  return said.length === 0 || said.length < logs.length || /\bprocess\.env|\benv\[/.test(code) ? null : said
}

describe('the example in the README', () => {
  let directory: string
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'readmes-'))
    for (const { name, code } of examples) {
      const program = code.replaceAll(
        /'(?:@codeflare-actions\/([\w-]+)|\.\.\/([\w-]+)\/index\.ts)'/g,
        (_, ...found) => {
          return `'${join(root, 'packages', String(found[0] ?? found[1]), 'index.ts').replaceAll('\\', '/')}'`
        },
      )
      await writeFile(join(directory, `${name}.mts`), program)
    }
    await writeFile(
      join(directory, 'tsconfig.json'),
      JSON.stringify({
        extends: join(root, 'tsconfig.json'),
        compilerOptions: { typeRoots: [join(root, 'node_modules/@types')], noPropertyAccessFromIndexSignature: false },
        include: ['*.mts'],
      }),
    )
  })
  afterAll(() => rm(directory, { recursive: true }))

  it('is there for every package but the command line, which shows commands', () => {
    expect(packages.filter((name) => examples.every((example) => example.name !== name))).toEqual(['cli'])
  })

  it('type-checks', async () => {
    const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    const checked = await run(process.execPath, [compiler, '-p', directory]).catch((error: { stdout: string }) => error)
    expect(checked.stdout.split('\n').filter((line) => line.includes('.mts('))).toEqual([])
  })

  it.each(examples.filter(({ prints }) => prints !== null))(
    'of packages/$name prints what it says',
    async ({ name, prints }) => {
      const { stdout } = await run(process.execPath, [join(directory, `${name}.mts`), join(directory, 'world')])
      expect(stdout.trimEnd().split('\n')).toEqual(prints)
    },
  )
})
