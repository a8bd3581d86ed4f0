import type { FoundMember, FoundPlace, FoundRepository } from './findings.ts'

const SCHEMA =
  'https://raw.githubusercontent.com/project-codeflare/actions/main/packages/train/release-train.schema.json'

/** A first manifest with what was found, and as comments what only people know. */
export function draftManifest(found: FoundRepository): string {
  const { repository, members, bundle, matrix } = found
  const components = members.filter(({ released }) => released)
  const external = members.filter(({ released }) => !released)
  const stack = (repository.split('/')[1] ?? '').toLowerCase().replace(/-(?:operator|sdk|controller)$/, '')
  const train = /^[a-z][a-z0-9-]*$/.test(stack) ? stack : 'stack'
  return lines([
    `# yaml-language-server: $schema=${SCHEMA}`,
    '',
    '# A first description of the stack, from what “codeflare-actions init” found in this repository. Read it, correct it, then see',
    '# what a release of it would be: codeflare-actions validate, codeflare-actions rehearse.',
    '',
    `train: ${train}`,
    `title: ${text(members.length === 0 ? found.name : `${titleCase(found.name)} Stack`)}`,
    '',
    '# When releases happen. Without it there are no sprints, no freeze and no deadlines.',
    '# calendar: { sprint-weeks: 3, first-day: 2026-01-05, freeze-days: 2 }',
    '',
    'components:',
    `  ${found.id}:`,
    `    name: ${text(found.name)}`,
    `    repository: ${repository}`,
    ...(found.branch === 'main' ? [] : [`    branch: ${text(found.branch)}`]),
    '    leads: true',
    ...(found.image === null
      ? ['    # images:', '    #   - { name: quay.io/OWNER/IMAGE, channels: [dev, stable] }']
      : ['    images:', `      - { name: ${found.image}, channels: [dev, stable] }`]),
    ...(members.length === 0 ? [] : [`    depends-on: [${members.map(({ id }) => id).join(', ')}]`]),
    ...crdLines(members),
    ...placeLines(found),
    ...(matrix === null ? [] : [`    matrix: { file: ${text(matrix.file)}, section: ${text(matrix.section)} }`]),
    ...components.flatMap((member) => ['', ...componentLines(member)]),
    ...(external.length === 0 ? [] : ['', '# Released by others; the train takes new releases in.', 'external:']),
    ...external.flatMap((member) => externalLines(member)),
    ...(bundle === null
      ? []
      : [
          '',
          'bundle:',
          `  component: ${found.id}`,
          `  package: ${bundle.package}`,
          `  catalog: ${bundle.catalog}`,
          '  channels: [alpha]',
        ]),
    '',
    '# Who is told, and whose repository is updated after a release.',
    "# announce: { slack-channel: '#announcements', mail-to: [users@example.com] }",
    '# downstream:',
    '#   - name: Distributed Workloads',
    '#     repository: opendatahub-io/distributed-workloads',
    '#     within-days: 7',
    '#     matrix: { file: README.md, section: Compatibility Matrix }',
  ])
}

function componentLines({ id, name, repository }: FoundMember): string[] {
  return [
    `  ${id}:`,
    `    name: ${text(name)}`,
    `    repository: ${repository}`,
    '    # Once its repository has that template: release-components starts it. Without it a release is only a tag.',
    '    # workflow: component-release.yml',
    '    # images:',
    '    #   - { name: quay.io/OWNER/IMAGE, channels: [dev, stable] }',
  ]
}

function externalLines({ id, name, repository }: FoundMember): string[] {
  return [`  ${id}:`, `    name: ${text(name)}`, `    repository: ${repository}`, '    adopt-within-sprints: 1']
}

function crdLines(members: readonly FoundMember[]): string[] {
  const copied = members.flatMap(({ id, crds }) =>
    crds === null ? [] : [`      - { from: ${id}, path: ${crds.path}, to: ${crds.to} }`],
  )
  return copied.length === 0 ? [] : ['    crds:', ...copied]
}

function placeLines({ id, places, members }: FoundRepository): string[] {
  const line = (of: string, { file, form, key }: FoundPlace): string =>
    `      - { of: ${of}, file: ${text(file)}, form: ${form}, key: ${text(key)} }`
  const all = [
    ...places.map((place) => line(id, place)),
    ...members.flatMap((member) => member.places.map((place) => line(member.id, place))),
  ]
  return all.length === 0 ? [] : ['    versions:', ...all]
}

/** Plain where YAML reads it back as this text, also within braces; else quoted. */
function text(value: string): string {
  const plain = /^[A-Za-z][\w ./-]*$/.test(value) && !/ $|^(?:true|false|null|yes|no|on|off)$/i.test(value)
  return plain ? value : JSON.stringify(value)
}

/** `CodeFlare` of `CodeFlare Operator`. */
function titleCase(name: string): string {
  return name.replace(/[ -](?:operator|sdk|controller)$/i, '')
}

const lines = (all: readonly string[]): string => `${all.join('\n')}\n`
