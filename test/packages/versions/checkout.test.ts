import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { apply, UserError } from '../../../packages/plan/index.ts'
import {
  Checkout,
  checkoutTarget,
  decideVersion,
  pushFloatingTag,
  pushTag,
  templateFromPrefix,
} from '../../../packages/versions/index.ts'
import { anOrigin, GIT_ENVIRONMENT, gitIn, type Origin } from './clones.ts'

const open = (directory: string): Promise<Checkout> => Checkout.open(directory, '.', { environment: GIT_ENVIRONMENT })

const next = (checkout: Checkout, target = checkout.head) =>
  decideVersion(
    {
      version: null,
      bump: 'auto',
      prereleaseId: 'rc',
      line: null,
      template: templateFromPrefix('v', 'tag-prefix'),
      target,
    },
    checkout,
  )

/** v1.0.0 annotated, v1.1.0 beside it on a branch, and a feature since on main. */
function released(): Origin {
  const origin = anOrigin()
  origin.git('tag', '--annotate', '--message', 'Release v1.0.0', 'v1.0.0')
  origin.commit('main', 'feat: quotas (#7)\n\nBREAKING CHANGE: none\nreally.')
  origin.git('push', '--quiet', 'origin', 'v1.0.0')
  return origin
}

const refusal = async (run: Promise<unknown>): Promise<UserError> => {
  const error: unknown = await run.then(
    () => 'done',
    (thrown: unknown) => thrown,
  )
  if (error instanceof UserError) return error
  throw new Error(`expected a UserError, found ${String(error)}`)
}

describe('a checkout', () => {
  it('has the history that the decision asks for', async () => {
    const origin = released()
    const checkout = await open(origin.checkout())
    const decision = await next(checkout)
    expect(decision).toMatchObject({ version: '2.0.0', previous: { tag: 'v1.0.0', commit: origin.at('v1.0.0') } })
    expect(decision.commits).toMatchObject([
      {
        sha: origin.at('main'),
        type: 'feat',
        pullRequest: 7,
        author: 'ada',
        authorName: 'Ada Lovelace',
        breaking: 'none\nreally.',
      },
    ])
  })

  it.each([
    ['without tags', ['--no-tags']],
    ['of one branch', ['--single-branch']],
    ['without files or trees', ['--filter=tree:0', '--no-checkout']],
  ])('%s is not taken for a repository without releases', async (_, options) => {
    const origin = released()
    expect(await next(await open(origin.checkout(...options)))).toMatchObject({ previous: { tag: 'v1.0.0' } })
  })

  it('that is shallow is refused: what it contains cannot be told', async () => {
    const error = await refusal(open(released().checkout('--depth=1')))
    expect(error.message).toBe(
      'Input “path”: the checkout in “.” is shallow: which releases it contains cannot be told.',
    )
    expect(error.advice).toContain('fetch-depth: 0')
  })

  it('does not count releases that it does not have: they are on other branches', async () => {
    const origin = released()
    const clone = origin.checkout()
    origin.commit('other', 'fix: beside')
    origin.git('tag', 'v1.0.1')
    origin.git('push', '--quiet', 'origin', 'v1.0.1')
    expect(await next(await open(clone))).toMatchObject({ previous: { tag: 'v1.0.0' } })
  })

  it('that is none, has no remote, or a remote that does not answer, is refused', async () => {
    const origin = anOrigin()
    expect((await refusal(open(origin.directory))).message).toContain('“.” is no git checkout')
    const clone = origin.checkout()
    gitIn(clone, 'remote', 'set-url', 'origin', 'file:///nowhere/at-all')
    expect((await refusal(open(clone))).message).toContain('remote “origin” of “.” does not answer')
    gitIn(clone, 'remote', 'remove', 'origin')
    expect((await refusal(open(clone))).message).toContain('has no remote “origin”')
  })

  it.each([
    ['https://x-access-token:secret@github.com/project-codeflare/instascale', 'https://github.com'],
    ['https://github.com/project-codeflare/instascale.git', 'https://github.com'],
    ['git@github.example.com:project-codeflare/instascale.git', 'https://github.example.com'],
    ['ssh://git@github.com:22/project-codeflare/instascale.git', 'https://github.com'],
  ])('of %s has its page, without credentials', async (address, server) => {
    const origin = anOrigin()
    const clone = origin.checkout()
    gitIn(clone, 'remote', 'set-url', 'origin', address)
    gitIn(clone, 'config', `url.file://${origin.address}.insteadOf`, address)
    expect((await open(clone)).url).toBe(`${server}/project-codeflare/instascale`)
  })

  it('tells no credentials when its remote does not answer', async () => {
    const clone = anOrigin().checkout()
    gitIn(clone, 'remote', 'set-url', 'origin', 'http://x-access-token:secret@127.0.0.1:9/a/b')
    const error = await refusal(open(clone))
    expect(error.message).toContain('127.0.0.1')
    expect(error.message).not.toContain('secret')
  })
})

