import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../../packages/plan/index.ts'
import {
  type Commit,
  compareVersions,
  decideVersion,
  highest,
  type History,
  isPrerelease,
  lineOf,
  lineOfBranch,
  readVersion,
  releaseOf,
  templateFromPrefix,
  type VersionRequest,
  versionOf,
} from '../../../packages/versions/index.ts'

/** A repository in memory: commits `c1`, `c2`, … with their parents, and tags. */
class Repository implements History {
  readonly commits = new Map<string, { readonly message: string; readonly parents: readonly string[] }>()
  readonly tagged = new Map<string, string>()

  commit(message: string, ...parents: string[]): string {
    const sha = `c${this.commits.size + 1}`
    this.commits.set(sha, { message, parents })
    return sha
  }

  /** One commit after another, the first on `from`; returns the last. */
  chain(from: string | null, ...messages: string[]): string {
    let head = from
    for (const message of messages) head = this.commit(message, ...(head === null ? [] : [head]))
    return head ?? ''
  }

  reachable(head: string): Set<string> {
    const seen = new Set<string>()
    const left = [head]
    for (let at = left.pop(); at !== undefined; at = left.pop()) {
      if (seen.has(at)) continue
      seen.add(at)
      left.push(...(this.commits.get(at)?.parents ?? []))
    }
    return seen
  }

  tags(prefix: string): Promise<string[]> {
    return Promise.resolve([...this.tagged.keys()].filter((tag) => tag.startsWith(prefix)))
  }

  commitOf(tag: string): Promise<string> {
    return Promise.resolve(this.tagged.get(tag) ?? '')
  }

  contains(head: string, commit: string): Promise<boolean> {
    return Promise.resolve(this.reachable(head).has(commit))
  }

  since(ancestor: string | null, head: string): Promise<Commit[]> {
    const old = ancestor === null ? new Set<string>() : this.reachable(ancestor)
    const order = [...this.commits.keys()]
    const fresh = [...this.reachable(head)]
      .filter((sha) => !old.has(sha))
      .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    return Promise.resolve(
      fresh.map((sha) => ({
        sha,
        message: this.commits.get(sha)?.message ?? '',
        parents: this.commits.get(sha)?.parents.length ?? 0,
      })),
    )
  }
}

const ask = (target: string, given: Partial<VersionRequest> = {}): VersionRequest => ({
  version: null,
  bump: 'auto',
  prereleaseId: 'rc',
  line: null,
  template: templateFromPrefix('v', 'tag-prefix'),
  target,
  ...given,
})

/** 1.3.0 and 1.4.0 on main, 1.3.1 on its own branch; then a fix on main. */
function twoLines() {
  const repository = new Repository()
  const first = repository.chain(null, 'feat: begin')
  const second = repository.chain(first, 'feat: quotas')
  const hotfix = repository.chain(first, 'fix: leak')
  const main = repository.chain(second, 'fix: race')
  repository.tagged.set('v1.3.0', first).set('v1.4.0', second).set('v1.3.1', hotfix)
  return { repository, first, second, hotfix, main }
}

const refusal = async (decision: Promise<unknown>): Promise<UserError> => {
  const error: unknown = await decision.then(
    () => 'decided',
    (thrown: unknown) => thrown,
  )
  if (error instanceof UserError) return error
  throw new Error(`expected a UserError, found ${String(error)}`)
}

