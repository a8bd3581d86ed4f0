import { defineAction, flag, list, manifestInput, text } from '../../packages/action/index.ts'
import {
  checkedOut,
  pinnedDigest,
  referenceFindings,
  reportReferences,
  wantedReferences,
} from '../../packages/matrix/index.ts'
import { Workspace } from '../../packages/plan/index.ts'
import { loadManifest } from '../../packages/train/index.ts'
import { planUpdate } from '../../packages/versions/index.ts'
import { imageDigests } from '../image-digests.ts'

export default defineAction({
  name: 'update-image-refs',
  title: 'Update image references',
  description:
    'Writes released versions, and digests when asked, wherever the manifest says that they are written: Makefile, go.mod, kustomizations, params.env, ImageStreams and more. Only the version itself changes in a file; a place that is not as expected stops the run before anything is written.',
  branding: { icon: 'edit-3', color: 'blue' },
  permissions: {},
  inputs: {
    versions: list({
      description: 'Released versions, one a line: `Component=vX.Y.Z`, a component by id or by name.',
      example: 'mcad=v1.40.0',
      commas: true,
    }),
    images: list({
      description:
        'Whole image references, one a line: `NAME=REFERENCE`; the name is the key under which it is written, or the image without tag.',
      example: 'codeflare-operator-controller-image=quay.io/project-codeflare/codeflare-operator:v1.2.0',
    }),
    paths: list({
      description:
        'Files or globs. Default: every file that the manifest names for this repository. In other files the references to images of the told components are written.',
      example: 'config/**/*.yaml',
      commas: true,
    }),
    digests: flag({
      description: 'Pin images to the digest that the registry has for their new tag.',
      default: 'false',
    }),
    repository: text({
      description:
        'The repository that is checked out, `OWNER/NAME`, as the manifest knows it. Default: the one that the workflow runs in.',
      example: 'opendatahub-io/distributed-workloads',
    }),
    manifest: manifestInput(),
  },
  outputs: {
    files: 'JSON array of the files in which the versions are written, whether they change or not.',
    paths: 'The same files, one a line, as `open-pull-request` takes them.',
    references: 'JSON array of `{file, line, before, after}`: every place that changes.',
  },
  async plan(inputs, context) {
    const workspace = new Workspace(context.workspace)
    const train = await loadManifest(workspace, inputs.manifest)
    const { wanted, idle } = await wantedReferences({
      ...inputs,
      workspace,
      train,
      repository: checkedOut(inputs.repository, context.environment),
    })
    const update = await planUpdate(workspace, wanted, inputs.digests ? pinnedDigest(imageDigests(context)) : undefined)
    return {
      changes: update.changes,
      findings: referenceFindings(update, idle, train.file),
      outputs: () => ({
        files: update.files,
        paths: update.files.join('\n'),
        references: update.edits.map(({ file, line, before, after }) => ({ file, line, before, after })),
      }),
      report: () => reportReferences(update, idle),
    }
  },
})
