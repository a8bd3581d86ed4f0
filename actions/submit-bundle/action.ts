import { defineAction, text, tokenInput } from '../../packages/action/index.ts'
import { planSubmission, readLocalBundle, reportSubmission } from '../../packages/bundle/index.ts'
import { GitHub, parseRepository, proposalBody } from '../../packages/github/index.ts'
import { UserError, Workspace } from '../../packages/plan/index.ts'

export default defineAction({
  name: 'submit-bundle',
  title: 'Submit an OLM bundle to a catalog',
  description:
    'Proposes a bundle to the community operators: checked as their pipeline checks it, one signed-off commit with one directory, one pull request, without a clone. Run again, it updates it, finds nothing to do, or says that it is merged.',
  branding: { icon: 'upload-cloud', color: 'blue' },
  permissions: { contents: 'read' },
  inputs: {
    'bundle-dir': text({ description: 'The directory with the bundle: manifests/ and metadata/.', default: 'bundle' }),
    'operator-name': text({
      description: 'The operator’s directory in the catalog. Default: the package that the bundle names.',
      example: 'codeflare-operator',
    }),
    repository: text({
      description: 'The catalog, as `OWNER/NAME`.',
      default: 'redhat-openshift-ecosystem/community-operators-prod',
    }),
    base: text({ description: 'The branch of the catalog with the published bundles.', default: 'main' }),
    'fork-owner': text({
      description:
        'User or organization whose fork of the catalog holds the branch; the fork has to exist. Default: the branch is in the catalog itself.',
      example: 'codeflare-machine-account',
    }),
    title: text({
      description:
        'Title of the pull request. Default: `operator NAME (VERSION)`, as the catalog’s pipeline writes it.',
    }),
    'body-file': text({
      description:
        'A file of the checkout with Markdown that goes before the checks and the update graph in the text of the pull request.',
    }),
    'sign-off-name': text({
      description: 'Author of the commit, who certifies its origin. Default: the account of the token.',
    }),
    'sign-off-email': text({ description: 'The author’s address, together with `sign-off-name`.' }),
    token: tokenInput(
      'a token of an account (not the default one) with `contents: write` on the fork and `pull-requests: write` on the catalog',
    ),
  },
  outputs: {
    'pull-request-number': 'Number of the pull request; empty when there is none.',
    'pull-request-url': 'Its page; empty when there is none.',
    state: '`open`, `merged`, `closed`, or `none` when there is none.',
    sha: 'The merge commit once merged, else the commit on the branch; empty for `none`.',
  },
  async plan(inputs, { environment, workspace, log, signal }) {
    const files = new Workspace(workspace)
    const [name, email] = [inputs['sign-off-name'], inputs['sign-off-email']]
    if ((name === '') !== (email === '')) {
      throw new UserError('Inputs “sign-off-name” and “sign-off-email” belong together.', {
        advice: 'Give both or none.',
      })
    }
    const submission = await planSubmission(
      new GitHub({ token: inputs.token, environment, signal, log: (told) => log.info(told) }),
      {
        bundle: await readLocalBundle(files, inputs['bundle-dir']),
        repository: parseRepository(inputs.repository, 'Input “repository”'),
        base: inputs.base,
        operator: inputs['operator-name'],
        forkOwner: inputs['fork-owner'],
        title: inputs.title,
        introduction: await proposalBody(files, { body: '', file: inputs['body-file'] }),
        author: name === '' ? null : { name, email },
      },
    )
    return {
      changes: submission.changes,
      findings: submission.findings,
      ...(submission.refusal !== undefined && { refusal: submission.refusal }),
      outputs() {
        const { state, pull, commit } = submission.outcome()
        return {
          'pull-request-number': pull?.number ?? '',
          'pull-request-url': pull?.url ?? '',
          state,
          sha: commit ?? '',
        }
      },
      report: () => reportSubmission(submission),
    }
  },
})