describe('the next version', () => {
  it('comes from the commits since the newest release that the target contains', async () => {
    const { repository, main } = twoLines()
    const decision = await decideVersion(ask(main), repository)
    expect(decision).toMatchObject({
      version: '1.4.1',
      tag: 'v1.4.1',
      previous: { tag: 'v1.4.0' },
      bump: 'patch',
      exists: false,
    })
    expect(decision.commits.map(({ subject }) => subject)).toEqual(['race'])
    expect(decision.reasons).toEqual(['patch after v1.4.0, because of fix: race'])
  })

  it('of the first release is 0.1.0', async () => {
    const repository = new Repository()
    const head = repository.chain(null, 'begin', 'feat: a')
    expect(await decideVersion(ask(head), repository)).toMatchObject({
      version: '0.1.0',
      previous: null,
      bump: 'minor',
      isHighest: true,
    })
  })

  it('of a line is the next z of that line, whatever newer lines exist', async () => {
    const { repository, hotfix } = twoLines()
    const head = repository.chain(hotfix, 'feat: sneaked in')
    const decision = await decideVersion(ask(head, { line: lineOfBranch('release-1.3') }), repository)
    expect(decision).toMatchObject({
      version: '1.3.2',
      previous: { tag: 'v1.3.1' },
      isHighest: false,
      leads: { major: false, minor: true },
    })
    expect(decision.warnings).toEqual([
      'Line 1.3 only takes patches, and a commit on it asks for minor (feat: sneaked in).',
    ])
  })

  it('beside forty hotfixes of the line is found by looking at few of them', async () => {
    const { repository, main } = twoLines()
    let hotfix = repository.tagged.get('v1.4.0') ?? ''
    for (let patch = 1; patch <= 40; patch += 1) {
      // The first two were merged back, the others were not.
      hotfix = repository.chain(hotfix, 'fix: hot')
      repository.tagged.set(`v1.4.${patch}`, hotfix)
    }
    const head = repository.commit('Merge', main, repository.tagged.get('v1.4.2') ?? '')
    let looks = 0
    const contains = repository.contains.bind(repository)
    repository.contains = (...given) => {
      looks += 1
      return contains(...given)
    }
    const decision = await decideVersion(ask(head, { bump: 'minor' }), repository)
    expect(decision).toMatchObject({ version: '1.5.0', previous: { tag: 'v1.4.2' } })
    // Twice: for the choice, and for what it is compared with.
    expect(looks).toBeLessThanOrEqual(2 * 8)
  })

  it('of a new line is its first', async () => {
    const { repository, main } = twoLines()
    expect(await decideVersion(ask(main, { line: { major: 1, minor: 5 } }), repository)).toMatchObject({
      version: '1.5.0',
      previous: { tag: 'v1.4.0' },
    })
  })

  it.each([
    ['major', '2.0.0'],
    ['minor', '1.5.0'],
    ['patch', '1.4.1'],
    ['prerelease', '1.4.1-rc.1'],
  ] as const)('by the named bump %s is %s', async (bump, version) => {
    const { repository, main } = twoLines()
    expect(await decideVersion(ask(main, { bump }), repository)).toMatchObject({ version })
  })

  it('is decided the same once its tag is there', async () => {
    for (const bump of ['auto', 'major', 'minor', 'patch', 'prerelease'] as const) {
      const { repository, main } = twoLines()
      const first = await decideVersion(ask(main, { bump }), repository)
      repository.tagged.set(first.tag, first.commit)
      const { reasons: _, exists, ...second } = await decideVersion(ask(main, { bump }), repository)
      expect(exists).toBe(true)
      expect(first).toMatchObject(second)
    }
  })

  it('counts candidates, and none of them twice', async () => {
    const { repository, main } = twoLines()
    repository.tagged.set('v1.5.0-rc.1', main)
    const next = repository.chain(main, 'fix: of the candidate')
    expect(await decideVersion(ask(next, { bump: 'prerelease' }), repository)).toMatchObject({
      version: '1.5.0-rc.2',
      previous: { tag: 'v1.4.0' },
      prerelease: true,
      isHighest: false,
      reasons: ['patch after v1.4.0, because of fix: race', 'candidate v1.5.0-rc.1 announced 1.5.0'],
    })
    const beside = repository.chain(main, 'fix: elsewhere')
    repository.tagged.set('v1.5.0-rc.9', beside)
    expect(await decideVersion(ask(next, { bump: 'prerelease' }), repository)).toMatchObject({ version: '1.5.0-rc.10' })
  })

  it('after a candidate is the release it announced', async () => {
    const { repository, main } = twoLines()
    repository.tagged.set('v1.5.0-rc.1', main)
    expect(await decideVersion(ask(repository.chain(main, 'docs: tell')), repository)).toMatchObject({
      version: '1.5.0',
    })
  })

  it('by promotion is the release of the newest candidate, on its very commit', async () => {
    const { repository, main } = twoLines()
    repository.tagged.set('v1.5.0-rc.1', main).set('v1.5.0-rc.2', repository.chain(main, 'fix: last'))
    const head = repository.chain(repository.tagged.get('v1.5.0-rc.2') ?? '', 'feat: for next time')
    const decision = await decideVersion(ask(head, { bump: 'promote' }), repository)
    expect(decision).toMatchObject({
      version: '1.5.0',
      commit: repository.tagged.get('v1.5.0-rc.2'),
      bump: 'promote',
      prerelease: false,
      isHighest: true,
    })
    repository.tagged.set('v1.5.0', decision.commit)
    expect(await decideVersion(ask(head, { bump: 'promote' }), repository)).toMatchObject({
      version: '1.5.0',
      exists: true,
    })
  })

  it('keeps to its own tags: a Go submodule, a build of a downstream', async () => {
    const { repository, main } = twoLines()
    repository.tagged.set('sdk/v0.3.0', main).set('v9.9.9-odh', main).set('v1', main)
    const head = repository.chain(main, 'feat: more')
    expect(await decideVersion(ask(head, { template: templateFromPrefix('sdk/v', 'x') }), repository)).toMatchObject({
      tag: 'sdk/v0.4.0',
    })
    expect(await decideVersion(ask(head), repository)).toMatchObject({ tag: 'v1.5.0', warnings: [] })
  })

  it('says which tags it does not count because they are misspelt', async () => {
    const { repository, main } = twoLines()
    repository.tagged.set('vv1.4.1', main)
    expect((await decideVersion(ask(main), repository)).warnings).toEqual([
      'Tag vv1.4.1 is misspelt and does not count as a release; it should be v1.4.1.',
    ])
  })

  it('asked for on a commit that is released already is a warning: the number is burnt', async () => {
    const { repository, second } = twoLines()
    expect((await decideVersion(ask(second, { version: versionOf(1, 5, 0) }), repository)).warnings).toEqual([
      'The commit is released as v1.4.0 already; 1.5.0 brings nothing new.',
    ])
  })
})

