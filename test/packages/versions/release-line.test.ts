import { describe, expect, it } from 'vitest'
import {
  compareLines,
  formatLine,
  lineOf,
  lineOfBranch,
  parseReleaseLine,
  versionOf,
} from '../../../packages/versions/index.ts'

describe('a release line', () => {
  it.each(['release-1.4', 'v1.4', 'release/1.4', 'release-v1.4', '1.4'])('is named by the branch %s', (branch) => {
    expect(lineOfBranch(branch)).toEqual({ major: 1, minor: 4 })
  })

  it.each(['main', 'release-1.4.2', 'release-1', 'v1.4-fix', 'release-01.4', 'feature/1.4'])(
    'is not named by %s',
    (branch) => {
      expect(lineOfBranch(branch)).toBeNull()
    },
  )

  it.each([
    ['1.4.2', 'Write “1.4”.'],
    ['1.4.x', 'Write “1.4”.'],
    ['v.1.4', 'Write “1.4”.'],
    ['main', 'Write MAJOR.MINOR, for example “1.4”, or its branch, for example “release-1.4”.'],
  ])('given as %s is refused with advice', (text, advice) => {
    expect(() => parseReleaseLine(text, 'Input “release-line”')).toThrow(
      expect.objectContaining({ message: `Input “release-line”: “${text}” is no release line.`, advice }),
    )
  })

  it('orders by number and holds its candidates', () => {
    expect(compareLines({ major: 1, minor: 9 }, { major: 1, minor: 10 })).toBeLessThan(0)
    expect(compareLines({ major: 2, minor: 0 }, { major: 1, minor: 10 })).toBeGreaterThan(0)
    expect(formatLine(lineOf(versionOf(1, 4, 0, 'rc.1')))).toBe('1.4')
  })
})
