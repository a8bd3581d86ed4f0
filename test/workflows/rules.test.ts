/** Each rule finds what it is for: a sound workflow, and one change for each rule that makes it unsound. */
import { describe, expect, it } from 'vitest'
import { offences, RULES } from './rules.ts'

const SOUND = `name: Release
on:
  workflow_dispatch:
  pull_request:
permissions: {}
concurrency:
  group: release
  cancel-in-progress: false
jobs:
  release:
    name: Release
    if: github.event_name != 'pull_request'
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    environment: release
    permissions:
      contents: write # the tag
    steps:
      - name: Check out
        uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with:
          persist-credentials: false
      - name: Tag
        uses: project-codeflare/actions/semver-tag@v1
        with:
          token: \${{ secrets.RELEASE_TOKEN }}
      - name: Say it
        env:
          TITLE: \${{ github.event.pull_request.title }}
        run: echo "$TITLE"
`

/** By rule: what to replace in the sound workflow, and with what. */
const UNSOUND: readonly (readonly [rule: string, from: string, to: string])[] = [
  ['excessive-permissions', 'permissions: {}\n', ''],
  ['excessive-permissions', 'permissions: {}\n', 'permissions: write-all\n'],
  ['excessive-permissions', ' # the tag', ''],
  ['excessive-permissions', '    permissions:\n      contents: write # the tag\n', ''],
  ['unpinned-uses', '@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2', '@v6'],
  ['unpinned-uses', ' # v6.0.2', ''],
  ['unpinned-uses', 'semver-tag@v1', 'semver-tag@main'],
  ['artipacked', '        with:\n          persist-credentials: false\n', ''],
  ['artipacked', 'persist-credentials: false', 'persist-credentials: true'],
  ['template-injection', 'echo "$TITLE"', 'echo "${{ github.event.pull_request.title }}"'],
  ['dangerous-triggers', '  workflow_dispatch:\n', '  pull_request_target:\n'],
  ['dangerous-triggers', '  workflow_dispatch:\n', '  workflow_run: { workflows: [CI] }\n'],
  ['github-env', 'echo "$TITLE"', 'echo "TITLE=$TITLE" >>"$GITHUB_ENV"'],
  ['github-env', 'echo "$TITLE"', 'echo "::set-output name=title::$TITLE"'],
  ['secrets-outside-env', '    environment: release\n', ''],
  ['secrets-inherit', 'timeout-minutes: 10\n', 'timeout-minutes: 10\n    secrets: inherit\n'],
  ['secrets-inherit', 'secrets.RELEASE_TOKEN', 'toJSON(secrets)'],
  ['forks', "    if: github.event_name != 'pull_request'\n", ''],
  ['timeouts', '    timeout-minutes: 10\n', ''],
  ['concurrency-limits', 'concurrency:\n  group: release\n  cancel-in-progress: false\n', ''],
  ['concurrency-limits', 'cancel-in-progress: false', 'cancel-in-progress: true'],
  ['concurrency-limits', '    environment', '    concurrency: { group: a, cancel-in-progress: true }\n    environment'],
  ['runner', 'ubuntu-24.04', 'ubuntu-latest'],
  ['anonymous-definition', '- name: Tag\n        uses', '- uses'],
  ['anonymous-definition', '    name: Release\n', ''],
  ['anonymous-definition', 'name: Release\n', ''],
  [
    'unsound-condition',
    "if: github.event_name != 'pull_request'",
    "if: >-\n      ${{ github.event_name != 'pull_request' }}",
  ],
  [
    'bot-conditions',
    "github.event_name != 'pull_request'",
    "github.event_name != 'pull_request' && github.actor == 'bot'",
  ],
  ['swallowed-failure', '      - name: Tag\n', '      - name: Tag\n        continue-on-error: true\n'],
  ['swallowed-failure', 'echo "$TITLE"', 'make test || true'],
]

describe('the rules', () => {
  it('find nothing in a sound workflow', () => {
    expect(offences(SOUND)).toEqual([])
  })

  it.each(UNSOUND)('%s finds “%s” as “%s”', (rule, from, to) => {
    expect(SOUND).toContain(from)
    const found = offences(SOUND.replace(from, () => to))
    expect(found.map((line) => line.split(':')[0])).toContain(rule)
  })

  it('each have an example', () => {
    expect(new Set(UNSOUND.map(([rule]) => rule))).toEqual(new Set(RULES.map(({ name }) => name)))
  })
})
