import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as core from '@actions/core'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { annotation, command, defuse, writeOutput } from '../../../packages/action/commands.ts'

/** What @actions/core, the reference, prints for the same call. */
function printedByCore(call: () => void): string {
  let printed = ''
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
  try {
    call()
  } finally {
    write.mockRestore()
  }
  return printed
}

afterEach(() => vi.unstubAllEnvs())

describe('workflow commands are byte for byte those of @actions/core', () => {
  it('for errors on a place', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.integer({ min: 1 }), (message, file, line) => {
        const theirs = printedByCore(() => core.error(message, { file, startLine: line, title: 'rule' }))
        expect(`${command('error', { title: 'rule', file, line }, message)}\n`).toBe(theirs)
      }),
    )
  })

  it('for groups and debug lines', () => {
    expect(`${command('group', {}, 'Plan: 1%')}\n`).toBe(printedByCore(() => core.startGroup('Plan: 1%')))
    expect(`${command('debug', {}, 'a\r\nb')}\n`).toBe(printedByCore(() => core.debug('a\r\nb')))
  })
})

describe('outputs', () => {
  const directory = mkdtempSync(join(tmpdir(), 'outputs-'))
  afterEach(() => rmSync(directory, { recursive: true, force: true }))

  it('are the file format of @actions/core but for its random delimiter', () => {
    const [ours, theirs] = [join(directory, 'ours'), join(directory, 'theirs')]
    writeFileSync(ours, '')
    writeFileSync(theirs, '')
    vi.stubEnv('GITHUB_OUTPUT', theirs)
    core.setOutput('notes', 'a\nb=c\n<<EOF')
    writeOutput(ours, 'notes', 'a\nb=c\n<<EOF')
    const plain = (file: string): string => readFileSync(file, 'utf8').replaceAll(/ghadelimiter_[0-9a-f-]+/g, 'D')
    expect(plain(ours)).toBe(plain(theirs))
  })

  it('cannot be ended by a value that guesses the delimiter', () => {
    const file = `${directory}.txt`
    writeFileSync(file, '')
    writeOutput(file, 'a', 'x')
    const delimiter = /ghadelimiter_\w+/.exec(readFileSync(file, 'utf8'))?.[0] ?? ''
    writeFileSync(file, '')
    writeOutput(file, 'a', `${delimiter}\nchanged=true`)
    const [first = '', ...rest] = readFileSync(file, 'utf8').trimEnd().split('\n')
    const second = first.slice('a<<'.length)
    expect(rest.filter((line) => line === second)).toHaveLength(1)
    expect(rest.at(-1)).toBe(second)
    rmSync(file)
  })
})

describe('text from outside', () => {
  it('never begins a line that the runner would obey', () => {
    const hostile = fc.array(
      fc.constantFrom('::', '##[', 'set-output name=x::y', '\n', '\r', ' ', '\t', 'add-path', 'a'),
    )
    fc.assert(
      fc.property(hostile, (parts) => {
        for (const line of defuse(parts.join('')).split(/\r\n|\n|\r/)) expect(line).not.toMatch(/^\s*(::|##\[)/)
      }),
    )
  })

  it('is left as it is when it is harmless', () => {
    expect(defuse('std::vector is C++\nsecond: line')).toBe('std::vector is C++\nsecond: line')
  })
})

describe('annotations', () => {
  it('stand on the file, line and column of the finding and end with what to do', () => {
    const finding = {
      severity: 'info',
      rule: 'stale',
      message: 'a, b: 100%',
      advice: 'Run it again.',
      file: 'a,b.md',
      line: 3,
      column: 7,
    } as const
    expect(annotation(finding)).toBe('::notice title=stale,file=a%2Cb.md,line=3,col=7::a, b: 100%25%0ARun it again.')
  })
})
