import { GitHub } from '../../packages/github/index.ts'
import { branchHistory } from '../../packages/nightly/index.ts'
import { aNight, asRecord } from '../packages/nightly/history-sample.ts'
import type { Job } from './jobs.ts'

/** A repository that is tested every night at 02:30, with one night on record: that of 2024-04-03. */
export async function testedAtNight({ world }: Job, repository: string): Promise<void> {
  const workflow = [
    "on: { schedule: [{ cron: '30 2 * * *' }] }",
    'jobs:',
    '  night:',
    '    steps:',
    '      - uses: project-codeflare/actions/nightly-integration@v1',
  ].join('\n')
  const files = { '.github/workflows/nightly.yml': workflow }
  await world.github.commit(repository, 'main', { message: 'ci: test at night', files })
  const [owner = '', repo = ''] = repository.split('/')
  const github = new GitHub({ token: 'ghs_x', environment: world.environment() })
  const history = branchHistory({ github, repository: { owner, repo }, branch: 'nightly-history' })
  await history.append(asRecord(aNight('2024-04-03', { at: '2024-04-03T02:40:00Z' })))
}
