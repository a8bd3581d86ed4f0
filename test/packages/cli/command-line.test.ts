import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { actions } from '../../../actions/index.ts'
import { runCommandLine } from '../../../packages/cli/index.ts'
import { repositoryOf } from '../../../packages/cli/laptop.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')

async function cli(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const code = await runCommandLine(argv, {
    environment: {},
    directory: ROOT,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    interactive: false,
    signal: new AbortController().signal,
  })
  return { code, out, err }
}

describe('codeflare-actions', () => {
  test('without a word lists the commands and every action', async () => {
    const { code, out } = await cli()
    expect(code).toBe(0)
    for (const name of ['init', 'rehearse', 'validate', ...Object.keys(actions)]) expect(out).toContain(`  ${name} `)
  })

  test('offers every action of the house', async () => {
    const folders = (await readdir(join(ROOT, 'actions'), { withFileTypes: true })).filter((entry) =>
      entry.isDirectory(),
    )
    const built: string[] = []
    for (const { name } of folders)
      if ((await readdir(join(ROOT, 'actions', name))).includes('action.ts')) built.push(name)
    expect(Object.keys(actions).sort()).toEqual(built.sort())
  })

  test.each(['init', 'rehearse', 'validate', ...Object.keys(actions)])(
    '%s --help names its flags and is no error',
    async (name) => {
      const { code, out, err } = await cli(name, '--help')
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect(out).toContain(`Usage: codeflare-actions ${name}`)
      const action = await actions[name]?.()
      for (const input of Object.keys(action?.default.inputs ?? {})) expect(out).toContain(`--${input}`)
    },
  )

  test('takes no secret among its arguments, and does not repeat the one that was given', async () => {
    const { code, out, err } = await cli(
      'retag-image',
      '--source',
      'quay.io/a/b:dev',
      '--tags',
      'v1',
      '--password',
      'hunter22',
    )
    expect(code).toBe(1)
    expect(err).toContain('--password is a secret')
    expect(err).toContain('INPUT_PASSWORD')
    expect(out + err).not.toContain('hunter22')
  })

  test('meets a slip with the word that was probably meant', async () => {
    for (const [argv, meant] of [
      [['rehears'], 'rehearse'],
      [['rehearse', '--exmaple', 'codeflare'], '--example'],
      [['rehearse', '--example', 'codeflar'], 'codeflare'],
    ] as const) {
      const { code, err } = await cli(...argv)
      expect(code).toBe(1)
      expect(err).toContain(`Did you mean “${meant}”?`)
    }
  })

  test.each([
    [['rehearse', '--manifest', 'x.yaml'], '--manifest is given without --repositories.'],
    [['rehearse', '--example', 'codeflare', '--repositories', '.'], '--example and --repositories are both given.'],
    [['rehearse', '--crash-after', '0', '--keep', 'x'], '--crash-after is “0”'],
    [['rehearse', '--crash-after', '3'], '--crash-after needs --keep DIR.'],
    [['rehearse', '--keep', 'packages'], 'is not empty and holds no rehearsal'],
    [['rehearse', '--repositories', '.', '--manifest', 'nowhere.yaml'], 'cannot be read'],
    [['rehearse', 'codeflare'], 'There is no operand “codeflare”.'],
    [['validate', 'nowhere.yaml'], 'nowhere.yaml'],
    [['validate', 'a.yaml', 'b.yaml'], 'One manifest at a time'],
    [['semver-tag', '--bump', 'bigger'], 'allowed: auto, major'],
  ])('%j is the caller’s to mend', async (argv, message) => {
    const { code, out, err } = await cli(...argv)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(message)
    expect(err).not.toContain('    at ')
  })

  test('validate says what a manifest describes', async () => {
    const { code, out } = await cli('validate', 'examples/codeflare/release-train.yaml')
    expect(code).toBe(0)
    expect(out).toBe(
      'examples/codeflare/release-train.yaml is valid.\nCodeFlare Stack: 4 components (CodeFlare Operator leads), adopts KubeRay, TorchX.\n',
    )
  })
})

test.each([
  ['https://github.com/project-codeflare/instascale.git', 'project-codeflare/instascale'],
  ['https://token@github.com/project-codeflare/instascale', 'project-codeflare/instascale'],
  ['git@github.com:project-codeflare/instascale.git', 'project-codeflare/instascale'],
  ['ssh://git@github.example:7999/project-codeflare/instascale/', 'project-codeflare/instascale'],
  ['/srv/git/instascale.git', undefined],
  ['https://github.com/only-owner', undefined],
])('the repository of remote %s is %s', (remote, repository) => {
  expect(repositoryOf(remote)).toBe(repository)
})
