import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ownersOf, parseCodeowners, readCodeowners } from '../../../packages/github/index.ts'
import { aWorld, NAME, OPERATOR } from './worlds.ts'

/** The examples of GitHub's own description, each with what it says about them. */
const DOCUMENTED = `
# This is a comment.
*       @global-owner1 @global-owner2

*.js    @js-owner #This is an inline comment.
*.go docs@example.com
*.txt @octo-org/octocats
/build/logs/ @doctocat
docs/* docs@example.com
apps/ @octocat
/scripts/ @doctocat @octocat
**/logs @octologs
/apps/github
`

describe('code owners', () => {
  it.each([
    ['README', '@global-owner1 @global-owner2'],
    ['src/deep/index.js', '@js-owner'],
    ['main.go', 'docs@example.com'],
    ['a/b.txt', '@octo-org/octocats'],
    ['build/logs/today', '@octologs'],
    ['docs/getting-started.md', 'docs@example.com'],
    ['docs/build-app/troubleshooting.md', '@global-owner1 @global-owner2'],
    ['apps/main.rs', '@octocat'],
    ['lib/apps/main.rs', '@octocat'],
    ['scripts/a/b', '@doctocat @octocat'],
    ['lib/scripts/a', '@global-owner1 @global-owner2'],
    ['deeply/nested/logs/x', '@octologs'],
    ['apps/github', ''],
    ['apps/github/x', ''],
    ['README.JS', '@global-owner1 @global-owner2'],
  ])('of %s are %j, as GitHub describes it', (path, owners) => {
    expect(ownersOf(parseCodeowners(DOCUMENTED), path).join(' ')).toBe(owners)
  })

  it.each([
    ['docs/my\\ notes/ @a', 'docs/my notes/x', '@a'],
    ['* @a\n!keep @b', 'keep', '@a'],
    ['* @a\n[ab].go @b', 'a.go', '@a'],
    ['* @a\n/x nobody', 'x', '@a'],
    ['* @a\n*** @b', 'x', '@a'],
    ['\\#x @a', '#x', '@a'],
    ['* @a @b # and not @c', 'x', '@a @b'],
    ['/ @a', 'x', ''],
    ['// @a', 'x', ''],
    ['a/**/z @a', 'a/z', '@a'],
    ['a/**/z @a', 'a/b/c/z/file', '@a'],
    ['a/** @a', 'a', ''],
    ['** @a', 'x/y', '@a'],
    ['?.md @a', '🦀.md', '@a'],
    ['*\t@a\r\n', 'x', '@a'],
  ])('in %j of %j are %j', (text, path, owners) => {
    expect(ownersOf(parseCodeowners(text), path).join(' ')).toBe(owners)
  })

  it('are git’s rules for ignoring, wherever GitHub does not differ: no last star', () => {
    const directory = mkdtempSync(join(tmpdir(), 'owners-'))
    onTestFinished(() => rmSync(directory, { recursive: true }))
    execFileSync('git', ['init', '--quiet', directory])
    // Each pattern in a directory of its own, whose rules know nothing of the others: one git for all.
    const ignored = (cases: readonly (readonly [pattern: string, paths: readonly string[]])[]): string[] => {
      for (const [index, [pattern]] of cases.entries()) {
        mkdirSync(join(directory, `of${index}`), { recursive: true })
        writeFileSync(join(directory, `of${index}`, '.gitignore'), `${pattern}\n`)
      }
      const input = cases.flatMap(([, paths], index) => paths.map((path) => `of${index}/${path}`)).join('\0')
      const args = ['-C', directory, 'check-ignore', '--no-index', '--stdin', '-z']
      const { status, stdout } = spawnSync('git', args, { input, encoding: 'utf8' })
      expect(status).toBeOneOf([0, 1])
      return stdout.split('\0').filter((path) => path !== '')
    }
    const name = fc
      .array(fc.constantFrom('a', 'b', '.'), { minLength: 1, maxLength: 3 })
      .map((letters) => letters.join(''))
    const segment = name.filter((text) => !/^\.+$/.test(text))
    const part = fc.oneof(
      { weight: 3, arbitrary: segment },
      fc.constant('**'),
      fc
        .array(fc.constantFrom('a', 'b', '*', '?', '\\a'), { minLength: 1, maxLength: 5 })
        .map((letters) => letters.join('')),
    )
    const pattern = fc
      .tuple(fc.constantFrom('', '/'), fc.array(part, { minLength: 1, maxLength: 4 }), fc.constantFrom('', '', '/'))
      .filter(([start, parts, end]) => end === '/' || parts.at(-1) !== '*' || (start === '' && parts.length === 1))
      .map(([start, parts, end]) => `${start}${parts.join('/')}${end}`)
      .filter((text) => !text.includes('***'))
    const paths = fc.uniqueArray(
      fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/')),
      { minLength: 5, maxLength: 40 },
    )
    const cases = fc.array(fc.tuple(pattern, paths), { minLength: 50, maxLength: 50, size: 'max' })
    fc.assert(
      fc.property(cases, (all) => {
        const ours = all.flatMap(([text, files], index) => {
          const rules = parseCodeowners(`${text} @a`)
          expect(rules.length).toBe(1)
          return files.filter((path) => ownersOf(rules, path).length > 0).map((path) => `of${index}/${path}`)
        })
        const gits = new Set(ignored(all))
        const differ = [...ours.filter((path) => !gits.has(path)), ...[...gits].filter((path) => !ours.includes(path))]
        expect(differ.map((path) => [all[Number(/\d+/.exec(path)?.[0])]?.[0], path])).toEqual([])
      }),
      { numRuns: 8, endOnFailure: true },
    )
  })

  it('are found at once, however many stars somebody writes', () => {
    const rules = parseCodeowners(`${'**/*a/'.repeat(60)}b @a\n${'*a'.repeat(200)}b @a`)
    const path = `${'a/'.repeat(400)}${'a'.repeat(5000)}`
    // An expression with backtracking would not end before this test is given up.
    expect(ownersOf(rules, path)).toEqual([])
  })

  it('are read from the first place that GitHub looks into', async () => {
    const scene = await aWorld()
    const { world, github } = scene
    const at = async () => {
      const rules = await readCodeowners(github, OPERATOR, 'main')
      return rules === null ? null : ownersOf(rules, 'x')
    }
    expect(await at()).toBeNull()
    await world.github.commit(NAME, 'main', { message: 'a', files: { 'docs/CODEOWNERS': '* @docs\n' } })
    expect(await at()).toEqual(['@docs'])
    await world.github.commit(NAME, 'main', {
      message: 'b',
      files: { '.github/CODEOWNERS': '* @hidden\n', CODEOWNERS: '* @root\n' },
    })
    expect(await at()).toEqual(['@hidden'])
    const large = `* @a\n${'# padding '.repeat(400_000)}`
    await world.github.commit(NAME, 'main', { message: 'c', files: { '.github/CODEOWNERS': large } })
    expect(await at()).toBeNull()
    await world.github.createRepository('acme/odd', { files: { 'CODEOWNERS/x': 'a directory' } })
    expect(await readCodeowners(github, { owner: 'acme', repo: 'odd' }, 'main')).toBeNull()
  })
})
