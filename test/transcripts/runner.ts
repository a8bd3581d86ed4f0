import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const dist = join(import.meta.dirname, '..', '..', 'dist')

/** Everything that a step leaves behind for its job and its reader. */
export interface Transcript {
  readonly code: number | null
  readonly stdout: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
}

export interface Step {
  /** As `with:` of a step would give them. */
  readonly with?: Readonly<Record<string, string>>
  readonly environment?: Readonly<Record<string, string>>
  /** The entry to start; `dist/<name>.js` unless a test has a release tree of its own. */
  readonly entry?: string
}

/** Starts the built action as a runner would: Node on its entry, inputs as `INPUT_*`, files for outputs and summary. */
export async function runStep(name: string, step: Step = {}): Promise<Transcript> {
  const directory = await mkdtemp(join(tmpdir(), 'step-'))
  const [outputFile, summaryFile] = [join(directory, 'output'), join(directory, 'summary')]
  await Promise.all([writeFile(outputFile, ''), writeFile(summaryFile, '')])
  const inputs = Object.entries(step.with ?? {}).map(([input, text]) => [`INPUT_${input.toUpperCase()}`, text])
  try {
    const { code, stdout } = await start(step.entry ?? join(dist, `${name}.js`), {
      PATH: process.env['PATH'] ?? '',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: directory,
      GITHUB_OUTPUT: outputFile,
      GITHUB_STEP_SUMMARY: summaryFile,
      ...Object.fromEntries(inputs),
      ...step.environment,
    })
    return {
      code,
      stdout,
      outputs: parseOutputs(await readFile(outputFile, 'utf8')),
      summary: await readFile(summaryFile, 'utf8'),
    }
  } finally {
    await rm(directory, { recursive: true })
  }
}

function start(entry: string, environment: Record<string, string>): Promise<{ code: number | null; stdout: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (text: string) => (stdout += text))
    }
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout }))
  })
}

/** The runner's own reading of the outputs file: `name<<delimiter`, lines, `delimiter`. */
function parseOutputs(text: string): Record<string, string> {
  const found = text.matchAll(/^([\w-]+)<<(ghadelimiter_\w+)\r?\n([\s\S]*?)\r?\n\2$/gm)
  return Object.fromEntries(Array.from(found, ([, name = '', , value = '']): [string, string] => [name, value]))
}
