/**
 * `npm run bench -- versions`: 400 references in a repository of 5,000 files, written by update-image-refs and by one
 * `sed -i -E` per reference and file, as the operator's release did it. Both start from the same bytes, in turn.
 *
 * Budgets: under 1 s, and for each reference a tenth of sed's time, with every byte right. Reading the manifest and starting
 * Node do not grow with the references, so they are rows of their own.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import updateImageRefs from '../../actions/update-image-refs/action.ts'
import { execute } from '../../packages/action/index.ts'
import { wantedReferences } from '../../packages/matrix/index.ts'
import { apply, Workspace } from '../../packages/plan/index.ts'
import { loadManifest } from '../../packages/train/index.ts'
import { planUpdate } from '../../packages/versions/index.ts'
import { type BenchRepository, MEMBERS, writeRepository } from './versions/repository.ts'
import { quietContext } from '../context.ts'

const RUNS = 9
const FILES = 5000
const REFERENCES = 400

// In memory where that can be had: the disk would take its time from all three alike.
const home = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'bench-versions-'))
const pristine = join(home, 'pristine')
const repository = await writeRepository(pristine, FILES, REFERENCES)
const script = join(home, 'release.sh')
await writeFile(script, repository.references.map(({ sed, file }) => `sed -i -E '${sed}' '${file}'\n`).join(''))
const versions = MEMBERS.map(({ id, next }) => `${id}=v${next}`).join('\n')

const SED = 'sed -i -E, one process per reference and file'
/** What is to be timed, made ready for a copy of the repository. */
const ways: Readonly<Record<string, (root: string) => Promise<() => Promise<void>>>> = {
  'the edits alone': async (root) => {
    const workspace = new Workspace(root)
    const { wanted } = await wantedReferences({
      workspace,
      train: await loadManifest(workspace),
      repository: 'org/operator',
      versions: versions.split('\n'),
      images: [],
      paths: [],
    })
    return async () => apply((await planUpdate(workspace, wanted)).changes)
  },
  'the action, with its manifest of 400 places': async (root) => () => inProcess(root),
  'the built action, Node and all': async (root) => () =>
    run(process.execPath, [join(import.meta.dirname, '..', '..', 'dist', 'update-image-refs.js')], {
      INPUT_VERSIONS: versions,
      GITHUB_REPOSITORY: 'org/operator',
      GITHUB_WORKSPACE: root,
      PATH: process.env['PATH'],
    }),
  [SED]: async (root) => () => run('sh', [script], { PATH: process.env['PATH'] }, root),
}
try {
  const times = new Map(Object.keys(ways).map((way): [string, number[]] => [way, []]))
  const wrong = new Map<string, number>()
  for (let number = 0; number <= RUNS; number += 1) {
    for (const [way, ready] of Object.entries(ways)) {
      const root = join(home, 'copy')
      await cp(pristine, root, { recursive: true })
      const act = await ready(root)
      const start = performance.now()
      await act()
      // The first round warms up.
      if (number > 0) times.get(way)?.push(performance.now() - start)
      wrong.set(way, await wrongFiles(root, repository))
      await rm(root, { recursive: true })
    }
  }
  const sed = Math.min(...(times.get(SED) ?? []))
  console.log(
    `${repository.references.length} references in ${repository.expected.size} of ${repository.files} files, fastest of ${RUNS} runs (the least disturbed), Node ${process.version}`,
  )
  console.table(
    [...times].map(([way, taken]) => ({
      way,
      ms: round(Math.min(...taken)),
      'ms per reference': round(Math.min(...taken) / REFERENCES, 3),
      'times faster than sed': round(sed / Math.min(...taken)),
      'files that are wrong': wrong.get(way),
    })),
  )
} finally {
  await rm(home, { recursive: true, force: true })
}

async function inProcess(root: string): Promise<void> {
  const context = quietContext({ GITHUB_REPOSITORY: 'org/operator' }, root)
  await execute(updateImageRefs, new Map([['versions', versions]]), context)
}

function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv, cwd = home): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}`))))
  })
}

async function wrongFiles(root: string, { expected }: BenchRepository): Promise<number> {
  let wrong = 0
  for (const [file, text] of expected) if ((await readFile(join(root, file), 'utf8')) !== text) wrong += 1
  return wrong
}

function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits))
}
