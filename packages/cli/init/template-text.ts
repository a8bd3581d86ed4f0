import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The templates that come with this tool. */
const TEMPLATES = join(import.meta.dirname, '..', '..', '..', 'workflows-templates')

/** Every template's text by its name. */
export async function readTemplates(): Promise<ReadonlyMap<string, string>> {
  const files = (await readdir(TEMPLATES)).filter((file) => file.endsWith('.yml')).sort()
  return new Map(
    await Promise.all(
      files.map(async (file): Promise<[string, string]> => [
        file.replace(/\.yml$/, ''),
        await readFile(join(TEMPLATES, file), 'utf8'),
      ]),
    ),
  )
}

/** A template without the step of this name and the comment above it. @throws Error when it has no such step: ours to mend. */
export function withoutStep(text: string, name: string): string {
  const [start, end] = stepBounds(text.split('\n'), name)
  return text
    .split('\n')
    .filter((_, index) => index < start || index >= end)
    .join('\n')
}

/** A template without every line that holds the text. */
export function withoutLines(text: string, ...wanted: readonly string[]): string {
  return text
    .split('\n')
    .filter((line) => !wanted.some((one) => line.includes(one)))
    .join('\n')
}

/** A template without a job and the comment above it. */
export function withoutJob(text: string, id: string): string {
  const lines = text.split('\n')
  const start = lines.indexOf(`  ${id}:`)
  if (start < 0) throw new Error(`a template has no job ${id}`)
  const after = lines.findIndex((line, index) => index > start && /^ {0,2}\S/.test(line))
  return lines.filter((_, index) => index < start || index >= (after < 0 ? lines.length - 1 : after)).join('\n')
}

/** A value of several lines in place of one: as it is for one line, as a block for more. */
export function withList(text: string, placeholder: string, items: readonly string[]): string {
  return text
    .split('\n')
    .flatMap((line) => {
      if (!line.includes(placeholder)) return [line]
      const indent = ' '.repeat(line.search(/\S/))
      const [before = '', after = ''] = line.split(placeholder)
      // A line of a block, or of a key that stands alone.
      if (before.trim() === '') return items.map((item) => `${indent}${item}${after}`)
      return items.length === 1
        ? [`${before}${items[0]}${after}`]
        : [`${before.trimEnd()} |`, ...items.map((item) => `${indent}  ${item}`)]
    })
    .join('\n')
}

/** A template in which every job that holds the marker has one more permission. */
export function withPermission(text: string, marker: string, permission: string): string {
  const [head = '', ...jobs] = text.split(/^(?=  [\w-]+:$)/m)
  return [head, ...jobs.map((job) => (job.includes(marker) ? granted(job, permission) : job))].join('')
}

function granted(job: string, permission: string): string {
  return job.replace(/^ {4}permissions:(?: \{\}.*)?\n/m, () => `    permissions:\n      ${permission}\n`)
}

function stepBounds(lines: readonly string[], name: string): [start: number, end: number] {
  const at = lines.findIndex((line) => line.trim() === `- name: ${name}`)
  if (at < 0) throw new Error(`a template has no step “${name}”`)
  const indent = (lines[at] ?? '').search(/\S/)
  let start = at
  while (start > 0 && (lines[start - 1] ?? '').startsWith(`${' '.repeat(indent)}#`)) start -= 1
  // What follows at the same depth begins the next step; a comment there is about it.
  const length = lines.slice(at + 1).findIndex((line) => line.trim() !== '' && line.search(/\S/) <= indent)
  return [start, length < 0 ? lines.length - 1 : at + 1 + length]
}