describe('a wrong version is refused', () => {
  it('when the target is so old that its release could only be guessed', async () => {
    const { repository, first, main } = twoLines()
    for (let minor = 5; minor < 50; minor += 1) repository.tagged.set(`v1.${minor}.0`, main)
    const head = repository.chain(first, 'fix: old')
    const error = await refusal(decideVersion(ask(head), repository))
    expect(error.message).toBe(`Commit ${head} contains none of the 40 newest releases (down to v1.10.0).`)
  })

  it('when its tag is on another commit, naming both', async () => {
    const { repository, second, main } = twoLines()
    const error = await refusal(decideVersion(ask(main, { version: versionOf(1, 4, 0) }), repository))
    expect(error.message).toBe(`Tag v1.4.0 exists on commit ${second}; this run would put it on ${main}.`)
  })

  it('when its line is further', async () => {
    const { repository, second, main } = twoLines()
    repository.tagged.set('v1.4.3', repository.chain(second, 'fix: b'))
    const error = await refusal(decideVersion(ask(main, { version: versionOf(1, 4, 2) }), repository))
    expect(error.message).toBe('Version 1.4.2 is not higher than v1.4.3, which is out already.')
  })

  it('when it falls behind a newer line without saying so', async () => {
    const { repository, hotfix } = twoLines()
    const head = repository.chain(hotfix, 'fix: more')
    const error = await refusal(decideVersion(ask(head), repository))
    expect(error.message).toBe('Version 1.3.2 falls behind v1.4.0, a newer release line.')
    expect(error.advice).toBe('If this is a release of the older line, say so: “release-line: 1.3”.')
  })

  it('when the release before it would be lost', async () => {
    const { repository, second, main } = twoLines()
    const hotfix = repository.chain(second, 'fix: hot')
    repository.tagged.set('v1.4.1', hotfix)
    const error = await refusal(decideVersion(ask(main, { version: versionOf(1, 4, 2) }), repository))
    expect(error.message).toBe(`Commit ${main} does not contain v1.4.1 (${hotfix}); 1.4.2 would lose its changes.`)
  })

  it('when the target contains a newer line than it is for', async () => {
    const { repository, main } = twoLines()
    const error = await refusal(decideVersion(ask(main, { line: { major: 1, minor: 2 } }), repository))
    expect(error.message).toBe(`Commit ${main} contains v1.3.0; it cannot become 1.2.0 of an older line.`)
  })

  it('when it is not of the line', async () => {
    const { repository, main } = twoLines()
    for (const given of [{ version: versionOf(1, 6, 0) }, { bump: 'major' as const }]) {
      const error = await refusal(decideVersion(ask(main, { ...given, line: { major: 1, minor: 4 } }), repository))
      expect(error.message).toMatch(/^Version \d\.\d\.0 is not of release line 1\.4\.$/)
    }
  })

  it('when there is no candidate to promote, or it is elsewhere', async () => {
    const { repository, second, main } = twoLines()
    expect((await refusal(decideVersion(ask(main, { bump: 'promote' }), repository))).message).toBe(
      'There is no candidate to promote: no tag vX.Y.Z-rc.N.',
    )
    const beside = repository.chain(second, 'fix: beside')
    repository.tagged.set('v1.5.0-rc.1', beside)
    expect((await refusal(decideVersion(ask(main, { bump: 'promote' }), repository))).message).toBe(
      `Candidate v1.5.0-rc.1 (${beside}) is not part of the target ${main}.`,
    )
  })
})

