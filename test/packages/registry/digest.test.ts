import { describe, expect, test } from 'vitest'
import { digestOf, isDigest, matchesDigest, shortDigest } from '../../../packages/registry/index.ts'

const ABC = Buffer.from('abc')
// FIPS 180-4, examples of "abc".
const SHA256 = 'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
const SHA512 =
  'sha512:ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f'

describe('a digest', () => {
  test('is the hash of the bytes under the name of its algorithm', () => {
    expect(digestOf(ABC)).toBe(SHA256)
    expect(digestOf(ABC, 'sha512')).toBe(SHA512)
  })

  test('matches what it names and nothing else', () => {
    expect(matchesDigest(ABC, SHA256)).toBe(true)
    expect(matchesDigest(ABC, SHA512)).toBe(true)
    expect(matchesDigest(Buffer.from('abd'), SHA256)).toBe(false)
    expect(matchesDigest(ABC, 'blake3:00')).toBe(false)
  })

  test.each([
    'sha256:',
    'sha256:BA',
    SHA256.slice(0, -1),
    `${SHA256}0`,
    SHA256.replace('sha256', 'sha512'),
    'md5:00',
    ' ',
  ])('%s is none', (text) => {
    expect(isDigest(text)).toBe(false)
  })

  test('is shown to people by its first twelve digits', () => {
    expect(shortDigest(SHA256)).toBe('sha256:ba7816bf8f01')
  })
})
