import { promisify } from 'node:util'
import { execFile, spawn } from 'node:child_process'

/** What is to be generated: a straight history, its tags spread evenly over all but the last `since` commits. */
export interface GeneratedHistory {
  readonly commits: number
  readonly tags: number
  /** Commits after the last tag. */
  readonly since: number
}

const TYPES = ['fix', 'docs', 'chore', 'feat', 'refactor', 'test', 'ci', 'perf']
const AUTHORS = ['ada', 'grace', 'edsger', 'barbara', 'donald', 'frances']

/** Writes a bare repository with annotated tags `v1.0.0`, `v1.0.1`, … `v1.1.0`, …, always the same bytes. */
export async function generateRepository(directory: string, { commits, tags, since }: GeneratedHistory): Promise<void> {
  await promisify(execFile)('git', ['init', '--quiet', '--bare', '--initial-branch=main', directory])
  const tagged = new Map(
    Array.from({ length: tags }, (_, index) => [Math.floor(((index + 1) * (commits - since)) / tags), index]),
  )
  const stream: string[] = []
  for (let number = 1; number <= commits; number += 1) {
    const who = AUTHORS[number % AUTHORS.length] ?? ''
    const when = `${1_500_000_000 + number * 60} +0000`
    const message = `${TYPES[number % TYPES.length]}(part-${number % 17}): change number ${number} (#${number})\n`
    const content = `${number}\n`
    stream.push(
      `commit refs/heads/main\nmark :${number}\nauthor ${who} <${who}@example.com> ${when}\n`,
      `committer ${who} <${who}@example.com> ${when}\ndata ${message.length}\n${message}`,
      `M 644 inline part-${number % 17}.txt\ndata ${content.length}\n${content}\n`,
    )
    const index = tagged.get(number)
    if (index !== undefined) {
      const name = versionNumber(index)
      const text = `Release v${name}\n`
      stream.push(
        `tag v${name}\nfrom :${number}\ntagger release <release@example.com> ${when}\ndata ${text.length}\n${text}`,
      )
    }
  }
  const child = spawn('git', ['-C', directory, 'fast-import', '--quiet'], { stdio: ['pipe', 'ignore', 'inherit'] })
  child.stdin.end(stream.join(''))
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error(`git fast-import ended with ${String(code)}`)
}

/** The n-th version: ten patches to a minor, a hundred minors to a major. */
function versionNumber(index: number): string {
  return `${1 + Math.floor(index / 1000)}.${Math.floor(index / 10) % 100}.${index % 10}`
}
