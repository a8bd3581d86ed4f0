import { describe, expect, test } from 'vitest'
import { DeliveryInDoubt, openSlackChannel, slackWebhook } from '../../../packages/announce/index.ts'
import { ServiceError, UserError } from '../../../packages/plan/index.ts'
import type { World } from '../../../packages/sandbox/index.ts'
import { aWorld, failure, like, RELEASE, shown, sleep } from './world.ts'

const open = (world: World, channel = '#releases') =>
  openSlackChannel({ token: world.slack.token, channel, api: world.slack.api, sleep })
const posts = (world: World): number =>
  world.requests.all.filter(({ path }) => path.endsWith('chat.postMessage')).length

describe('a channel of Slack', () => {
  test('finds by its key what was posted, among many messages, with its link', async () => {
    const world = await aWorld()
    const id = world.slack.addChannel('releases')
    const channel = await open(world)
    expect(channel.name).toBe('#releases')
    expect(await channel.find(RELEASE)).toBeNull()
    await channel.post(RELEASE)
    for (let other = 0; other < 210; other += 1) await channel.post({ ...RELEASE, key: `other ${other}` })
    expect(await channel.find(RELEASE)).toMatchObject({
      id: world.slack.messages[0]?.ts,
      url: like(new RegExp(`^https://sandbox\\.slack\\.com/archives/${id}/p`)),
      at: '2024-01-15T10:00:00.000Z',
    })
    expect(world.slack.messages[0]).toMatchObject({
      channel: id,
      text: '*CodeFlare Stack v1.2.0*\n\nThe *operator* and <https://example.com/notes|its notes>.',
    })
  })

  test('is addressed by its id too, without asking for the list', async () => {
    const world = await aWorld()
    const id = world.slack.addChannel('releases')
    await (await open(world, id)).post(RELEASE)
    expect(world.requests.lines().join()).not.toContain('conversations.list')
    expect(world.slack.messages).toHaveLength(1)
  })

  test('a lost answer is looked up in the channel: one message', async () => {
    const world = await aWorld()
    world.slack.addChannel('releases')
    const channel = await open(world)
    world.faults.add({ service: 'slack', path: /postMessage/, fault: { kind: 'reset', when: 'after' } })
    expect(await channel.post(RELEASE)).toMatchObject({ id: world.slack.messages[0]?.ts })
    expect(posts(world)).toBe(1)
  })

  test('a message that did not arrive leaves a doubt, and no second attempt', async () => {
    const world = await aWorld()
    world.slack.addChannel('releases')
    const channel = await open(world)
    world.faults.add({ service: 'slack', path: /postMessage/, fault: { kind: 'reset', when: 'before' } })
    expect(await failure(channel.post(RELEASE))).toBeInstanceOf(DeliveryInDoubt)
    expect(world.slack.messages).toHaveLength(0)
  })

  test('a rate limit is waited for, a broken look-up is asked again', async () => {
    const world = await aWorld()
    world.slack.addChannel('releases')
    const channel = await open(world)
    const waited: number[] = []
    const patient = await openSlackChannel({
      token: world.slack.token,
      channel: 'releases',
      api: world.slack.api,
      sleep: async (milliseconds) => void waited.push(milliseconds),
    })
    world.faults.add(
      { service: 'slack', path: /postMessage/, fault: { kind: 'status', status: 429, retryAfter: 7 } },
      { service: 'slack', path: /history/, fault: { kind: 'reset', when: 'after' } },
      { service: 'slack', path: /history/, nth: 2, fault: { kind: 'status', status: 503 } },
    )
    await patient.post(RELEASE)
    expect(waited).toEqual([7000])
    expect(await channel.find(RELEASE)).not.toBeNull()
    expect(world.faults.hits).toBe(3)
  })

  test.each([
    [
      'ok: false is a failure, whatever the status says',
      { ok: false, error: 'msg_too_long' },
      UserError,
      /refuses: msg_too_long/,
    ],
    [
      'a scope that is missing is named',
      { ok: false, error: 'missing_scope', needed: 'chat:write' },
      UserError,
      /chat:write/,
    ],
    ['a channel without the app says how to invite it', { ok: false, error: 'not_in_channel' }, UserError, /\/invite/],
    ['trouble of Slack is a doubt', { ok: false, error: 'internal_error' }, DeliveryInDoubt, /internal_error/],
    ['a page in the place of an answer is a doubt', '<html>', DeliveryInDoubt, /not in Slack’s words/],
  ])('%s', async (_, answer, kind, words) => {
    const world = await aWorld()
    world.slack.addChannel('releases')
    const channel = await open(world)
    world.faults.add({ service: 'slack', path: /postMessage/, fault: { kind: 'status', status: 200, body: answer } })
    const error = await failure(channel.post(RELEASE))
    expect(error).toBeInstanceOf(kind)
    expect(shown(error)).toMatch(words)
  })

  test('an answer that stays 429 is not a doubt: nothing was posted', async () => {
    const world = await aWorld()
    world.slack.addChannel('releases')
    const channel = await open(world)
    world.faults.add({ service: 'slack', path: /postMessage/, times: Infinity, fault: { kind: 'status', status: 429 } })
    const error = await failure(channel.post(RELEASE))
    expect(error).toBeInstanceOf(ServiceError)
    expect(error).not.toBeInstanceOf(DeliveryInDoubt)
  })

  test('a channel that is not there, and a token that is none', async () => {
    const world = await aWorld()
    expect((await failure(open(world, '#nowhere'))).message).toBe(
      'Input “slack-channel”: the app sees no channel “#nowhere”.',
    )
    const error = await failure(
      openSlackChannel({ token: 'xoxb-secret', channel: 'general', api: world.slack.api, sleep }),
    )
    expect(error).toMatchObject({ name: 'UserError', message: 'Slack (conversations.list) refuses: invalid_auth.' })
    expect(shown(error)).not.toContain('xoxb-secret')
  })
})

