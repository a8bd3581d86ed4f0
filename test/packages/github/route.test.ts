import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { routed } from '../../../packages/github/route.ts'

const API = 'https://api.github.com'

describe('a route with its parameters', () => {
  test.each([
    [
      'GET /repos/{owner}/{repo}/git/ref/{ref}',
      { owner: 'o', repo: 'r', ref: 'heads/feat/ü!' },
      { method: 'GET', url: `${API}/repos/o/r/git/ref/heads%2Ffeat%2F%C3%BC%21` },
    ],
    [
      'GET /repos/{owner}/{repo}/pulls',
      { owner: 'o', repo: 'r', head: 'o:a b', state: undefined, per_page: 100 },
      { method: 'GET', url: `${API}/repos/o/r/pulls?head=o%3Aa%20b&per_page=100` },
    ],
    [
      'POST /repos/{owner}/{repo}/git/refs',
      { owner: 'o', repo: 'r', ref: 'refs/tags/v1', sha: 'abc', force: undefined },
      { method: 'POST', url: `${API}/repos/o/r/git/refs`, body: '{"ref":"refs/tags/v1","sha":"abc"}' },
    ],
    [
      'DELETE /repos/{owner}/{repo}/git/refs/{ref}',
      { owner: 'o', repo: 'r', ref: 'heads/x' },
      { method: 'DELETE', url: `${API}/repos/o/r/git/refs/heads%2Fx` },
    ],
  ])('%s', (route, parameters, expected) => {
    expect(routed(API, route, parameters)).toEqual(expected)
  })

  test('whatever a value is, it stays one segment of the path and one value of the query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'grapheme' }), (ref, q) => {
        fc.pre(ref !== '.' && ref !== '..')
        const url = new URL(routed(API, 'GET /refs/{ref}', { ref, q }).url)
        const [, refs, segment, ...more] = url.pathname.split('/')
        expect([refs, decodeURIComponent(segment ?? ''), more]).toEqual(['refs', ref, []])
        expect([...url.searchParams]).toEqual([['q', q]])
        expect(url.hash).toBe('')
      }),
    )
  })

  test('that is none, or misses one, is a defect', () => {
    expect(() => routed(API, 'repos', {})).toThrow('“repos” is no route')
    expect(() => routed(API, 'GET /repos/{owner}', {})).toThrow('“GET /repos/{owner}” misses owner')
  })
})
