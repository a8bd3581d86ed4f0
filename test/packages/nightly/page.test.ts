import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '../../../packages/action/index.ts'
import { badge, nightMessage, nightReport, nightsPage, nightsReport } from '../../../packages/nightly/index.ts'
import { aNight, hash, imageOf, manyNights, payloadOf } from './history-sample.ts'

const PLACE = { title: 'project-codeflare/codeflare-operator', serverUrl: 'https://github.com' }

describe('the page of the nights', () => {
  it('allows exactly its own style sheet and nothing else', () => {
    const page = nightsPage(manyNights(20), PLACE)
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? ''
    const hashed = createHash('sha256').update(style).digest('base64')
    expect(page).toContain(`default-src 'none'; style-src 'sha256-${hashed}'`)
    expect(page).not.toMatch(/<script|\bstyle=|\bsrc=|@import|url\(|javascript:/i)
  })

  it('shows the newest sixty nights, the newest first, and a place on the page for every link', () => {
    const nights = manyNights(75)
    const page = nightsPage(nights, PLACE)
    const anchors = [...page.matchAll(/ id="(night-[^"]+)"/g)].map(([, anchor]) => anchor)
    expect(anchors).toEqual(
      nights
        .slice(15)
        .reverse()
        .map(({ id }) => `night-${id}`),
    )
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, anchor]) => anchor)
    expect(new Set(links)).toEqual(new Set(anchors))
  })

  it('marks what moved that night, not what still differs from the last accepted payload', () => {
    const [one, two] = [payloadOf([imageOf('a', 1), imageOf('b', 1)]), payloadOf([imageOf('a', 2), imageOf('b', 1)])]
    const nights = [
      aNight('2026-11-01', { payload: one }),
      aNight('2026-11-02', { payload: two, base: one.id, changed: ['a'], verdict: 'rejected' }),
      aNight('2026-11-03', { payload: two, base: one.id, changed: ['a'], verdict: 'rejected' }),
    ]
    const page = nightsPage(nights, PLACE)
    const row = (name: string) =>
      [
        ...(new RegExp(`<th scope="row" title="${name}">.*?</tr>`).exec(page)?.[0] ?? '').matchAll(
          /<td[^>]*>(.*?)<\/td>/g,
        ),
      ].map(([, inner]) => (inner ?? '').replaceAll(/<[^>]*>/g, ''))
    expect(row('a')).toEqual(['', '●', '●'])
    expect(row('b')).toEqual(['', '', '●'])
  })

  it('is the same for the same nights', () => {
    expect(nightsPage(manyNights(9), PLACE)).toBe(nightsPage(manyNights(9), PLACE))
  })

  it('says that nothing happened yet', () => {
    expect(nightsPage([], PLACE)).toContain('The first night has yet to come.')
    expect(renderMarkdown(nightsReport([], PLACE))).toContain('No night has been recorded yet.')
    expect(badge([])).toContain('nightly: no night yet')
  })

  it('lets no text become markup, wherever it comes from', () => {
    const tag = fc.constantFrom('<img src=x>', '"><b>', "' onload='", '</style>', '<!--', '&lt;', '\u0000', ']]>')
    const hostile = fc
      .array(fc.oneof(tag, fc.string({ unit: 'grapheme' })), { maxLength: 4 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(hostile, (text) => {
        const image = {
          ...imageOf('a', 1),
          component: text,
          reference: text,
          version: text,
          revision: text,
          repository: text,
        }
        const night = aNight('2026-11-01', {
          payload: payloadOf([image]),
          changed: [text],
          verdict: 'rejected',
          reason: text,
          failing: [text],
          url: text,
          culprit: {
            probability: 0.99,
            components: [
              {
                component: text,
                repository: text,
                before: image.digest,
                after: image.digest,
                commits: { before: text, after: text },
                compare: text,
              },
            ],
          },
        })
        const page = nightsPage([night, { ...night, id: 'second' }], { ...PLACE, title: text })
        const elements = new Set([...page.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, name]) => name?.toLowerCase()))
        expect([...elements].filter((name) => !KNOWN.has(name ?? ''))).toEqual([])
        const bare = page.replaceAll(/"[^"]*"/g, '""')
        expect(bare.match(/<[a-z][^>]*\son[a-z]+=/gi)).toBeNull()
        expect(page.match(/<style>/g)?.length).toBe(1)
        for (const [, href] of page.matchAll(/href="([^"]*)"/g))
          expect(href).toMatch(/^(?:https?:\/\/|#night-|data:,$)/)
        expect(badge([{ ...night, at: '2026-11-01T02:00:00Z' }])).not.toContain('<img')
      }),
      { numRuns: 300 },
    )
  })
})

const KNOWN = new Set(
  'html head meta title link style body header div p span h1 h2 main section details summary b table thead tbody tr th td a footer ul li code doctype'.split(
    ' ',
  ),
)

describe('the badge', () => {
  it('shows the last night that was judged, and an unchanged one does not hide it', () => {
    const nights = [aNight('2026-11-01', { verdict: 'rejected' }), aNight('2026-11-02', { verdict: 'unchanged' })]
    expect(badge(nights)).toContain('<title>nightly: rejected 2026-11-01</title>')
  })

  it('has white letters on colours that they can be read on (WCAG 2.2: at least 4.5 to 1)', () => {
    const verdicts = ['accepted', 'rejected', 'flaky', 'environment', 'inconclusive'] as const
    for (const verdict of verdicts) {
      const svg = badge([aNight('2026-11-01', { verdict })])
      for (const [, colour] of svg.matchAll(/fill="(#[0-9a-f]{6})"/g))
        expect(contrast(colour ?? ''), verdict).toBeGreaterThan(4.5)
    }
  })
})

