import { listOf, mapOf, optional, record, type RecordOf, required } from './mapping.ts'
import * as rules from './rules.ts'
import { flag, type JsonSchema, oneOf, text, whole } from './shape.ts'
import { FORM_KEYS } from './forms.ts'

/** Everything that a manifest may say. The reader, the JSON Schema and the tables of docs/manifest.md come from here. */

const calendar = record('the calendar', {
  'sprint-weeks': required(whole(1, 26), 'Length of a sprint in weeks. A release follows each sprint.'),
  'first-day': required(text(rules.DAY), 'First day of sprint 1. All days are days in UTC.'),
  'freeze-days': optional(whole(0, 30), 0, 'How many days at the end of a sprint are frozen.'),
})

const image = record('an image', {
  name: required(text(rules.IMAGE), 'Where the image is kept: registry and path, without tag or digest.'),
  tag: optional(text(rules.IMAGE_TAG), null, 'Template of its version tags.', 'as the component’s tags'),
  channels: optional(
    listOf(text(rules.CHANNEL), { unique: true }),
    [],
    'Tags that move: `dev` on each merge, `stable` after a release.',
  ),
  row: optional(
    text(rules.TITLE),
    null,
    'Its own row in the support matrix; it has the version of its component.',
    'no row',
  ),
})

const crdCopy = record('a copy of CRDs', {
  from: required(text(rules.ID), 'Component or external project that owns the definitions.'),
  path: required(text(rules.FILE), 'Where they are in its repository.'),
  to: required(text(rules.FILE), 'The directory of this repository that they are copied into.'),
})

const writtenVersion = record('a written version', {
  of: required(text(rules.ID), 'Component or external project whose version is written there.'),
  file: required(text(rules.FILE), 'The file in this repository.'),
  form: required(
    oneOf(FORM_KEYS, 'makefile', 'the name of a form in which versions are written'),
    'How it is written there.',
  ),
  key: optional(text(rules.KEY), '', 'What to look for in the file; each form says what that is.', 'none'),
})

const besideVersion = record('a number beside a version', {
  ...writtenVersion.fields,
  as: required(text(rules.TITLE), 'What the number is called: `Go API`.'),
})

const matrix = record('a support matrix', {
  file: optional(text(rules.FILE), 'README.md', 'The file that holds it.'),
  section: optional(
    text(rules.TITLE),
    'Compatibility Matrix',
    'Name of the marker comments, or of the heading, around it.',
  ),
})

const BESIDE =
  'Numbers that may rightly differ from a version: the support matrix shows both, and a release does not write them.'

const component = record('a component', {
  name: required(text(rules.TITLE), 'As the support matrix shows it.'),
  repository: required(text(rules.REPOSITORY), 'Its repository on GitHub.'),
  branch: optional(text(rules.BRANCH), 'main', 'The branch that releases are made from.'),
  tag: optional(text(rules.TAG), 'v{version}', 'Template of its version tags.'),
  leads: optional(flag(), false, '`true` for the one component whose version is the version of the train.'),
  workflow: optional(
    text(rules.WORKFLOW),
    null,
    'Its release workflow, for `release-components`.',
    'a release is only a tag',
  ),
  'workflow-inputs': optional(
    listOf(text(rules.WORKFLOW_INPUT), { unique: true }),
    [],
    'What it is given beyond its inputs `version`, `commit` and `correlation-id`, as `NAME=VALUE`; `{tag}`, `{version}` and `{commit}` stand for those of the release.',
  ),
  images: optional(listOf(image), [], 'The images that a release publishes.'),
  'depends-on': optional(
    listOf(text(rules.ID), { unique: true }),
    [],
    'Components and external projects that it needs released before it.',
  ),
  crds: optional(listOf(crdCopy), [], 'Custom resource definitions of others that are copied into its repository.'),
  versions: optional(listOf(writtenVersion), [], 'Where versions are written in its repository.'),
  beside: optional(listOf(besideVersion), [], BESIDE),
  matrix: optional(matrix, null, 'The support matrix kept in its repository.'),
})

