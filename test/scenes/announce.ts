import type { Scene } from './scene.ts'

const OPERATOR = 'project-codeflare/codeflare-operator'

export const announceEverywhere: Scene = {
  action: 'announce',
  title: 'v1.3.0 is told to Slack, to a mailing list and in Discussions',
  async furnish({ github, slack }) {
    await github.createRepository(OPERATOR, {
      files: { 'README.md': 'The operator\n' },
      discussionCategories: ['Announcements'],
    })
    const commit = await github.tag(OPERATOR, 'v1.3.0', { message: 'Release v1.3.0' })
    slack.addChannel('codeflare-announce')
    return {
      with: {
        token: 'ghs_release_token',
        title: 'CodeFlare Stack v1.3.0',
        body: 'The **operator** and [its notes](https://github.com/project-codeflare/codeflare-operator/releases/tag/v1.3.0).',
        'slack-token': slack.token,
        'slack-channel': 'codeflare-announce',
        'mail-from': 'CodeFlare <releases@example.com>',
        'mail-to': 'codeflare-users@example.com',
        'discussion-category': 'Announcements',
      },
      environment: {
        GITHUB_REPOSITORY: OPERATOR,
        GITHUB_REF_NAME: 'v1.3.0',
        GITHUB_REF_TYPE: 'tag',
        GITHUB_SHA: commit,
      },
      addresses: (world) => ({
        with: { 'smtp-url': world.mail.url },
        environment: { SLACK_API_URL: world.slack.api },
      }),
    }
  },
}