/** Of white on a colour. */
function contrast(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

describe('the overview', () => {
  it('tells fourteen nights, the newest first, with what changed since the last accepted payload', () => {
    const text = renderMarkdown(nightsReport(manyNights(40), PLACE))
    const rows = text.split('\n').filter((line) => line.startsWith('| [2026'))
    expect(rows.length).toBe(14)
    expect(rows.map((row) => row.slice(3, 13))).toEqual(
      rows
        .map((row) => row.slice(3, 13))
        .sort()
        .reverse(),
    )
    const commits = [imageOf('codeflare-operator', 6), imageOf('codeflare-operator', 7)].map(({ revision }) => revision)
    expect(text).toContain(`https://github.com/project-codeflare/codeflare-operator/compare/${commits.join('...')}`)
  })

  it.each([
    [['rejected'], 'No payload has been accepted yet.'],
    [['accepted'], 'is the last that was accepted.'],
    [['accepted', 'accepted', 'unchanged'], 'is the last that was accepted, the second in a row.'],
    [['accepted', 'unchanged', 'rejected'], 'the last that was accepted; the night after it ended otherwise.'],
    [['accepted', 'rejected', 'flaky'], 'the last that was accepted; the 2 nights after it ended otherwise.'],
  ] as const)('after %j it says: %s', (verdicts, said) => {
    const nights = verdicts.map((verdict, index) => aNight(`2026-11-0${index + 1}`, { verdict }))
    expect(renderMarkdown(nightsReport(nights, PLACE))).toContain(said)
  })

  it('counts in a row as English does', () => {
    const said = (count: number) =>
      renderMarkdown(
        nightsReport(
          Array.from({ length: count }, (_, index) => aNight(`2026-10-${10 + index}`)),
          PLACE,
        ),
      )
    expect([11, 12, 13, 21].map((number) => /the (\w+) in a row/.exec(said(number))?.[1])).toEqual([
      '11th',
      '12th',
      '13th',
      '21st',
    ])
  })
})

describe('the report of a night', () => {
  it('names the culprit, what is known of its commits, the failing tests, the trials and every digest', () => {
    const nights = manyNights(10)
    const night = nights.at(-1) ?? aNight('2026-11-01')
    const text = renderMarkdown(nightReport(night, nights, PLACE))
    expect(night.verdict).toBe('rejected')
    const [guilty] = night.culprit?.components ?? []
    expect(text).toContain('### ✗ Night of 2026-10-04 02:00 UTC: rejected')
    expect(text).toContain('To blame, with a probability of 97 %')
    expect(text).toContain(`](${guilty?.compare})`)
    expect(text).toContain('3 failing tests')
    expect(text).toContain('4 trials, 152 min in all')
    for (const { digest } of night.payload.images) expect(text).toContain(digest.slice(7, 19))
  })

  it('says when the images do not tell what they were built from', () => {
    const [before, after] = [hash('one'), hash('two')].map((hex) => `sha256:${hex}`)
    const night = aNight('2026-11-01', {
      verdict: 'rejected',
      culprit: {
        probability: 1,
        components: ['a', 'b'].map((component) => ({
          component,
          repository: null,
          before: before ?? '',
          after: after ?? '',
          commits: { before: null, after: null },
          compare: null,
        })),
      },
    })
    const text = renderMarkdown(nightReport(night, [night], PLACE))
    expect(text).toContain('with a probability of 99 %: They fail only together.')
    expect(text).toContain('the images do not say what they were built from')
  })

  it('lists fifty tests and counts the rest', () => {
    const failing = Array.from({ length: 60 }, (_, index) => `Test${index}`)
    const night = aNight('2026-11-01', { verdict: 'rejected', failing })
    const text = renderMarkdown(nightReport(night, [night], PLACE))
    expect(text.match(/`Test\d+`/g)?.length).toBe(50)
    expect(text).toContain('- and 10 more')
  })
})

describe('the message about a night', () => {
  it('fits into a chat: verdict, culprit, the first tests, and where to look', () => {
    const nights = manyNights(10)
    const night = {
      ...(nights.at(-1) ?? aNight('2026-11-01')),
      failing: ['TestA', 'TestB', '@everyone', 'TestD', 'TestE'],
    }
    const [guilty] = night.culprit?.components ?? []
    expect(nightMessage(night, 'https://github.com/acme/app/issues/7').split('\n')).toEqual([
      `✗ Night of 2026-10-04, payload ${night.payload.id.slice(0, 12)}: rejected. ${night.reason}`,
      '',
      `To blame: [${guilty?.component}](${guilty?.compare}) (97 %)`,
      '',
      'Failing: `TestA`, `TestB`, `@everyone` and 2 more',
      '',
      `See [the run](${night.url}) and [the issue](https://github.com/acme/app/issues/7).`,
      '',
    ])
  })

  it('is one line when all is well on a laptop', () => {
    expect(nightMessage(aNight('2026-11-01', { url: null }))).toMatch(
      /^✓ Night of 2026-11-01, payload [0-9a-f]{12}: accepted. All tests passed.\n$/,
    )
  })
})
