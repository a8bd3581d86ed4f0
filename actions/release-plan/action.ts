import { defineAction, flag, manifestInput, renderSummary, text, tokenInput } from '../../packages/action/index.ts'
import { AnswerCache, GitHub, parseRepository, planTracking, runPlace } from '../../packages/github/index.ts'
import { matrixOf } from '../../packages/matrix/index.ts'
import { watchRepository } from '../../packages/nightly/index.ts'
import { UserError, Workspace } from '../../packages/plan/index.ts'
import { findCredentials, parseEndpoints, RegistryClient } from '../../packages/registry/index.ts'
import {
  dayOf,
  findingsOf,
  findRelease,
  leader,
  loadManifest,
  releaseRequest,
  reportRelease,
  summarizeRelease,
} from '../../packages/train/index.ts'
import { releaseWorld } from './world.ts'

/** GitHub takes 65,536 characters; a report is cut between its blocks. */
const LONGEST_COMMENT = 60_000

export default defineAction({
  name: 'release-plan',
  title: 'Plan a release',
  description:
    'Tells where a release of the whole train stands: what is done, what comes next, what blocks it, and what each version will be. Read from tags, releases, pull requests, files and image digests; nothing is written but, where wanted, a comment on the release’s tracking issue.',
  branding: { icon: 'map', color: 'blue' },
  permissions: { contents: 'read', 'pull-requests': 'read' },
  inputs: {
    version: text({
      description:
        'Version of the train. Default: the release that is under way, else the one that comes next, as its commits ask for it.',
      example: 'v1.3.0',
    }),
    hotfix: flag({
      description:
        'An out-of-band release on a release line: the next patch, with nothing but what was fixed. The freeze does not hold it up.',
      default: 'false',
    }),
    line: text({ description: 'Release line, for a hotfix of an older one. Default: the newest.', example: '1.2' }),
    now: text({ description: 'The time, for rehearsals. Default: the clock.', example: '2024-04-05T09:00:00Z' }),
    'ignore-freeze': flag({ description: 'Begin a release although the sprint is frozen.', default: 'false' }),
    'tracking-issue': text({
      description:
        'Number of the issue on which a comment says where the release stands and is kept up to date; `auto` for an issue of its own, which is opened. Needs `issues: write`. Default: no comment.',
      example: 'auto',
    }),
    'cache-file': text({
      description:
        'A file, relative to the workspace, that keeps GitHub’s answers between runs (with `actions/cache`): what has not changed is then asked for without counting against the rate limit. Default: none is kept.',
      example: '.release-plan/answers',
    }),
    manifest: manifestInput(),
    token: tokenInput(
      '`contents: read` and `pull-requests: read`; other repositories of the train are read as the public sees them',
    ),
  },
  outputs: {
    stage:
      'The first step that is not done: `components`, `references`, `bundle`, `tag`, `catalog`, `stable`, `announce`, `downstream`; `complete` when all are.',
    next: 'The same, when that step can be done now; empty when it is held up, or nothing is left.',
    done: 'JSON array of `{step, number, title}`: what is done.',
    'blocked-by': 'JSON array of `{step, message, advice, url}`: what holds the stage up.',
    frozen: '`true` on the last days of a sprint, as many as the calendar says.',
    version: 'Tag of the train’s version: `v1.3.0`.',
    semver: 'The same without its prefix, as a bundle wants it: `1.3.0`.',
    versions: 'JSON object: the tag of each component and external project in this release by its id.',
    'previous-versions': 'JSON object: the same for the release before.',
    'version-list': 'The versions as other actions take them: `operator=v1.3.0`, one a line.',
    matrix: 'The support matrix of this release, as Markdown.',
    'stable-images':
      'What `retag-image` takes as `images` to move `stable` to this release: `IMAGE:v1.3.0 => stable`, one a line.',
    images:
      'What `nightly-integration` takes as `images` to test this release: `mcad=IMAGE:v1.41.0`, one a line; the leading component as built from its branch until its tag is there.',
    adoptions:
      'JSON array of `{id, name, tag, releasedOn, due, state}`: releases of external projects that are to be adopted; `state` is `due`, `overdue`, or `open` for one without a deadline.',
    deadlines:
      'JSON array of `{name, due, state}`: by when each downstream repository must have this release; `state` is `met`, `due` or `overdue`.',
    downstream:
      'JSON array of `{name, repository, branch, file, section}`: downstream repositories that do not have this release yet; the last two say where their support matrix is, empty for none.',
  },
  async plan(inputs, { environment, workspace, log, signal, now: clock }) {
    const now = inputs.now === '' ? clock().toISOString() : inputs.now
    const request = releaseRequest({
      ...inputs,
      ignoreFreeze: inputs['ignore-freeze'],
      today: dayOf(now, 'Input “now”'),
    })
    const files = new Workspace(workspace)
    const train = await loadManifest(files, inputs.manifest)
    const tracked = trackedIssue(inputs['tracking-issue'])
    const cacheFile = inputs['cache-file']
    const cache =
      cacheFile === '' ? undefined : await AnswerCache.open(await files.locate(cacheFile, 'Input “cache-file”'))
    const github = new GitHub({ token: inputs.token, environment, signal, log: (line) => log.info(line), cache })
    const registry = new RegistryClient({
      credentials: findCredentials({ environment }),
      endpoints: parseEndpoints(environment['CODEFLARE_REGISTRY_ENDPOINTS']),
      insecure: [],
      signal,
      onWarning: (line) => log.warning(line),
      onSecret: (value) => log.mask(value),
    })
    const world = releaseWorld(train, github, registry)
    const found = await findRelease(train, world, request)
    const matrix = matrixOf(train, summarizeRelease(found).versions, github.serverUrl)
    const report = reportRelease(found)
    const version = summarizeRelease(found).version
    const changes =
      tracked === null
        ? []
        : await planTracking(
            github,
            runPlace(environment, '').repository,
            {
              issue: tracked,
              key: `${train.id}@${version}`,
              title: `Release ${train.title} ${version}`,
              body: renderSummary(report, LONGEST_COMMENT),
            },
            `to say where ${version} stands`,
          )
    // A night that did not come cannot say so itself.
    const { repository } = leader(train)
    const nights = await watchRepository({
      github,
      repository: parseRepository(repository, train.file),
      branch: 'nightly-history',
      now,
      head: (branch) => world.head(repository, branch),
    })
    return {
      changes,
      findings: [...findingsOf(found), ...nights],
      outputs: () => ({ ...summarizeRelease(found), matrix }),
      report: () => report,
      ...(cache !== undefined && { afterwards: () => cache.save() }),
    }
  },
})

function trackedIssue(given: string): number | 'auto' | null {
  if (given === '' || given === 'auto') return given === '' ? null : given
  if (/^#?[1-9]\d{0,8}$/.test(given)) return Number(given.replace('#', ''))
  throw new UserError(`Input “tracking-issue” is “${given}”; allowed: the number of an issue, auto.`, {
    advice: 'Correct “tracking-issue” in the workflow step.',
  })
}
