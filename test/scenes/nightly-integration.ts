import { buildImage, type World } from '../../packages/sandbox/index.ts'
import type { Furnished, Scene } from './scene.ts'

const OPERATOR = 'project-codeflare/codeflare-operator'
const COMPONENTS = ['mcad', 'operator']

const image = (component: string, version: number) =>
  buildImage({
    name: `project-codeflare/${component}`,
    version: `v0.${version}.0`,
    revision: String(version).repeat(40),
    source: `https://github.com/project-codeflare/${component}`,
  })

/** @returns the commit that the run is for. */
async function furnish(world: World): Promise<string> {
  await world.github.createRepository(OPERATOR, { files: { 'README.md': 'The operator\n' } })
  const quay = await world.registry('quay.io')
  quay.configure({ auth: { scheme: 'token', users: { 'codeflare+ci': 'quay-robot-token' } } })
  for (const component of COMPONENTS) quay.push(`project-codeflare/${component}`, ['dev'], image(component, 2))
  return (await world.github.resolve(OPERATOR, 'main')) ?? ''
}

const inputs = {
  images: COMPONENTS.map((component) => `${component}=quay.io/project-codeflare/${component}:dev`).join('\n'),
  now: '2024-01-15T02:00:00Z',
  token: 'ghs_nightly_token',
  username: 'codeflare+ci',
  password: 'quay-robot-token',
}

const inRun = (world: World): Pick<Furnished, 'with' | 'environment'> => ({
  with: {},
  environment: {
    PATH: process.env['PATH'] ?? '',
    GITHUB_REPOSITORY: OPERATOR,
    GITHUB_RUN_ID: '7001',
    // Where logs go, which no state counts.
    RUNNER_TEMP: world.directory,
  },
})

export const acceptedNight: Scene = {
  action: 'nightly-integration',
  title: 'the first night passes, is remembered, and its images become nightly',
  concurrent: true,
  async furnish(world) {
    const commit = await furnish(world)
    const script = 'echo "deploying $IMAGE_OPERATOR"'
    return {
      with: { ...inputs, 'deploy-command': script, 'test-command': 'true', 'accepted-tags': 'nightly' },
      environment: { GITHUB_SHA: commit },
      addresses: inRun,
    }
  },
}

/** A suite in which `e2e.scale` fails with mcad's new image, whatever else it is given. */
const suite = `failure=""; if [[ $IMAGE_MCAD == *@${image('mcad', 2).digest} ]]; then failure="<failure/>"; fi
echo "<testsuite><testcase classname='e2e' name='scale'>$failure</testcase></testsuite>" > "$NIGHTLY_RESULTS/junit.xml"
[[ -z $failure ]]`

export const rejectedNight: Scene = {
  action: 'nightly-integration',
  title: 'a red night is searched: it was mcad',
  concurrent: true,
  async furnish(world) {
    const commit = await furnish(world)
    const quay = await world.registry('quay.io')
    for (const component of COMPONENTS) quay.push(`project-codeflare/${component}`, [], image(component, 1))
    return {
      with: { ...inputs, 'test-command': suite, history: './history', 'flake-rate': '0.02' },
      environment: { GITHUB_SHA: commit },
      addresses: inRun,
      files: { 'history/nights/2024-01.jsonl': `${JSON.stringify(acceptedBefore())}\n` },
    }
  },
}

/** The night before, which accepted version 1 of everything. */
function acceptedBefore() {
  const images = COMPONENTS.map((component) => ({
    component,
    reference: `quay.io/project-codeflare/${component}:dev`,
    digest: image(component, 1).digest,
    revision: '1'.repeat(40),
    version: 'v0.1.0',
    repository: `project-codeflare/${component}`,
  }))
  return {
    record: 'night',
    id: '2024-01-14-0a0a0a0a',
    at: '2024-01-14T02:00:00Z',
    verdict: 'accepted',
    reason: 'All tests passed.',
    run: '7000',
    url: `https://github.com/${OPERATOR}/actions/runs/7000`,
    base: null,
    changed: [],
    failing: [],
    signature: null,
    culprit: null,
    payload: { id: '0a'.repeat(32), images },
    trials: [],
  }
}
