import { expect, it } from 'vitest'
import { validateBundle } from '../../../packages/bundle/index.ts'
import { CSV, edit, goodBundle } from './validate-scenarios.ts'

// As Python’s dateutil answers (`isoparse`).
it.each([
  ['2020-01-01T10:00:00Z', true],
  ['2020-01-01 10:00:00', true],
  ['2020-01-01T10:00:00+02:00', true],
  ['20200101', true],
  ['2020', true],
  ['2020-W05', true],
  ['2020-01-01T24:00:00Z', true],
  ['2020-13-01', false],
  ['2020-02-30', false],
  ['2020-1-1', false],
  ['2020-01-01T25:00:00Z', false],
  ['yesterday', false],
])('createdAt %s is a time: %s', (text, isTime) => {
  const files = goodBundle()
  edit(files, CSV, ['metadata', 'annotations', 'createdAt'], text)
  const wrong = validateBundle(files).some(
    ({ message }) => message === 'CSV contains an invalid value for metadata.annotations.createdAt',
  )
  expect(wrong).toBe(!isTime)
})
