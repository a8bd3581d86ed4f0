import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  defineAction,
  flag,
  integer,
  list,
  manifestInput,
  renderMarkdown,
  required,
  secret,
  text,
  tokenInput,
} from '../../packages/action/index.ts'
import { GitHub } from '../../packages/github/index.ts'
import {
  commandLaboratory,
  limitsOf,
  nightMessage,
  nightFindings,
  nightOutputs,
  nightReport,
  nightsOf,
  onlyIf,
  plannedReport,
  planNight,
  planPromotion,
  planTrial,
  readGivenTrial,
  readPayloadRequest,
  resolvePayload,
  standingOf,
  trialOutputs,
  trialReport,
} from '../../packages/nightly/index.ts'
import { Workspace } from '../../packages/plan/index.ts'
import { loadManifest } from '../../packages/train/index.ts'
import { planNightIssues } from './issues.ts'
import { missedNights } from './watch.ts'
import { afterwards, openHistory, openRegistry, runOf, searchWorld, trialSettings } from './world.ts'

export default defineAction({
  name: 'nightly-integration',
  title: 'Nightly integration',
  description:
    'Tests what `dev` really is tonight: every image resolved once and handed to your deploy and test commands by digest. When the night is red, it finds out whose change it was, alone or together with another, or whether it was chance or the environment; over flaky tests, within a budget, and across jobs.',
  branding: { icon: 'moon', color: 'purple' },
  permissions: { contents: 'write', issues: 'write' },
  inputs: {
    images: list({
      description:
        'What is tested together: `COMPONENT=REFERENCE`, one a line. Default: every image of the manifest that has the channel `dev`.',
      example: 'instascale=quay.io/project-codeflare/instascale-controller:dev',
    }),
    together: list({
      description:
        'Components that only work with each other’s newest, such as a CRD and its controller: names with spaces between, one group a line. The search moves them together.',
      example: 'mcad operator',
    }),
    platforms: list({
      description: 'Platforms that every image must have. Default: none is asked for.',
      example: 'linux/amd64',
      commas: true,
    }),
    'deploy-command': text({
      description:
        'Brings the payload up. Run by `bash -eo pipefail`, with every image by digest in `IMAGE_<COMPONENT>`, in the file `NIGHTLY_PAYLOAD` (JSON), and as a kustomize component in `NIGHTLY_KUSTOMIZE`.',
      example: 'make deploy IMG="$IMAGE_OPERATOR"',
    }),
    'test-command': required({
      description:
        'Tests it. Judged by its exit code, by JUnit XML or `go test -json` that it leaves in `NIGHTLY_RESULTS` (or where `results` says), and by `go test -json` that it prints.',
      example: 'make test-e2e',
    }),
    'reset-command': text({
      description: 'Clears away what was deployed, after each trial; the next one starts from nothing.',
      example: 'make undeploy',
    }),
    'working-directory': text({ description: 'Where the commands run, relative to the checkout.', default: '.' }),
    results: list({
      description:
        'Files with results that the tests write elsewhere than into `NIGHTLY_RESULTS`: globs, relative to the working directory. Files of earlier runs are passed over.',
      example: 'reports/*.xml',
    }),
    'timeout-minutes': integer({
      description: 'For each command; then it is ended with everything that it started.',
      default: '60',
      min: 1,
      max: 1440,
    }),
    history: text({
      description:
        'Where nights are remembered: a branch of this repository, or a directory (beginning with `.` or `/`).',
      default: 'nightly-history',
    }),
    'max-trials': integer({
      description:
        'Trials of a night’s search, all jobs together. `0`: test the payload only and name in `next-trials` what other jobs should try; the night stays open for them.',
      default: '8',
      min: 0,
      max: 200,
    }),
    'max-minutes': integer({
      description: 'For everything that this step does; no trial is begun that would not end in time.',
      default: '300',
      min: 1,
      max: 10_080,
    }),
    'flake-rate': text({
      description:
        'Chance that the tests fail on a sound payload. Default: measured from the history (an upper bound, from twenty runs on), until then 0.1.',
      example: '0.1',
    }),
    confidence: text({ description: 'How sure the search has to be to stop, as a probability.', default: '0.95' }),
    parallel: integer({
      description:
        'Trials side by side, in this step or in the matrix of `next-trials`. In one step each gets `NIGHTLY_SLOT`, 0 and up, for a cluster of its own.',
      default: '1',
      min: 1,
      max: 8,
    }),
    issue: flag({ description: 'Keep one issue for each failure: opened, updated, closed.', default: 'true' }),
    force: flag({ description: 'Test a payload although it was accepted before.', default: 'false' }),
    trial: text({
      description: 'Make one trial that another job asked for, and nothing else: an entry of `next-trials`, as JSON.',
      example: '${{ toJSON(matrix.trial) }}',
    }),
    'accepted-tags': list({
      description: 'Tags that every image of an accepted payload gets, such as `nightly`. Default: none.',
      example: 'nightly',
      commas: true,
    }),
    username: text({
      description:
        'User of the registry, for private images and `accepted-tags`. Default: what an earlier step logged in with.',
    }),
    password: secret({ description: 'Password or token of that user.' }),
    'insecure-registries': list({
      description: 'Registry hosts that are spoken to over plain HTTP.',
      example: 'localhost:5000',
      commas: true,
    }),
    now: text({ description: 'The time, for rehearsals. Default: the clock.', example: '2024-04-05T02:00:00Z' }),
    manifest: manifestInput(),
    token: tokenInput('`contents: write` for the history and `issues: write` for `issue`'),
  },
  outputs: {
    verdict:
      '`accepted`, `rejected`, `flaky`, `environment`, `inconclusive` or `unchanged`; empty in a dry run that would test.',
    payload:
      'JSON object `{id, images}`: what is tested, each image with reference, digest, revision, version and repository.',
    'payload-id': 'SHA-256 of the names and digests.',
    'changed-components': 'JSON array: components whose digest differs from the payload accepted last.',
    culprit:
      'JSON `{components, probability}`, empty where nothing is to blame; each component with repository, digests before and after, commits and a link that compares them.',
    trials: 'JSON array: every trial of this night, with what was moved, its outcome and its failing tests.',
    'next-trials':
      'JSON array for a matrix: what other jobs should try, each an input `trial`. Empty when the night is over.',
    'issue-number': 'Number of the failure’s issue; empty when there is none.',
    message:
      'What to tell people, in two or three lines of Markdown: the `body` of `announce`. Empty in a dry run that would test.',
    report: 'Path of a Markdown file about this night, beside the logs of its trials; empty when nothing was run.',
  },
  async plan(inputs, { environment, workspace, log, signal, now }) {
    const files = new Workspace(workspace)
    const run = runOf(environment, inputs.now, now)
    const github = new GitHub({ token: inputs.token, environment, signal, log: (line) => log.info(line) })
    const { history, place } = openHistory(inputs.history, { environment, workspace, github })
    const records = await history.read()
    const laboratory = commandLaboratory(await trialSettings(inputs, { environment, workspace, signal }), log)
    if (inputs.trial !== '') {
      const given = readGivenTrial(inputs.trial)
      const { changes, findings } = planTrial(given, { history, place, laboratory, at: run.at })
      let seen = records
      return {
        changes: changes.map((change) => afterwards(change, async () => (seen = await history.read()))),
        findings,
        outputs: () => ({ ...trialOutputs(given, seen), 'issue-number': '', report: '' }),
        report: () => trialReport(given, seen),
      }
    }

    const train = inputs.images.length > 0 && inputs.manifest === '' ? null : await loadManifest(files, inputs.manifest)
    const wanted = readPayloadRequest(inputs.images, inputs.together, train)
    const registry = openRegistry(wanted, inputs, { environment, signal, log })
    const payload = await resolvePayload(registry, wanted.images, inputs.platforms)
    const standing = standingOf(records, payload, run)
    const limits = limitsOf(inputs, records)
    let report = ''
    const night = planNight(
      { payload, standing, together: wanted.together, limits, ...run, server: github.serverUrl },
      {
        ...searchWorld(github, registry),
        history,
        place,
        laboratory,
        force: inputs.force,
        log: (line) => log.info(line),
        async onResult({ night: done }) {
          report = join(await laboratory.directory(), 'report.md')
          await writeFile(report, renderMarkdown(nightReport(done, nightsOf(records), { serverUrl: github.serverUrl })))
        },
      },
    )
    const isGood = (): boolean => ['accepted', 'unchanged'].includes(night.result()?.night.verdict ?? '')
    const promotion = await planPromotion(registry, payload, inputs['accepted-tags'], ['stable'])
    const issues = inputs.issue
      ? await planNightIssues(night, { github, environment, history, records })
      : { changes: [], findings: [], number: () => '', page: () => null }
    const missed = await missedNights({ environment, files, records, at: run.at })
    return {
      changes: [...night.changes, ...issues.changes, ...promotion.changes.map((change) => onlyIf(change, isGood))],
      get findings() {
        const result = night.result()
        return result === null ? missed : [...nightFindings(result), ...issues.findings, ...missed]
      },
      ...(promotion.refusal !== null && { refusal: promotion.refusal }),
      outputs() {
        const result = night.result()
        const message = result === null ? '' : nightMessage(result.night, issues.page())
        return { ...nightOutputs(payload, standing, result), 'issue-number': issues.number(), message, report }
      },
      report() {
        const result = night.result()
        if (result === null) return plannedReport(payload, standing)
        return nightReport(result.night, nightsOf(records), { serverUrl: github.serverUrl })
      },
    }
  },
})