describe('the commit to release', () => {
  it('is the one that is checked out, or the one that was named', async () => {
    const origin = released()
    const checkout = await open(origin.checkout())
    expect(await checkoutTarget(checkout, '', {})).toEqual({ target: origin.at('main'), branch: 'main' })
    expect(await checkoutTarget(checkout, 'v1.0.0', {})).toMatchObject({ target: origin.at('v1.0.0') })
    expect((await refusal(checkoutTarget(checkout, '--help', {}))).message).toContain(
      'no commit, branch or tag “--help”',
    )
  })

  it('is of the branch of the run where the head is detached', async () => {
    const origin = released()
    const clone = origin.checkout()
    gitIn(clone, 'checkout', '--quiet', '--detach')
    const runner = { GITHUB_SHA: origin.at('main'), GITHUB_REF_NAME: 'main', GITHUB_REF_TYPE: 'branch' }
    expect(await checkoutTarget(await open(clone), '', runner)).toMatchObject({ branch: 'main' })
    expect(await checkoutTarget(await open(clone), '', {})).toMatchObject({ branch: null })
    const pull = { ...runner, GITHUB_REF: 'refs/pull/7/merge' }
    expect((await refusal(checkoutTarget(await open(clone), '', pull))).message).toContain('a trial merge')
  })

  it('has to be pushed: only a tag would lead to it', async () => {
    const origin = released()
    const clone = origin.checkout()
    gitIn(clone, 'commit', '--quiet', '--allow-empty', '--message', 'fix: not pushed')
    expect((await refusal(checkoutTarget(await open(clone), '', {}))).message).toContain('is not on branch main')
    gitIn(clone, 'switch', '--quiet', '-c', 'mine')
    expect((await refusal(checkoutTarget(await open(clone), '', {}))).message).toContain('has no branch mine')
  })

  it('may be behind what was pushed since', async () => {
    const origin = released()
    const clone = origin.checkout()
    const before = origin.at('main')
    origin.commit('main', 'fix: later')
    expect(await checkoutTarget(await open(clone), '', {})).toMatchObject({ target: before })
  })
})

