/** docs/getting-started.md, as somebody walks through it: init in a fresh operator's clone, then the rehearsal of what it wrote. */
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runCommandLine } from '../../packages/cli/index.ts'

const FILES: Readonly<Record<string, string>> = {
  'go.mod':
    'module github.com/my-org/my-operator\n\ngo 1.24\n\nrequire (\n\tgithub.com/ray-project/kuberay/ray-operator v1.4.0\n\tsigs.k8s.io/controller-runtime v0.21.0\n)\n',
  Makefile:
    'IMAGE_TAG_BASE ?= quay.io/my-org/my-operator\nKUBERAY_VERSION ?= v1.4.0\n\n.PHONY: test\ntest: ## Run tests.\n\tgo test ./...\n',
  'README.md': '# My Operator\n\nRuns things.\n',
  'config/manager/kustomization.yaml':
    'resources:\n- manager.yaml\nimages:\n- name: controller\n  newName: quay.io/my-org/my-operator\n  newTag: v0.1.0\n',
}

test('a newcomer goes from a fresh operator to a rehearsed release in two commands', async () => {
  const home = await mkdtemp(join(tmpdir(), 'newcomer-'))
  onTestFinished(() => rm(home, { recursive: true }))
  const clone = join(home, 'my-operator')
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(clone, path)), { recursive: true })
    await writeFile(join(clone, path), text)
  }
  const git = (...args: string[]): Buffer =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], {
      cwd: clone,
      env: { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    })
  git('init', '--quiet', '--initial-branch=main')
  git('remote', 'add', 'origin', 'git@github.com:my-org/my-operator.git')
  git('add', '.')
  git('commit', '--quiet', '--message', 'feat: a first version')
  git('tag', 'v0.1.0')
  git('commit', '--quiet', '--allow-empty', '--message', 'feat: something new')

  const run = async (...argv: string[]): Promise<string> => {
    let [out, err] = ['', '']
    const code = await runCommandLine(argv, {
      environment: {},
      directory: home,
      out: (text) => (out += text),
      err: (text) => (err += text),
      interactive: false,
      signal: new AbortController().signal,
    })
    expect(code, err + out).toBe(0)
    return out
  }

  const told = await run('init', 'my-operator')
  expect(told).toContain('My Operator leads the train “my” (release-train.yaml).')
  expect(told).toMatch(/component-release\.yml +written/)
  expect(told).toContain('gh secret set QUAY_TOKEN --repo my-org/my-operator --env release')
  expect(await run('validate', 'my-operator/release-train.yaml')).toContain(
    '1 components (My Operator leads), adopts Kuberay',
  )

  const manifest = ['--manifest', 'my-operator/release-train.yaml', '--repositories', '.']
  const summary = await run('rehearse', ...manifest, '--version', 'v0.2.0', '--report', 'release.html')
  expect(summary).toContain('My Stack v0.2.0 went through all eight steps of the release process.')
  expect(summary).toMatch(/quay\.io\/my-org\/my-operator +v0\.2\.0 /)
  expect(await readFile(join(home, 'release.html'), 'utf8')).toContain('My Stack v0.2.0')
})
