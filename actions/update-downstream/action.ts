import { choice, defineAction, flag, list, manifestInput, text, tokenInput } from '../../packages/action/index.ts'
import { draftOn, GitHub, parseRepository, planProposal, proposalBody } from '../../packages/github/index.ts'
import { type DownstreamEdit, editDownstream, toldVersions } from '../../packages/matrix/index.ts'
import { paragraph, Workspace } from '../../packages/plan/index.ts'
import { findDownstream, loadManifest } from '../../packages/train/index.ts'
import { imageDigests } from '../image-digests.ts'
import { tagExistsOn } from '../tag-exists.ts'
import { type DownstreamUpdate, findingsOf, pullRequestOf, reportOf } from './update.ts'
import { wordingOf } from './wording.ts'

export default defineAction({
  name: 'update-downstream',
  title: 'Update downstream repositories',
  description:
    'Proposes a release to the repositories that build on the stack: versions in their files and their support matrix, as “update-image-refs” and “update-support-matrix” write them, in one pull request each. Their files are read and committed through the API; nothing is cloned or checked out. Run again, it updates the same pull requests or finds nothing to do.',
  branding: { icon: 'git-pull-request', color: 'blue' },
  permissions: { contents: 'write', 'pull-requests': 'write' },
  inputs: {
    versions: list({
      description: 'Released versions, one a line: `Component=vX.Y.Z`, a component by id or by name.',
      example: 'operator=v1.3.0',
      commas: true,
    }),
    downstream: list({
      description: 'Which repositories, by name or as `OWNER/NAME`. Default: all that the manifest names.',
      example: 'Distributed Workloads',
    }),
    branch: text({
      description: 'The branch of the pull requests. Default: `release/` and the tag of the leading component.',
    }),
    title: text({
      description: 'Title of the pull requests. Default: `chore: update STACK to TAG`.',
    }),
    body: text({ description: 'Text of the pull requests, Markdown. Default: the support matrix of these versions.' }),
    'body-file': text({ description: 'A file of the checkout with the text, instead of `body`.' }),
    digests: flag({
      description: 'Pin images to the digest that the registry has for their new tag, and show it in the matrix.',
      default: 'false',
    }),
    verify: flag({
      description: 'Every version in a support matrix must be a tag of the linked repository.',
      default: 'true',
    }),
    'fork-owner': text({
      description:
        'User or organization whose forks hold the branches; a fork is made when it is missing. Default: the branches are in the repositories themselves.',
    }),
    labels: list({ description: 'Labels to add.', commas: true, example: 'release' }),
    reviewers: list({
      description: 'Users, or teams as `ORG/TEAM`, to ask for a review.',
      commas: true,
      example: 'opendatahub-io/maintainers',
    }),
    'sign-off': flag({
      description: 'End the commits with the `Signed-off-by` line of the token’s account, as the DCO asks.',
      default: 'true',
    }),
    'auto-merge': choice(['none', 'merge', 'squash', 'rebase'], {
      description: 'Let GitHub merge them in this way once their requirements are met; at once when they are.',
      default: 'none',
    }),
    manifest: manifestInput(),
    token: tokenInput(
      '`contents: write` and `pull-requests: write` on the downstream repositories, or on their forks: a token of an account or an app that has these rights there',
    ),
  },
  outputs: {
    'pull-requests':
      'JSON array of `{name, repository, number, url, state, sha, files}`: one for each repository; `state` is `open`, `merged`, `closed`, or `none` with null for the rest when it has this release already.',
    findings:
      'JSON array of findings: `{severity, rule, message, advice}`; `message` names the place, which is in another repository.',
  },
  async plan(inputs, context) {
    const { environment, signal, log } = context
    const workspace = new Workspace(context.workspace)
    const train = await loadManifest(workspace, inputs.manifest)
    const told = toldVersions(train, inputs.versions, 'versions')
    const chosen =
      inputs.downstream.length === 0
        ? train.downstream
        : inputs.downstream.map((given) => findDownstream(train, given, 'Input “downstream”'))
    const github = new GitHub({ token: inputs.token, environment, signal, log: (line) => log.info(line) })
    const usual = wordingOf(train, told, github.serverUrl)
    const title = inputs.title === '' ? usual.title : inputs.title
    const given = await proposalBody(workspace, { body: inputs.body, file: inputs['body-file'] })
    const digestOf = imageDigests(context)

    const updates: DownstreamUpdate[] = []
    for (const downstream of chosen) {
      const repository = parseRepository(downstream.repository, `“downstream” in ${train.file}`)
      let edit: DownstreamEdit = { references: null, matrix: null, findings: [] }
      const proposal = await planProposal(github, {
        repository,
        base: downstream.branch,
        branch: inputs.branch === '' ? usual.branch : inputs.branch,
        forkOwner: inputs['fork-owner'],
        async files(_, base) {
          const draft = draftOn(github, repository, base)
          edit = await editDownstream(draft, {
            train,
            downstream,
            versions: inputs.versions,
            server: github.serverUrl,
            tagExists: inputs.verify ? tagExistsOn(github) : null,
            digests: inputs.digests,
            digestOf,
            signal,
          })
          return { files: new Map([...draft.edits].sort(byPath)), modes: new Map() }
        },
        title,
        body: given === '' ? usual.body : given,
        message: title,
        signOff: inputs['sign-off'],
        draft: false,
        labels: inputs.labels,
        reviewers: inputs.reviewers,
        autoMerge: inputs['auto-merge'] === 'none' ? null : inputs['auto-merge'],
      })
      updates.push({ downstream, proposal, edit })
    }
    return {
      changes: updates.flatMap(({ proposal }) => proposal.changes),
      // Asked after the changes were applied: committing may find something too.
      get findings() {
        return updates.flatMap(findingsOf)
      },
      outputs: () => ({ 'pull-requests': updates.map(pullRequestOf), findings: updates.flatMap(findingsOf) }),
      report: () =>
        updates.length === 0 ? [paragraph(`${train.file} names no downstream repository.`)] : updates.flatMap(reportOf),
    }
  },
})

const byPath = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)