describe('a tag that is pushed', () => {
  const wish = (commit: string) => ({ tag: 'v1.1.0', commit, message: 'Release v1.1.0' })

  it('is annotated, dated like its commit, and in the checkout too', async () => {
    const origin = released()
    const clone = origin.checkout()
    const checkout = await open(clone)
    const change = await pushTag(checkout, wish(checkout.head), 'a test')
    expect(change).toMatchObject({ action: 'create', subject: 'tag v1.1.0 of origin', before: null })
    await apply([change])
    expect(origin.at('v1.1.0')).toBe(checkout.head)
    expect(gitIn(origin.address, 'cat-file', 'tag', 'v1.1.0')).toBe(
      [
        `object ${checkout.head}`,
        'type commit',
        'tag v1.1.0',
        'tagger github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com> 1705312800 +0000',
        '',
        'Release v1.1.0',
      ].join('\n'),
    )
    expect(gitIn(clone, 'rev-parse', 'v1.1.0')).toBe(gitIn(origin.address, 'rev-parse', 'v1.1.0'))
    expect(await next(await open(clone))).toMatchObject({ version: '1.1.0', exists: true })
  })

  it('is finished by the next run when this one died before the push', async () => {
    const origin = released()
    const clone = origin.checkout()
    const checkout = await open(clone)
    gitIn(clone, 'remote', 'set-url', '--push', 'origin', 'file:///nowhere/at-all')
    await expect(apply([await pushTag(checkout, wish(checkout.head), 'a test')])).rejects.toThrow('could not be pushed')
    const made = gitIn(clone, 'rev-parse', 'v1.1.0')
    gitIn(clone, 'remote', 'set-url', '--push', 'origin', `file://${origin.address}`)
    await apply([await pushTag(await open(clone), wish(checkout.head), 'a test')])
    expect(gitIn(origin.address, 'rev-parse', 'v1.1.0')).toBe(made)
  })

  it('is not pushed over one that somebody made meanwhile', async () => {
    const origin = released()
    const checkout = await open(origin.checkout())
    const change = await pushTag(checkout, wish(checkout.head), 'a test')
    origin.git('tag', 'v1.1.0', 'v1.0.0')
    origin.git('push', '--quiet', 'origin', 'v1.1.0')
    await expect(change.act()).rejects.toThrow('Somebody else made or moved tag v1.1.0 meanwhile')
    await expect(apply([change])).rejects.toThrow('was absent when this run planned')
    expect(origin.at('v1.1.0')).toBe(origin.at('v1.0.0'))
  })

  it('is refused where the checkout has it elsewhere, or the remote has a branch of its name', async () => {
    const origin = released()
    const clone = origin.checkout()
    gitIn(clone, 'tag', 'v1.1.0', 'v1.0.0')
    const checkout = await open(clone)
    expect((await refusal(pushTag(checkout, wish(checkout.head), 'a test'))).message).toContain('was never pushed')
    origin.commit('v1.2.0', 'fix: of the branch')
    const later = await open(clone)
    const branch = { ...wish(later.head), tag: 'v1.2.0' }
    expect((await refusal(pushTag(later, branch, 'a test'))).message).toContain('has a branch “v1.2.0”')
  })

  it('that a rule of the remote forbids is told as burnt or restricted', async () => {
    const origin = released()
    const hook = join(origin.address, 'hooks', 'pre-receive')
    writeFileSync(hook, '#!/bin/sh\necho "GH013: Repository rule violations found for refs/tags/v1.1.0." >&2\nexit 1\n')
    chmodSync(hook, 0o755)
    const checkout = await open(origin.checkout())
    const error = await refusal(apply([await pushTag(checkout, wish(checkout.head), 'a test')]))
    expect(error.advice).toContain('burnt for ever')
  })

  it('runs no hook that the checkout brings along', async () => {
    const origin = released()
    const clone = origin.checkout()
    for (const name of ['pre-push', 'reference-transaction']) {
      const hook = join(clone, '.git', 'hooks', name)
      writeFileSync(hook, '#!/bin/sh\nexit 1\n')
      chmodSync(hook, 0o755)
    }
    const checkout = await open(clone)
    await apply([await pushTag(checkout, wish(checkout.head), 'a test')])
    expect(origin.at('v1.1.0')).toBe(checkout.head)
  })

  it('floats forward as a plain tag, and only over what was looked at', async () => {
    const origin = released()
    const clone = origin.checkout()
    const first = pushFloatingTag(await open(clone), 'v1', origin.at('v1.0.0'), 'a test')
    await apply(first === null ? [] : [first])
    const checkout = await open(clone)
    expect(pushFloatingTag(checkout, 'v1', origin.at('v1.0.0'), 'a test')).toBeNull()
    const move = pushFloatingTag(checkout, 'v1', checkout.head, 'a test')
    expect(move).toMatchObject({ action: 'move', before: origin.at('v1.0.0'), after: checkout.head })
    origin.git('push', '--quiet', '--force', 'origin', `${origin.commit('other', 'fix: beside')}:refs/tags/v1`)
    await expect(move?.act()).rejects.toThrow('Somebody else made or moved tag v1 meanwhile')
    origin.git('push', '--quiet', '--force', 'origin', `${origin.at('v1.0.0')}:refs/tags/v1`)
    await apply(move === null ? [] : [move])
    expect(gitIn(origin.address, 'cat-file', '-t', 'v1')).toBe('commit')
    expect(origin.at('v1')).toBe(checkout.head)
  })
})
