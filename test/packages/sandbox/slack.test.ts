import { describe, expect, test } from 'vitest'
import type { World } from '../../../packages/sandbox/index.ts'
import { isObject, parseObject } from '../../../packages/sandbox/json.ts'
import { aWorld } from './worlds.ts'

type Json = Readonly<Record<string, unknown>>

/** Calls a method of the Web API with JSON. */
async function call(world: World, method: string, given: Json, token = world.slack.token): Promise<Json> {
  const response = await fetch(`${world.slack.api}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(given),
  })
  expect(response.status).toBe(200)
  return parseObject(await response.text()) ?? {}
}

/** One page of a channel's history. */
async function history(
  world: World,
  given: Json,
): Promise<{ readonly messages: readonly Json[]; readonly next: string }> {
  const answer = await call(world, 'conversations.history', given)
  const { messages, response_metadata: more } = answer
  const next = isObject(more) && typeof more['next_cursor'] === 'string' ? more['next_cursor'] : ''
  expect(answer['has_more']).toBe(next !== '')
  return { messages: Array.isArray(messages) ? messages.filter(isObject) : [], next }
}

describe('the incoming webhook', () => {
  const post = async (world: World, body: string, headers = {}): Promise<[number, string]> => {
    const response = await fetch(world.slack.webhook, { method: 'POST', body, headers })
    return [response.status, await response.text()]
  }

  test('takes a text, blocks or attachments', async () => {
    const world = await aWorld()
    expect(await post(world, '{"text":"hello"}')).toEqual([200, 'ok'])
    expect(await post(world, '{"blocks":[{"type":"divider"}]}')).toEqual([200, 'ok'])
    const form = new URLSearchParams({ payload: '{"attachments":[{"text":"old"}]}' }).toString()
    expect(await post(world, form, { 'content-type': 'application/x-www-form-urlencoded' })).toEqual([200, 'ok'])
    expect(world.slack.messages).toMatchObject([
      { channel: 'C0000000001', text: 'hello', ts: '1705312800.000001' },
      { blocks: [{ type: 'divider' }], ts: '1705312801.000002' },
      { attachments: [{ text: 'old' }] },
    ])
  })

  test('refuses what is no message', async () => {
    const world = await aWorld()
    expect(await post(world, 'hello')).toEqual([400, 'invalid_payload'])
    expect(await post(world, '{}')).toEqual([400, 'no_text'])
    expect(await post(world, '{"text":"","blocks":[]}')).toEqual([400, 'no_text'])
    const elsewhere = await fetch(`${world.slack.webhook}x`, { method: 'POST', body: '{"text":"hi"}' })
    expect([elsewhere.status, await elsewhere.text()]).toEqual([404, 'no_service'])
    expect(world.slack.messages).toEqual([])
  })
})

describe('the Web API', () => {
  test('says who the token is, and refuses others', async () => {
    const world = await aWorld()
    expect(await call(world, 'auth.test', {})).toMatchObject({ ok: true, user: 'release-bot', team_id: 'T0SANDBOX' })
    expect(await call(world, 'auth.test', {}, 'xoxb-other')).toEqual({ ok: false, error: 'invalid_auth' })
    expect(await (await fetch(`${world.slack.api}auth.test`)).json()).toEqual({ ok: false, error: 'not_authed' })
    for (const method of ['no.method', 'constructor']) {
      expect(await call(world, method, {})).toEqual({ ok: false, error: 'unknown_method' })
    }
  })

  test('posts to a channel by name or id and tells where the message is', async () => {
    const world = await aWorld()
    const channel = world.slack.addChannel('release')
    const posted = await call(world, 'chat.postMessage', { channel: '#release', text: 'v1.0.0 is out' })
    expect(posted).toMatchObject({ ok: true, channel, message: { text: 'v1.0.0 is out' } })
    expect(await call(world, 'chat.getPermalink', { channel, message_ts: posted['ts'] })).toEqual({
      ok: true,
      channel,
      permalink: `https://sandbox.slack.com/archives/${channel}/p${String(posted['ts']).replace('.', '')}`,
    })
    expect(await call(world, 'chat.postMessage', { channel, text: 'again' })).toMatchObject({ ok: true })
    expect(world.requests.all.map(({ wrote }) => wrote)).toEqual([true, false, true])
  })

  test('takes forms as well as JSON', async () => {
    const world = await aWorld()
    const body = new URLSearchParams({
      token: world.slack.token,
      channel: 'general',
      blocks: '[{"type":"divider"}]',
      metadata: '{"event_type":"release","event_payload":{"key":"k"}}',
    })
    const response = await fetch(`${world.slack.api}chat.postMessage`, { method: 'POST', body })
    expect(await response.json()).toMatchObject({ ok: true })
    expect(world.slack.messages).toMatchObject([{ blocks: [{ type: 'divider' }], metadata: { event_type: 'release' } }])
  })

  test.each<[string, string, Json]>([
    ['channel_not_found', 'chat.postMessage', { channel: 'nowhere', text: 'x' }],
    ['channel_not_found', 'chat.postMessage', { channel: 'constructor', text: 'x' }],
    ['channel_not_found', 'conversations.history', { channel: 'general' }],
    ['channel_not_found', 'chat.getPermalink', {}],
    ['channel_not_found', 'chat.update', { text: 'x' }],
    ['no_text', 'chat.postMessage', { channel: 'general' }],
    ['no_text', 'chat.postMessage', { channel: 'general', text: 5 }],
    ['invalid_metadata_format', 'chat.postMessage', { channel: 'general', text: 'x', metadata: { event_type: 'a' } }],
    ['invalid_metadata_format', 'chat.postMessage', { channel: 'general', text: 'x', metadata: 'a' }],
    ['message_not_found', 'chat.update', { channel: 'general', text: 'x', ts: '1.000001' }],
    ['message_not_found', 'chat.getPermalink', { channel: 'general', message_ts: '1.000001' }],
    ['invalid_limit', 'conversations.history', { channel: 'C0000000001', limit: 0 }],
    ['invalid_cursor', 'conversations.history', { channel: 'C0000000001', cursor: 'xyz' }],
  ])('answers %s', async (error, method, given) => {
    const world = await aWorld()
    expect(await call(world, method, given)).toEqual({ ok: false, error })
    expect(world.slack.messages).toEqual([])
  })

  test('answers invalid_json', async () => {
    const world = await aWorld()
    const response = await fetch(`${world.slack.api}auth.test`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    })
    expect(await response.json()).toEqual({ ok: false, error: 'invalid_json' })
  })

  test('updates a message in place and keeps its metadata', async () => {
    const world = await aWorld()
    const metadata = { event_type: 'release', event_payload: { key: 'org/app v1' } }
    const { ts } = await call(world, 'chat.postMessage', { channel: 'general', text: 'old', metadata })
    expect(await call(world, 'chat.update', { channel: 'general', ts, text: 'new' })).toMatchObject({ ok: true, ts })
    expect(world.slack.messages).toMatchObject([{ ts, text: 'new', metadata }])
    expect(world.ledger.writes).toBe(2)
  })

  test('gives the history newest first, in pages, with metadata for those who ask', async () => {
    const world = await aWorld()
    const channel = 'C0000000001'
    for (const text of ['1', '2', '3', '4', '5']) {
      const metadata = { event_type: 'release', event_payload: { key: text } }
      await call(world, 'chat.postMessage', { channel, text, metadata })
    }
    const texts: unknown[] = []
    let cursor = ''
    do {
      const { messages, next } = await history(world, { channel, limit: 2, cursor, include_all_metadata: true })
      texts.push(messages.map(({ text, metadata }) => [text, metadata]))
      cursor = next
    } while (cursor !== '')
    const entry = (key: string): unknown[] => [key, { event_type: 'release', event_payload: { key } }]
    expect(texts).toEqual([[entry('5'), entry('4')], [entry('3'), entry('2')], [entry('1')]])
    const plain = await call(world, 'conversations.history', { channel })
    expect(JSON.stringify(plain)).not.toContain('metadata":{"event_type')
  })

  test('gives the history between two messages, without or with them', async () => {
    const world = await aWorld()
    const channel = 'C0000000001'
    const all: unknown[] = []
    for (const text of ['1', '2', '3', '4']) all.push((await call(world, 'chat.postMessage', { channel, text }))['ts'])
    const between = { channel, oldest: all[0], latest: all[2] }
    const texts = async (given: Json): Promise<unknown> =>
      (await history(world, given)).messages.map(({ text }) => text)
    expect(await texts(between)).toEqual(['2'])
    expect(await texts({ ...between, inclusive: true })).toEqual(['3', '2', '1'])
  })

  test('keeps replies out of the history of the channel', async () => {
    const world = await aWorld()
    const { ts } = await call(world, 'chat.postMessage', { channel: 'general', text: 'out' })
    await call(world, 'chat.postMessage', { channel: 'general', text: 'thanks', thread_ts: ts })
    const shown = await call(world, 'conversations.history', { channel: 'C0000000001' })
    expect(shown).toMatchObject({ messages: [{ text: 'out' }] })
    expect(world.slack.messages).toMatchObject([{ text: 'out' }, { text: 'thanks', threadTs: ts }])
  })

  test('lists the channels', async () => {
    const world = await aWorld()
    const id = world.slack.addChannel('release')
    expect(world.slack.addChannel('release')).toBe(id)
    expect(await call(world, 'conversations.list', {})).toMatchObject({
      channels: [{ name: 'general' }, { name: 'release', id }],
    })
  })
})