describe('a webhook of Slack', () => {
  test('posts what the Web API would post', async () => {
    const world = await aWorld()
    const receipt = await slackWebhook(world.slack.webhook).send(RELEASE)
    expect(receipt).toMatchObject({ id: null, url: null, at: like(/Z$/) })
    expect(world.slack.messages).toMatchObject([{ text: like(/^\*CodeFlare Stack v1\.2\.0\*/) }])
  })

  test.each([
    ['lost on the way back', { kind: 'reset', when: 'after' }, DeliveryInDoubt],
    ['lost on the way', { kind: 'reset', when: 'before' }, DeliveryInDoubt],
    ['trouble of Slack', { kind: 'status', status: 500, body: 'rollup_error' }, DeliveryInDoubt],
    ['a webhook that was removed', { kind: 'status', status: 404, body: 'no_service' }, UserError],
    ['a redirect', { kind: 'status', status: 302, headers: { location: 'http://127.0.0.1:9/' } }, UserError],
    ['200 with other words than ok', { kind: 'status', status: 200, body: '{"ok":false}' }, UserError],
  ] as const)('%s: the address is in no error', async (_, fault, kind) => {
    const world = await aWorld()
    world.faults.add({ service: 'slack', fault })
    const error = await failure(slackWebhook(world.slack.webhook, { sleep }).send(RELEASE))
    expect(error).toBeInstanceOf(kind)
    expect(shown(error)).not.toMatch(/services|B0SANDBOX|127\.0\.0\.1/)
  })

  test('nobody listening is no doubt', async () => {
    const world = await aWorld()
    const address = world.slack.webhook.replace(/services.*/, 'services/secret')
    await world.close()
    const error = await failure(slackWebhook(address, { sleep }).send(RELEASE))
    expect(error).toMatchObject({ name: 'ServiceError', message: 'Slack’s webhook cannot be reached (ECONNREFUSED).' })
    expect(shown(error)).not.toContain('secret')
  })

  test.each(['hooks.slack.com/services/secret', 'http://hooks.slack.com/services/secret', 'file:///secret', ''])(
    'the address %j is refused without being told',
    (address) => {
      expect(() => slackWebhook(address)).toThrow('Input “slack-webhook” is not an https address.')
    },
  )

  test('two webhooks are two channels', () => {
    const [one, two] = ['https://hooks.slack.com/a', 'https://hooks.slack.com/b'].map(
      (url) => slackWebhook(url).identity,
    )
    expect(one).toMatch(/^slack-webhook-[0-9a-f]{12}$/)
    expect(one).not.toBe(two)
  })
})
