import { describe, expect, test } from 'vitest'
import { UserError } from '../../../packages/plan/index.ts'
import { credentialsGiven, readRequests } from '../../../packages/registry/index.ts'

const read = (source: string, tags: string[] = [], images: string[] = []): ReturnType<typeof readRequests> =>
  readRequests({ source, tags, images })
const app = { registry: 'quay.io', repository: 'org/app' }

describe('what to move', () => {
  test('is one source and its tags, bare or in full', () => {
    expect(read('quay.io/org/app:dev', ['v1.2.0', 'quay.io/org/app:stable'])).toEqual([
      {
        source: { ...app, tag: 'dev' },
        targets: [
          { ...app, tag: 'v1.2.0' },
          { ...app, tag: 'stable' },
        ],
      },
    ])
  })

  test('is a batch, one image a line', () => {
    expect(read('', [], ['quay.io/org/app:v1 => stable v1-latest', 'quay.io/org/lib:v2=>stable,dev'])).toEqual([
      {
        source: { ...app, tag: 'v1' },
        targets: [
          { ...app, tag: 'stable' },
          { ...app, tag: 'v1-latest' },
        ],
      },
      {
        source: { registry: 'quay.io', repository: 'org/lib', tag: 'v2' },
        targets: ['stable', 'dev'].map((tag) => ({ registry: 'quay.io', repository: 'org/lib', tag })),
      },
    ])
  })

  test('may name tags in other repositories and registries', () => {
    const [request] = read('quay.io/org/app:dev', ['v1', 'quay.io/org/release:v1', 'ghcr.io/org/app:v1'])
    expect(request?.targets).toEqual([
      { ...app, tag: 'v1' },
      { registry: 'quay.io', repository: 'org/release', tag: 'v1' },
      { registry: 'ghcr.io', repository: 'org/app', tag: 'v1' },
    ])
  })

  test('counts once when it is said twice', () => {
    const [request] = read('quay.io/org/app:dev', ['v1', 'quay.io/org/app:v1', 'v1'])
    expect(request?.targets).toEqual([{ ...app, tag: 'v1' }])
  })

  test.each([
    ['nothing at all', '', [], [], 'Input “source” is missing'],
    ['a source without tags', 'quay.io/org/app:dev', [], [], 'Input “tags” is missing'],
    ['both ways at once', 'quay.io/org/app:dev', ['v1'], ['quay.io/a/b:c => d'], 'together'],
    ['a source without tag and digest', 'quay.io/org/app', ['v1'], [], 'neither a tag nor a digest'],
    ['an illegal tag', 'quay.io/org/app:dev', ['v1.0.0+build'], [], '“v1.0.0+build” is not a tag'],
    ['an option in the place of a tag', 'quay.io/org/app:dev', ['--help'], [], '“--help” is not a tag'],
    ['a target without tag', 'quay.io/org/app:dev', ['quay.io/org/app'], [], 'must end in “:TAG”'],
    [
      'a target with a digest',
      'quay.io/org/app:dev',
      [`ghcr.io/org/app:v1@sha256:${'0'.repeat(64)}`],
      [],
      'hold no digest',
    ],
    ['a line without arrow', '', [], ['quay.io/org/app:v1 stable'], 'is not SOURCE => TAG'],
    ['a line without tags', '', [], ['quay.io/org/app:v1 =>'], 'is not SOURCE => TAG'],
    ['a line with two arrows', '', [], ['quay.io/org/app:v1 => a => b'], 'is not SOURCE => TAG'],
    [
      'one tag for two images',
      '',
      [],
      ['quay.io/org/app:v1 => stable', 'quay.io/org/app:v2 => stable'],
      'quay.io/org/app:stable is asked to point at two images: quay.io/org/app:v1 and quay.io/org/app:v2',
    ],
  ])('is refused when it is %s', (_, source, tags, images, why) => {
    expect(() => read(source, tags, images)).toThrow(UserError)
    expect(() => read(source, tags, images)).toThrow(why)
  })
})

describe('the credentials of the inputs', () => {
  const requests = read('quay.io/org/app:dev', ['v1'])

  test('belong to the registry of the images', () => {
    expect(credentialsGiven(requests, { username: 'me', password: 'secret' })).toEqual({
      given: { registry: 'quay.io', username: 'me', password: 'secret' },
    })
    expect(credentialsGiven(requests, { username: '', password: '' })).toEqual({})
  })

  test('belong to the registry that is written to, when the image comes from another', () => {
    const copy = read('quay.io/org/app:dev', ['ghcr.io/org/app:v1'])
    expect(credentialsGiven(copy, { username: 'me', password: 'secret' }).given?.registry).toBe('ghcr.io')
  })

  test('are given whole or not at all', () => {
    expect(() => credentialsGiven(requests, { username: 'me', password: '' })).toThrow(
      '“username” was given without “password”',
    )
    expect(() => credentialsGiven(requests, { username: '', password: 'secret' })).toThrow(
      '“password” was given without “username”',
    )
  })

  test('are not spread over two registries', () => {
    const two = read('', [], ['quay.io/org/app:v1 => stable', 'ghcr.io/org/lib:v1 => stable'])
    expect(() => credentialsGiven(two, { username: 'me', password: 'secret' })).toThrow('quay.io and ghcr.io')
  })
})
