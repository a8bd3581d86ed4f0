import { choice, type Context, defineAction, list, secret, text, tokenInput } from '../../packages/action/index.ts'
import {
  githubRefs,
  mailSenders,
  type Notes,
  openDiscussions,
  openSlackChannel,
  planAnnouncement,
  readAnnouncement,
  type Receipts,
  refReceipts,
  reportAnnouncement,
  requestedChannels,
  slackWebhook,
  toMrkdwn,
} from '../../packages/announce/index.ts'
import { paragraph, Workspace } from '../../packages/plan/index.ts'

export default defineAction({
  name: 'announce',
  title: 'Announce a release',
  description:
    'Tells people about a release in Slack, by mail and in GitHub Discussions, exactly once, however often the workflow runs and wherever it was cut off. What was corrected since is corrected there too, where that can be done.',
  branding: { icon: 'message-circle', color: 'purple' },
  permissions: { contents: 'write' },
  inputs: {
    token: tokenInput('`contents: write`, to note what was delivered'),
    title: text({
      description:
        'One line: the mail’s subject, the title of the discussion, and the bold line in Slack. Default: the title of the release, when its notes are announced.',
      example: 'CodeFlare Stack v1.2.0',
    }),
    body: text({
      description:
        'What to say, in Markdown. Default, without `body-file` too: the notes of the release that `key` names (`OWNER/NAME@TAG`), which begin with the support matrix.',
    }),
    'body-file': text({ description: 'The same from a file of the checkout, such as the release notes.' }),
    key: text({
      description:
        'Names this announcement: what was announced under a key is not announced again. Default: repository and tag, in a run for a tag.',
      example: 'project-codeflare/codeflare-operator@v1.2.0',
    }),
    'slack-webhook': secret({ description: 'Address of an incoming webhook of Slack.' }),
    'slack-token': secret({
      description:
        'Bot token of a Slack app, instead of a webhook; needs `chat:write`, `channels:read` and `channels:history`. The safer way: Slack can be asked what was posted.',
    }),
    'slack-channel': text({ description: 'Where the app posts: a name or an id.', example: '#codeflare-announce' }),
    'smtp-url': secret({
      description:
        'The mail server: `smtps://USER:PASSWORD@HOST:465`, or `smtp://USER:PASSWORD@HOST:587` for STARTTLS.',
    }),
    'mail-from': text({ description: 'Sender: an address, or `Name <address>`.' }),
    'mail-to': list({ description: 'Recipients, one a line; mailing lists, mostly.' }),
    'discussion-category': text({
      description: 'Category of this repository’s Discussions in which it is announced. Needs `discussions: write`.',
      example: 'Announcements',
    }),
    'reply-to': text({
      description:
        'Key of an earlier announcement: this one becomes a reply in its Slack thread, and its mail an answer to that mail.',
    }),
    'in-doubt': choice(['auto', 'resend', 'settle'], {
      description:
        'What to do about a delivery that an earlier run began without saying how it ended. `auto`: mail goes out again as the same message, a webhook waits for a person. `resend`: send again. `settle`: take it as delivered.',
      default: 'auto',
    }),
  },
  outputs: {
    delivered:
      'JSON array of `{channel, to, id, url, at}`: what this run delivered; null for what a service does not tell.',
    skipped: 'JSON array of `{channel, to, id, url, at, reason}`: what had been delivered before.',
  },
  async plan(inputs, { environment, workspace, log, signal, now }) {
    const wanted = requestedChannels(inputs)
    if (wanted.length === 0) {
      return {
        changes: [],
        outputs: () => ({ delivered: [], skipped: [] }),
        report: () => [paragraph('No channel is configured, so nothing was announced.')],
      }
    }
    const senders = [
      ...(wanted.includes('mail')
        ? mailSenders({
            smtpUrl: inputs['smtp-url'],
            from: inputs['mail-from'],
            to: inputs['mail-to'],
            now,
            onSecret: (value) => log.mask(value),
          })
        : []),
      ...(wanted.includes('slack-webhook') ? [slackWebhook(inputs['slack-webhook'], { signal })] : []),
    ]
    const home = await openHome(inputs.token, { environment, log, signal })
    const announcement = await readAnnouncement(inputs, environment, new Workspace(workspace), (key) =>
      home.notesOf(key),
    )
    const asked = [
      ...(wanted.includes('slack')
        ? [
            await openSlackChannel({
              token: inputs['slack-token'],
              channel: inputs['slack-channel'],
              api: environment['SLACK_API_URL'],
              signal,
            }),
          ]
        : []),
      ...(wanted.includes('discussion') ? [await home.discussions(inputs['discussion-category'])] : []),
    ]
    const channels = { asked, senders, receipts: await home.receipts() }
    const isSlack = wanted.some((channel) => channel.startsWith('slack'))
    const slackText = isSlack ? await toMrkdwn(announcement.title, announcement.body) : null
    const plan = await planAnnouncement(announcement, channels, inputs['in-doubt'])
    return {
      changes: plan.changes,
      ...(plan.refusal !== undefined && { refusal: plan.refusal }),
      outputs: () => ({ delivered: plan.delivered(), skipped: plan.skipped }),
      report: () => reportAnnouncement(announcement, plan, slackText),
    }
  },
})

/** The repository that announces. Loaded here: a run that has nothing to announce does not pay for GitHub's client. */
async function openHome(token: string, { environment, log, signal }: Pick<Context, 'environment' | 'log' | 'signal'>) {
  const { GitHub, orAbsent, parseRepository, resolveCommit, runPlace } = await import('../../packages/github/index.ts')
  const github = new GitHub({ token, environment, signal, log: (line) => log.info(line) })
  const { repository, trigger } = runPlace(environment, '')
  return {
    async receipts(): Promise<Receipts> {
      const commit = trigger?.sha ?? (await resolveCommit(github, repository, 'HEAD', 'GITHUB_REPOSITORY'))
      return refReceipts(githubRefs(github, repository, commit))
    },
    discussions: (category: string) => openDiscussions(github, repository, category),
    async notesOf(key: string): Promise<Notes | null> {
      const at = key.lastIndexOf('@')
      if (!/^[\w.-]+\/[\w.-]+@/.test(key)) return null
      const place = { ...parseRepository(key.slice(0, at), 'Input “key”'), tag: key.slice(at + 1) }
      const found = await orAbsent(github.request('GET /repos/{owner}/{repo}/releases/tags/{tag}', place))
      if (found === null || found.data.draft) return null
      const { name, tag_name: tag, body, html_url: url } = found.data
      return { title: name ?? tag, body: body ?? '', url }
    },
  }
}
