import { describe, expect, it } from 'vitest'
import { UserError } from '../../../packages/plan/index.ts'
import { decideVersion, type History, TagTemplate } from '../../../packages/versions/index.ts'
import repositories from './tags.json' with { type: 'json' }

type Repository = (typeof repositories)[number]

/** What is said of each tag of a real repository when it is made in the order of its history; silence is left out. */
async function replay({ commits, tags }: Repository): Promise<Record<string, string>> {
  const template = new TagTemplate('v{version}', 'tag')
  const out = new Map<string, number>()
  const history: History = {
    tags: (prefix) => Promise.resolve([...out.keys()].filter((tag) => tag.startsWith(prefix))),
    commitOf: (tag) => Promise.resolve(String(out.get(tag))),
    contains: (head, commit) =>
      Promise.resolve(head === commit || commits[Number(head)]?.contains.includes(Number(commit)) === true),
    since: () => Promise.resolve([]),
  }
  const said: Record<string, string> = {}
  for (const { tag, commit } of tags) {
    const version = template.parse(tag)?.version ?? null
    if (version === null) said[tag] = `should be ${template.suggest(tag)}`
    else {
      const request = { version, bump: 'auto' as const, prereleaseId: 'rc', line: null, template }
      const words = await decideVersion({ ...request, target: String(commit) }, history).then(
        ({ warnings }) => warnings.join(' '),
        (error: unknown) => {
          if (error instanceof UserError) return error.message
          throw error
        },
      )
      if (words !== '') said[tag] = words.replace(/^Commit \d+/, 'The commit').replace(/ \(\d+\)/, '')
    }
    out.set(tag, commit)
  }
  return said
}

const find = (name: string): Repository => {
  const found = repositories.find(({ repository }) => repository === name)
  if (found === undefined) throw new Error(`tags.json has no ${name}`)
  return found
}

/** RELEASE-PROCESS: releases that were never merged, versions burnt by retries, a tag that a person misspelt. */
describe('the past, released by these rules:', () => {
  it('the operator’s v0.0.6 would have lost what v0.0.5 had; the other 34 go through', async () => {
    const operator = find('project-codeflare/codeflare-operator')
    expect(operator.tags).toHaveLength(35)
    expect(await replay(operator)).toEqual({
      'v0.0.6': 'The commit does not contain v0.0.5; 0.0.6 would lose its changes.',
    })
  })

  it('MCAD’s v1.40.0 is v1.39.0 once more', async () => {
    expect(await replay(find('project-codeflare/multi-cluster-app-dispatcher'))).toEqual({
      'v1.40.0': 'The commit is released as v1.39.0 already; 1.40.0 brings nothing new.',
    })
  })

  it('the downstream’s tags go through', async () => {
    expect(await replay(find('opendatahub-io/codeflare-operator'))).toEqual({})
  })

  it('the SDK misspelt one, burnt two, lost one, released five behind newer lines and seven after what they led to', async () => {
    const said = Object.entries(await replay(find('project-codeflare/codeflare-sdk')))
    const tagsOf = (words: string) => said.filter(([, text]) => text.includes(words)).map(([tag]) => tag)
    // Told when it is made and with the next release, which makes it good.
    expect(tagsOf('should be v0.14.1')).toEqual(['vv0.14.1', 'v0.15.0'])
    expect(tagsOf('brings nothing new')).toEqual(['v0.23.1', 'v0.24.2'])
    expect(tagsOf('would lose its changes')).toEqual(['v0.24.3'])
    expect(tagsOf('a newer release line')).toEqual([
      'v0.31.2',
      'v0.31.3',
      'v0.31.5',
      'v0.31.6-test-fix',
      'v0.31.6-sdk-test-fix',
    ])
    expect(tagsOf('is not higher than')).toHaveLength(7)
    expect(said).toHaveLength(17)
  })
})
