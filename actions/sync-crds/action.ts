import { choice, defineAction, flag, list, required, text, tokenInput } from '../../packages/action/index.ts'
import { listSteps, reportFile, reportSync, sync } from '../../packages/crds/index.ts'
import { GitHub, listFiles, parseRepository, readBlobs, resolveCommit } from '../../packages/github/index.ts'
import { Workspace } from '../../packages/plan/index.ts'

export default defineAction({
  name: 'sync-crds',
  title: 'Sync CRDs',
  description:
    'Copies custom resource definitions from other repositories into this one, byte for byte: matched by name, remembered in a lock file, never over an edit, and never silently when a change breaks users.',
  branding: { icon: 'copy', color: 'blue' },
  permissions: { contents: 'read' },
  inputs: {
    token: tokenInput('`contents: read` on the repositories that are named as sources'),
    sources: list({
      description:
        'Where the CRDs come from: `OWNER/REPO@REF:PATH` or `./local/path`, one a line. A path is a file, or a directory whose files (not those further below) are read.',
      example: 'project-codeflare/appwrapper@v1.0.4:config/crd/bases',
    }),
    destination: required({
      description: 'Directory of this checkout that holds the copies. A CRD that is there already keeps its file.',
      example: 'config/crd',
    }),
    include: list({
      description: 'Only CRDs whose name matches one of these globs.',
      example: '*.codeflare.dev',
      commas: true,
    }),
    exclude: list({ description: 'Not these. A copy that is there stays as it is.', commas: true }),
    prune: flag({
      description: 'Delete copies that no source has any more, if the lock file says that they are ours.',
      default: 'true',
    }),
    compatibility: choice(['error', 'warn', 'off'], {
      description:
        'What to do when a change breaks users of a CRD (a version, a field or the CRD itself goes away, a schema refuses what it took, the API server would refuse the definition): refuse everything, tell, or do not look. A CRD that goes away is always told.',
      default: 'error',
    }),
    waivers: text({
      description:
        'File of findings that somebody answers for: a list `waivers` of `rule`, `crd`, `path`, `reason`, `owner` and `expires`. One that has expired or waives nothing is an error.',
      example: '.github/crd-waivers.yaml',
    }),
    kustomization: text({
      description:
        'The kustomization whose `resources` follow: `auto` (the one in the destination, if any), a path, or `none`.',
      default: 'auto',
    }),
    'lock-file': text({ description: 'Where the lock file is. Default: `crds.lock.yaml` in the destination.' }),
    mode: choice(['sync', 'check'], {
      description: '`check` writes nothing and fails when the copies are not what sources and lock file say.',
      default: 'sync',
    }),
  },
  outputs: {
    added: 'JSON array of `{crd, file, repository, ref, commit, path}`: CRDs that were not here.',
    updated: 'The same for CRDs that changed.',
    removed: 'The same for CRDs that went away.',
    breaking: '`true` when users of a CRD are affected by a change that no waiver accepts.',
    findings: 'JSON array of findings: what breaks, what was edited here, in check mode every difference.',
    report: 'Path of the report as Markdown, for the text of a pull request.',
    'lock-file': 'Path of the lock file.',
  },
  async plan(inputs, { environment, workspace, log, signal, now }) {
    const github = new GitHub({ token: inputs.token, environment, signal, log: (line) => log.info(line) })
    const done = await sync(
      { ...inputs, lockFile: inputs['lock-file'], today: now().toISOString().slice(0, 10) },
      new Workspace(workspace),
      {
        resolve: (repository, ref) => resolveCommit(github, parseRepository(repository, 'sources'), ref, 'sources'),
        async list(repository, commit, directory) {
          const files = await listFiles(github, parseRepository(repository, 'sources'), commit, directory)
          return [...files].map(([path, entry]) => ({ path, ...entry }))
        },
        read: (repository, commit, blobs) => readBlobs(github, parseRepository(repository, 'sources'), commit, blobs),
      },
    )
    const report = reportSync(done)
    return {
      changes: done.changes,
      findings: done.findings,
      ...(done.refusal !== undefined && { refusal: done.refusal }),
      outputs: () => ({
        added: listSteps(done, 'added'),
        updated: listSteps(done, 'updated'),
        removed: listSteps(done, 'removed'),
        breaking: done.plan.breaking,
        findings: done.findings,
        report: reportFile(report, environment['RUNNER_TEMP']),
        'lock-file': done.lockFile,
      }),
      report: () => report,
    }
  },
})