const external = record('an external project', {
  name: required(text(rules.TITLE), 'As the support matrix shows it.'),
  repository: required(text(rules.REPOSITORY), 'Its repository on GitHub.'),
  tag: optional(
    text(rules.EXTERNAL_TAG),
    'v{version}',
    'Template of its version tags; `{n}` stands for a build number.',
  ),
  'adopt-within-sprints': optional(
    whole(0, 26),
    null,
    'A release is adopted by the end of the sprint this many after the one in which it came out (ADR-003: 1 for KubeRay).',
    'no deadline',
  ),
  under: optional(
    text(rules.ID),
    null,
    'Component below whose row the support matrix shows it (ADR-003: TorchX under the SDK).',
    'a row of its own',
  ),
})

const bundle = record('the bundle', {
  component: required(text(rules.ID), 'Component whose operator the bundle installs.'),
  package: required(text(rules.PACKAGE), 'Name of the OLM package.'),
  catalog: required(text(rules.REPOSITORY), 'Repository of the catalog.'),
  directory: optional(text(rules.FILE), null, 'Where the catalog keeps its versions.', '`operators/<package>`'),
  channels: optional(
    listOf(text(rules.BUNDLE_CHANNEL), { least: 1, unique: true }),
    ['alpha'],
    'OLM channels, the default channel first.',
  ),
})

const downstream = record('a downstream repository', {
  name: required(text(rules.TITLE), 'What people call it.'),
  repository: required(text(rules.REPOSITORY), 'Its repository on GitHub.'),
  branch: optional(text(rules.BRANCH), 'main', 'The branch that is updated.'),
  'within-days': optional(whole(0, 365), 7, 'Days after the release by which it must be updated (ADR-003: a week).'),
  versions: optional(listOf(writtenVersion), [], 'Where versions are written in it.'),
  beside: optional(listOf(besideVersion), [], BESIDE),
  matrix: optional(matrix, null, 'The support matrix kept in it.'),
})

const announce = record('the announcement', {
  'slack-channel': optional(text(rules.SLACK_CHANNEL), null, 'Slack channel.', 'none'),
  'mail-to': optional(listOf(text(rules.MAIL), { unique: true }), [], 'Mail addresses.'),
  'discussion-category': optional(
    text(rules.TITLE),
    null,
    'Category of GitHub Discussions in the leading repository.',
    'none',
  ),
})

/** The parts of a manifest that have a table of their own in the reference, by the title that it has there. */
export const PARTS = {
  calendar,
  components: component,
  images: image,
  crds: crdCopy,
  versions: writtenVersion,
  beside: besideVersion,
  matrix,
  external,
  bundle,
  downstream,
  announce,
}

export const manifest = record('a release train', {
  train: required(text(rules.ID), 'Short name of the train.'),
  title: required(text(rules.TITLE), 'What people call the stack.'),
  calendar: optional(
    calendar,
    null,
    'When releases happen. Without it there are no sprints, no freeze and no adoption deadlines.',
  ),
  components: required(mapOf(rules.ID, component, 1), 'What the train releases, in any order; exactly one leads.'),
  external: optional(mapOf(rules.ID, external), [], 'What the train adopts from elsewhere.'),
  bundle: optional(
    bundle,
    null,
    'The OLM bundle of the operator and the catalog it is published in.',
    'nothing is published',
  ),
  downstream: optional(listOf(downstream), [], 'Repositories that are updated after the release.'),
  announce: optional(announce, null, 'Where a release is announced.', 'nowhere'),
})

/** A manifest as it is written, read and with defaults; `Train` is what becomes of it. */
export type Manifest = RecordOf<typeof manifest.fields>

/** The JSON Schema of manifests, as published beside this file. */
export function manifestSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://raw.githubusercontent.com/project-codeflare/actions/main/packages/train/release-train.schema.json',
    title: 'Release train',
    description: 'A stack of repositories that are released together. See docs/manifest.md.',
    ...manifest.schema,
  }
}
