import { describe, expect, it } from 'vitest'
import { memberRelease, toldImages } from '../../../packages/matrix/index.ts'
import { findMember } from '../../../packages/train/index.ts'
import { tagOf } from '../../../packages/versions/index.ts'
import { adrTrain } from './checkout.ts'

const tagged = (tag: string) =>
  findMember(
    adrTrain({ external: `  odh: { name: ODH, repository: opendatahub-io/x, tag: '${tag}' }\n` }),
    'odh',
    'test',
  )

describe('a version that was told', () => {
  it.each([
    ['v{version}', 'v1.2.0', 'v1.2.0'],
    ['v{version}', '1.2.0', 'v1.2.0'],
    ['release-v{version}', 'release-v1.2.0', 'release-v1.2.0'],
    ['release-v{version}', 'v1.2.0', 'release-v1.2.0'],
    ['cf{version}', 'cf1.2.0', 'cf1.2.0'],
    ['v{version}-odh', 'v1.2.0-odh', 'v1.2.0-odh'],
    ['v{version}-odh-{n}', 'v1.2.0-odh-3', 'v1.2.0-odh-3'],
  ])('is read by the template %s: %s is the tag %s', (template, told, tag) => {
    expect(tagOf(memberRelease(tagged(template), told, 'test'))).toBe(tag)
  })

  it('must name the build where tags count builds', () => {
    expect(() => memberRelease(tagged('v{version}-odh-{n}'), 'v1.2.0', 'Input “versions”, “odh”')).toThrow(
      'Input “versions”, “odh”: the tags of ODH count builds (“v{version}-odh-{n}”), and “v1.2.0” names none.',
    )
  })
})

it('an image is told once', () => {
  expect(() => toldImages(adrTrain(), ['a=quay.io/o/a:v1.0.0', 'a=quay.io/o/a:v1.0.0'], 'images')).toThrow(
    'Input “images” names “a” twice.',
  )
  expect(() => toldImages(adrTrain(), ['a'], 'images')).toThrow(
    'Input “images”: “a” is not of the form “NAME=quay.io/org/image:v1.2.3”.',
  )
})
