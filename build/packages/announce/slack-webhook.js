import { UserError } from '../plan/index.js'
import { DeliveryInDoubt, fingerprint } from './channel.js'
import { requestHttp } from './http.js'
import { toMrkdwn } from './mrkdwn.js'
const SERVICE = 'Slack’s webhook'
/**
 * Slack's incoming webhook: one address, one channel, no questions. The address is the credential, so nothing of it is
 * ever told.
 *
 * @throws UserError for an address that is none, without repeating it.
 */
export function slackWebhook(address, http = {}) {
  const url = URL.canParse(address) ? new URL(address) : null
  const local = url !== null && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  if (url === null || !(url.protocol === 'https:' || (url.protocol === 'http:' && local))) {
    throw new UserError('Input “slack-webhook” is not an https address.', {
      advice: 'Store what Slack shows under “Incoming Webhooks” as a secret, and pass it as ${{ secrets.NAME }}.',
    })
  }
  return {
    channel: 'slack-webhook',
    // Two webhooks of one workflow are two channels.
    identity: fingerprint('slack-webhook', url.href),
    subject: 'Slack message through the webhook',
    recognised: false,
    async send({ title, body }) {
      const text = await toMrkdwn(title, body)
      const answer = await requestHttp(
        {
          method: 'POST',
          url,
          headers: { 'content-type': 'application/json; charset=utf-8' },
          body: JSON.stringify({ text, unfurl_links: false, unfurl_media: false }),
          service: SERVICE,
        },
        http,
      )
      if (answer.status === 200 && isOk(answer.text)) return { id: null, url: null, at: answer.at }
      throw refused(answer.status, answer.text)
    },
  }
}
/** A webhook answers `ok`; one of a workflow `{"ok":true}`. Anything else is a failure, whatever the status says. */
function isOk(text) {
  return /^(?:ok|\{\s*"ok"\s*:\s*true\b.*\})$/s.test(text.trim())
}
function refused(status, text) {
  const [word] = /^[a-z_]{1,40}$/.exec(text.trim()) ?? ['no reason given']
  if (status >= 500) {
    return new DeliveryInDoubt(`${SERVICE} failed with ${status} (${word}); the message may have been posted.`, {
      advice: 'Look into the channel, then run again; see “in-doubt” in the README of announce.',
    })
  }
  const advice = {
    no_service:
      'The webhook was removed or its address is incomplete. Create a new one in Slack and update the secret.',
    no_active_hooks: 'The webhook is switched off. Create a new one in Slack and update the secret.',
    channel_not_found: 'The channel of the webhook was deleted. Create a new webhook and update the secret.',
    channel_is_archived: 'Unarchive the channel, or create a webhook for another one.',
    action_prohibited: 'An administrator of the workspace forbids it. Ask them to allow the app.',
    invalid_token: 'The address is wrong. Copy it again from Slack into the secret.',
  }
  return new UserError(`${SERVICE} refuses the message: ${status}, ${word}.`, {
    advice: advice[word] ?? 'Check the secret in “slack-webhook” against what Slack shows for the app.',
  })
}
