import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { expect, test } from 'vitest'
import { decodeNamedCharacterReference, names } from '../../scripts/bundle/named-characters.ts'
import noFetch from '../../scripts/bundle/no-fetch.ts'
import { JSONParse, JSONStringify } from '../../scripts/bundle/plain-json.ts'

const chunks = join(import.meta.dirname, '..', '..', 'dist', 'chunks')
const built = readdirSync(chunks).map((name) => readFileSync(join(chunks, name), 'utf8')).join('\n')

test.each(names)('&%s; is the character that the whole table has', (name) => {
  const [paragraph] = fromMarkdown(`x&${name};x`).children
  const [text] = paragraph?.type === 'paragraph' ? paragraph.children : []
  expect(text?.type === 'text' && text.value).toBe(`x${decodeNamedCharacterReference(name)}x`)
})

test('another name is none, so that it stays as it is written', () => {
  expect(decodeNamedCharacterReference('CounterClockwiseContourIntegral')).toBe(false)
  expect(decodeNamedCharacterReference('toString')).toBe(false)
})

test('JSON is read and written as everywhere', () => {
  expect(JSONParse('{"id":9007199254740991}')).toEqual({ id: Number.MAX_SAFE_INTEGER })
  expect(JSONStringify({ id: 1 })).toBe('{"id":1}')
})

test('a mail fetches nothing', () => {
  expect(() => noFetch()).toThrow('nothing to be fetched')
})

test('what stands in the place of a part of a library is in the bundle, and that part is not', () => {
  expect(built).toContain('// scripts/bundle/named-characters.ts')
  expect(built).not.toMatch(/^\/\/ node_modules\/(?:character-entities|json-with-bigint|nodemailer\/dist\/esm\/fetch)\//m)
})
