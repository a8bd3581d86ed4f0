import { defineAction, flag, integer, list, manifestInput, text, tokenInput } from '../../packages/action/index.ts'
import { GitHub } from '../../packages/github/index.ts'
import { toldVersions } from '../../packages/matrix/index.ts'
import { Workspace } from '../../packages/plan/index.ts'
import { findCredentials, parseEndpoints, RegistryClient } from '../../packages/registry/index.ts'
import { loadManifest, planComponents, plannedVersions } from '../../packages/train/index.ts'
import { releaseWorld } from '../release-plan/world.ts'
import { componentWorld } from './world.ts'

export default defineAction({
  name: 'release-components',
  title: 'Release the components',
  description:
    'Starts the release workflow of each component that needs a release, in dependency order and side by side where nothing depends on another, waits for them, and makes sure that tag, release and images came to be. Run again after anything: what is released is skipped, what is under way is waited for.',
  branding: { icon: 'play-circle', color: 'blue' },
  permissions: { contents: 'read', actions: 'write' },
  inputs: {
    components: list({
      description:
        'Components to release, by id or name. Default: all but the leading one, which is released when it has taken the others in.',
      example: 'mcad',
      commas: true,
    }),
    versions: list({
      description:
        'Versions, one a line: `Component=vX.Y.Z`, as `release-plan` gives them in `version-list`. Default: as `release-plan` would plan them now.',
      example: 'mcad=v1.41.0',
      commas: true,
    }),
    wait: flag({
      description:
        'Wait until the runs have ended. `false` starts what can be started and ends; run again to go on when those are done.',
      default: 'true',
    }),
    'timeout-minutes': integer({
      description: 'How long to wait for one run, in minutes. What was started goes on by itself after that.',
      default: '120',
      min: 1,
      max: 2880,
    }),
    ref: text({
      description:
        'The branch on which the workflows are started. Default: for a patch the branch of its line (`release-1.4` or `v1.4`) where there is one, else the component’s branch.',
      example: 'release-1.4',
    }),
    now: text({
      description: 'The time, for rehearsals: a frozen sprint holds up what is planned here. Default: the clock.',
      example: '2024-04-05T09:00:00Z',
    }),
    manifest: manifestInput(),
    token: tokenInput(
      '`actions: write` and `contents: read` on each component’s repository (`contents: write` where a release is only a tag). The default token only has that on its own repository: use an app’s token for a train',
    ),
  },
  outputs: {
    released:
      'JSON array of `{component, repository, version, commit, url, images}`: every component asked for that is released, before or by this run; `images` are `{reference, digest}`.',
    runs: 'JSON array of `{component, repository, id, url, conclusion}`: the runs that were started or waited for; `conclusion` is null for one that is under way.',
    versions: 'JSON object: the tag of each component asked for by its id.',
  },
  async plan(inputs, { environment, workspace, log, signal, now, sleep }) {
    const train = await loadManifest(new Workspace(workspace), inputs.manifest)
    const told = toldVersions(train, inputs.versions, 'versions')
    const github = new GitHub({
      token: inputs.token,
      environment,
      signal,
      log: (line) => log.info(line),
      ...(sleep !== undefined && { sleep }),
    })
    const registry = new RegistryClient({
      credentials: findCredentials({ environment }),
      endpoints: parseEndpoints(environment['CODEFLARE_REGISTRY_ENDPOINTS']),
      insecure: [],
      signal,
      onWarning: (line) => log.warning(line),
      onSecret: (value) => log.mask(value),
    })
    const waiting = { timeoutMs: inputs['timeout-minutes'] * 60_000, now: () => performance.now() }
    const planning = releaseWorld(train, github, registry)
    const versions =
      told.size > 0
        ? new Map([...told].map(([id, { version }]) => [id, version]))
        : await plannedVersions(train, planning, inputs.now === '' ? now().toISOString() : inputs.now)
    const plan = await planComponents(
      train,
      componentWorld(train, planning, github, registry, waiting),
      { components: inputs.components, versions, ref: inputs.ref },
      { wait: inputs.wait, ...waiting, sleep: github.sleep, log: (line) => log.info(line) },
    )
    return {
      changes: plan.changes,
      get findings() {
        return plan.findings()
      },
      outputs: () => ({ released: plan.released(), runs: plan.runs(), versions: plan.versions }),
      report: () => plan.report(),
    }
  },
})