describe('over any history', () => {
  const step = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('commit' as const),
        message: fc.constantFrom('feat: a', 'fix: b', 'feat!: c', 'docs: d', 'e'),
        branch: fc.nat(5),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('release' as const),
        bump: fc.constantFrom('auto', 'prerelease', 'promote', 'minor', 'major', 'patch'),
        branch: fc.nat(5),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('line' as const), branch: fc.nat(5) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('merge' as const), branch: fc.nat(5) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('backport' as const), branch: fc.nat(5) }) },
  )

  it('lines only go forward, nothing released is lost, promotion keeps the commit, and asking again changes nothing', async () => {
    let decided = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 40 }), async (steps) => {
        const repository = new Repository()
        const branches = new Map([['main', repository.chain(null, 'feat: begin')]])
        const floating = new Map<string, string>()
        for (const one of steps) {
          const [name, head] = [...branches][one.branch % branches.size] ?? ['main', '']
          if (one.do === 'commit') branches.set(name, repository.commit(one.message, head))
          if (one.do === 'merge' && name !== 'main')
            branches.set('main', repository.commit('Merge', branches.get('main') ?? '', head))
          if (one.do === 'backport' && name !== 'main') {
            const picked = repository.commits.get(branches.get('main') ?? '')?.message ?? ''
            branches.set(name, repository.commit(`${picked}\n\n(cherry picked from commit c1)`, head))
          }
          if (one.do === 'line') {
            const from = [...repository.tagged].findLast(([tag]) => !tag.includes('-'))
            const version = from === undefined ? null : readVersion(from[0].slice(1))
            const branch = version === null ? null : `release-${lineOf(version).major}.${lineOf(version).minor}`
            if (from !== undefined && branch !== null && !branches.has(branch)) branches.set(branch, from[1])
          }
          if (one.do !== 'release') continue
          const request = ask(head, { bump: one.bump, line: lineOfBranch(name) })
          const before = new Map(repository.tagged)
          const decision = await decideVersion(request, repository).catch((error: unknown) => {
            if (error instanceof UserError) return null
            throw error
          })
          if (decision === null) continue
          decided += 1
          const { version, tag, commit, previous } = decision
          if (before.has(tag)) expect(before.get(tag)).toBe(commit)
          if (!before.has(tag) && !decision.prerelease) {
            const line = [...before.keys()]
              .map((known) => readVersion(known.slice(1)))
              .filter(
                (known) =>
                  known !== null &&
                  !isPrerelease(known) &&
                  known.split('.')[0] === version.split('.')[0] &&
                  known.split('.')[1] === version.split('.')[1],
              )
            for (const known of line) {
              if (known === null) continue
              expect(compareVersions(known, version)).toBeLessThan(0)
              expect(repository.reachable(commit)).toContain(before.get(`v${known}`))
            }
          }
          // The previous release by looking at all of them: the highest before this one that the commit contains.
          const contained = [...before].flatMap(([known, at]) => {
            const found = readVersion(known.slice(1))
            const counts = found !== null && !isPrerelease(found) && compareVersions(found, version) < 0
            return counts && repository.reachable(commit).has(at) ? [found] : []
          })
          expect(previous?.version ?? null).toBe(highest(contained))
          const asked = readVersion(floating.get(version.split('.')[0] ?? '') ?? '')
          if (decision.leads.major && !decision.exists) {
            if (asked !== null) expect(compareVersions(asked, version)).toBeLessThan(0)
            floating.set(version.split('.')[0] ?? '', version)
          }
          if (one.bump === 'promote') {
            expect(
              [...before].some(([known, at]) => at === commit && known.startsWith(`v${releaseOf(version)}-rc.`)),
            ).toBe(true)
          } else expect(commit).toBe(head)
          repository.tagged.set(tag, commit)
          const again = await decideVersion(request, repository)
          expect({ ...again, reasons: decision.reasons, warnings: decision.warnings }).toEqual({
            ...decision,
            exists: true,
          })
        }
      }),
      { numRuns: 300 },
    )
    // The property would hold vacuously if every release were refused.
    expect(decided).toBeGreaterThan(300)
  })
})
