import {
  choice,
  defineAction,
  flag,
  integer,
  list,
  manifestInput,
  text,
  tokenInput,
} from '../../packages/action/index.ts'
import { GitHub } from '../../packages/github/index.ts'
import { checkedOut, planMatrix, reportMatrix } from '../../packages/matrix/index.ts'
import { Workspace } from '../../packages/plan/index.ts'
import { loadManifest } from '../../packages/train/index.ts'
import { imageDigests } from '../image-digests.ts'
import { tagExistsOn } from '../tag-exists.ts'
import { pastOn } from './past.ts'

export default defineAction({
  name: 'update-support-matrix',
  title: 'Update the support matrix',
  description:
    'Keeps the table of the versions that belong together: each version from its source of truth, compared with every other place where it is written, checked to be a real tag, linked, in straight columns. Nothing outside the table changes.',
  branding: { icon: 'grid', color: 'blue' },
  permissions: { contents: 'read' },
  inputs: {
    file: text({ description: 'The Markdown file that holds the matrix.', default: 'README.md' }),
    section: text({
      description:
        'Name of the comments around the matrix (`<!-- NAME start -->`, `<!-- NAME end -->`), or of the heading above it.',
      default: 'Compatibility Matrix',
    }),
    versions: list({
      description:
        'Versions of this release, one a line: `Component=vX.Y.Z`. A component that is not named keeps what its source of truth says: the first place that the manifest names, else the matrix itself.',
      example: 'mcad=v1.40.0',
      commas: true,
    }),
    downgrades: list({
      description: 'Components whose version may go back; for any other one that is refused.',
      example: 'kuberay',
      commas: true,
    }),
    verify: flag({
      description:
        'Every version must be a tag of the linked repository. Tags of the repository itself are left out: they are made after the matrix.',
      default: 'true',
    }),
    sources: flag({
      description: 'Take versions from, and compare them with, every file that the manifest names for this repository.',
      default: 'true',
    }),
    mode: choice(['update', 'check'], {
      description: '`update` writes the matrix; `check` writes nothing and fails on what is wrong with it.',
      default: 'update',
    }),
    'notes-file': text({
      description: 'A Markdown file, release notes for instance, that also gets the matrix.',
    }),
    'history-file': text({
      description:
        'A Markdown file, `docs/support-matrix.md` for instance, that gets the matrix of the last releases, read from the tags of the leading repository; a file of the same name that ends in `.json` holds them for other tools.',
      example: 'docs/support-matrix.md',
    }),
    'history-length': integer({ description: 'How many releases it shows.', default: '10', min: 1, max: 100 }),
    digests: flag({
      description:
        'Show the digest that each image has under its version. A table that has a column “Image digest” already keeps it true without being asked.',
      default: 'false',
    }),
    repository: text({
      description:
        'The repository that is checked out, `OWNER/NAME`, as the manifest knows it. Default: the one that the workflow runs in.',
      example: 'opendatahub-io/distributed-workloads',
    }),
    manifest: manifestInput(),
    token: tokenInput('`contents: read`; other repositories of the train are asked for their public tags'),
  },
  outputs: {
    matrix: 'The table, as Markdown.',
    rows: 'JSON array of `{id, name, version, url, beside, images}`: the rows as values.',
    versions: 'JSON object: the tag of each component by its id.',
    inconsistencies: 'JSON array of findings: `{severity, rule, message, advice, file, line, column}`.',
    history: 'JSON array of `{release, url, components}`: the last releases, the newest first.',
  },
  async plan(inputs, context) {
    const { environment, signal, log } = context
    const workspace = new Workspace(context.workspace)
    const github = new GitHub({ token: inputs.token, environment, signal, log: (line) => log.info(line) })
    const plan = await planMatrix({
      ...inputs,
      workspace,
      train: await loadManifest(workspace, inputs.manifest),
      repository: checkedOut(inputs.repository, environment),
      server: github.serverUrl,
      tagExists: inputs.verify ? tagExistsOn(github) : null,
      notesFile: orNull(inputs['notes-file']),
      digestOf: imageDigests(context),
      past: inputs.verify || inputs['history-file'] !== '' ? pastOn(github) : null,
      historyFile: orNull(inputs['history-file']),
      historyLength: inputs['history-length'],
    })
    return {
      changes: plan.changes,
      findings: plan.findings,
      ...(plan.refusal !== null && { refusal: plan.refusal }),
      outputs: () => ({
        matrix: plan.markdown,
        rows: plan.rows,
        versions: plan.versions,
        inconsistencies: plan.findings,
        history: plan.history?.releases ?? [],
      }),
      report: () => reportMatrix(plan, inputs.section),
    }
  },
})

const orNull = (given: string): string | null => (given === '' ? null : given)
