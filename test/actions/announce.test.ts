import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import announce from '../../actions/announce/action.ts'
import { type Context, execute, type Execution, renderMarkdown } from '../../packages/action/index.ts'
import { openWorld, type World } from '../../packages/sandbox/index.ts'
import { quietContext, silentLog } from '../context.ts'

// Back-offs are real in what is tested here; time is not.
vi.mock(import('node:timers/promises'), async (original) => {
  const timers = await original()
  return { ...timers, setTimeout: (_, value) => timers.setImmediate(value) }
})

const REPOSITORY = 'project-codeflare/codeflare-operator'
const MESSAGE = { title: 'CodeFlare Stack v1.2.0', body: 'It is **out**.', key: `${REPOSITORY}@v1.2.0` }

/** A furnished directory; worlds are opened on copies of it. */
async function furnished(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'announce-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  const world = await openWorld({ directory: join(directory, 'start') })
  await world.github.createRepository(REPOSITORY, {
    files: { 'README.md': '# Operator\n' },
    discussionCategories: ['General', 'Announcements'],
  })
  world.slack.addChannel('releases')
  await world.close()
  return directory
}

/** Runs the action in a world as a step of a job on a tag would. */
async function step(world: World, inputs: Record<string, string>, masked: string[] = []): Promise<Execution> {
  const context: Context = {
    ...quietContext(
      {
        ...world.environment(),
        SLACK_API_URL: world.slack.api,
        GITHUB_REPOSITORY: REPOSITORY,
        GITHUB_SHA: await world.github.resolve(REPOSITORY, 'main'),
        GITHUB_REF_TYPE: 'tag',
        GITHUB_REF_NAME: 'v1.2.0',
      },
      world.directory,
    ),
    log: { ...silentLog, mask: (secret) => void masked.push(secret) },
  }
  return execute(announce, new Map(Object.entries({ token: 'ghs_token', ...inputs })), context, {
    sleep: () => Promise.resolve(),
  })
}

const bySlack = ({ slack }: World) => ({ 'slack-token': slack.token, 'slack-channel': '#releases' })
const byMail = ({ mail }: World) => ({
  'smtp-url': mail.url,
  'mail-from': 'release@codeflare.dev',
  'mail-to': 'users@example.com',
})
const byWebhook = ({ slack }: World) => ({ 'slack-webhook': slack.webhook })

describe('announce', () => {
  test('delivers everywhere once, tells machines and people, and does nothing the second time', async () => {
    const directory = await furnished()
    const world = await openWorld({ directory: join(directory, 'start') })
    onTestFinished(() => world.close())
    const inputs = { ...MESSAGE, key: '', ...bySlack(world), ...byMail(world), ...byWebhook(world) }
    const first = await step(world, inputs)
    expect(first.changed).toBe(true)
    expect(first.plan.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
      'send Slack message to #releases',
      'create receipt of Slack message to #releases',
      'send mail to users@example.com',
      'send Slack message through the webhook',
    ])
    expect(JSON.parse(first.outputs['delivered'] ?? '')).toMatchObject([
      { channel: 'slack', to: '#releases', id: world.slack.messages[0]?.ts },
      { channel: 'mail', to: 'mail to users@example.com', id: world.mail.mails[0]?.messageId },
      { channel: 'slack-webhook', id: null },
    ])
    expect(renderMarkdown(first.report)).toContain('It is **out**.')

    const before = [await world.snapshot(), world.ledger.writes]
    const second = await step(world, inputs)
    expect([await world.snapshot(), world.ledger.writes]).toEqual(before)
    expect([second.changed, second.plan, second.outputs['delivered']]).toEqual([false, [], '[]'])
    expect(JSON.parse(second.outputs['skipped'] ?? '')).toHaveLength(3)
    expect(world.mail.duplicates()).toEqual([])
  })

  test('a dry run writes nothing and shows the plan of the real one', async () => {
    const world = await openWorld({ directory: join(await furnished(), 'start') })
    onTestFinished(() => world.close())
    const inputs = { ...MESSAGE, ...bySlack(world), ...byMail(world), ...byWebhook(world) }
    const dry = await step(world, { ...inputs, 'dry-run': 'true' })
    expect([dry.changed, world.ledger.writes]).toEqual([true, 0])
    expect((await step(world, inputs)).plan).toEqual(dry.plan)
  })

  test('opens one discussion, and corrects it and the Slack message when the text was corrected', async () => {
    const world = await openWorld({ directory: join(await furnished(), 'start') })
    onTestFinished(() => world.close())
    const inputs = { ...MESSAGE, key: 'v1.2.0 --> and more', ...bySlack(world), 'discussion-category': 'announcements' }
    const first = await step(world, inputs)
    expect(JSON.parse(first.outputs['delivered'] ?? '')).toMatchObject([
      { channel: 'slack' },
      {
        channel: 'discussion',
        to: 'discussion in Announcements',
        url: expect.stringMatching(/\/discussions\/1$/) as unknown,
      },
    ])
    expect(await step(world, inputs)).toMatchObject({ changed: false, plan: [] })
    const corrected = await step(world, { ...inputs, body: 'It is **really** out.' })
    expect(corrected.plan.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
      'update Slack message to #releases',
      'update discussion in Announcements',
    ])
    expect(await step(world, { ...inputs, body: 'It is **really** out.' })).toMatchObject({ changed: false })
    expect(world.slack.messages).toMatchObject([{ text: '*CodeFlare Stack v1.2.0*\n\nIt is *really* out.' }])
    const { discussions } = (await world.github.snapshot())[REPOSITORY] ?? {}
    expect(discussions).toMatchObject([
      { category: 'Announcements', body: expect.stringContaining('It is **really** out.') as unknown },
    ])
  })

  test('replies in the thread of an earlier announcement, once', async () => {
    const world = await openWorld({ directory: join(await furnished(), 'start') })
    onTestFinished(() => world.close())
    const channels = { ...bySlack(world), ...byMail(world) }
    await step(world, { ...MESSAGE, ...channels })
    const reply = {
      ...channels,
      title: 'Open Data Hub has it',
      body: 'Yes.',
      key: 'odh@v1.2.0',
      'reply-to': MESSAGE.key,
    }
    await step(world, reply)
    expect(await step(world, reply)).toMatchObject({ changed: false })
    expect(world.slack.messages).toMatchObject([{}, { threadTs: world.slack.messages[0]?.ts }])
    expect(world.mail.mails[1]?.headers).toMatchObject({ 'in-reply-to': world.mail.mails[0]?.messageId })
  })

  test('announces the notes of the release when nothing else is given', async () => {
    const world = await openWorld({ directory: join(await furnished(), 'start') })
    onTestFinished(() => world.close())
    const body = '| Component | Version |\n|---|---|\n| MCAD | v1.41.0 |\n\n### Features\n\n- quotas\n'
    await world.github.release(REPOSITORY, { tag: 'v1.2.0', name: 'CodeFlare v1.2.0', body })
    const done = await step(world, { ...bySlack(world), ...byMail(world) })
    expect(world.slack.messages[0]?.text).toContain('*CodeFlare v1.2.0*')
    expect(world.slack.messages[0]?.text).toContain('MCAD       v1.41.0')
    expect(world.mail.mails[0]?.raw.toString()).toContain('<td align=3D"left">v1.41.0</td>')
    expect(renderMarkdown(done.report)).toContain('As Slack has it')
  })

  test('with no channel there is nothing to do, and nothing is asked for', async () => {
    const world = await openWorld({ directory: join(await furnished(), 'start') })
    onTestFinished(() => world.close())
    const done = await step(world, {})
    expect([done.changed, done.outputs]).toEqual([
      false,
      { changed: 'false', plan: '[]', delivered: '[]', skipped: '[]' },
    ])
    expect(renderMarkdown(done.report)).toContain('No channel is configured, so nothing was announced.')
    expect(world.requests.all).toEqual([])
  })

  test('the notes come from a file, and must be there', async () => {
    const world = await openWorld({ directory: join(await furnished(), 'start') })
    onTestFinished(() => world.close())
    const inputs = { title: 'T', 'body-file': 'notes.md', ...bySlack(world) }
    await expect(step(world, inputs)).rejects.toThrow('Input “body-file”: there is no file “notes.md” in the checkout.')
    await writeFile(join(world.directory, 'notes.md'), 'from a file\n')
    await step(world, inputs)
    expect(world.slack.messages).toMatchObject([{ text: '*T*\n\nfrom a file' }])
    await expect(step(world, { ...inputs, body: 'x' })).rejects.toThrow('Both “body” and “body-file” are given.')
    await expect(step(world, { ...inputs, 'body-file': '../x' })).rejects.toThrow(/leaves the workspace/)
  })

  test('secrets are masked, the password of the mail server on its own too', async () => {
    const world = await openWorld({ directory: join(await furnished(), 'start') })
    onTestFinished(() => world.close())
    world.mail.requireAuth({ release: 'p@ssword' })
    const masked: string[] = []
    const url = world.mail.url.replace('//', '//release:p%40ssword@')
    const inputs = { ...MESSAGE, ...byMail(world), ...bySlack(world), ...byWebhook(world), 'smtp-url': url }
    const done = await step(world, inputs, masked)
    for (const secret of [url, 'p@ssword', world.slack.token, world.slack.webhook, 'ghs_token']) {
      expect(masked).toContain(secret)
      expect(JSON.stringify(done)).not.toContain(secret)
    }
  })

  test.each([
    ['a token without a channel', { 'slack-token': 'x' }, 'Input “slack-channel” is missing; “slack-token” needs it.'],
    [
      'recipients without a server',
      { 'mail-to': 'a@b.c', 'mail-from': 'a@b.c' },
      'Input “smtp-url” is missing; “mail-from” and “mail-to” need it.',
    ],
    [
      'a category that is not there',
      { title: 'x', body: 'x', 'discussion-category': 'News' },
      `Input “discussion-category”: ${REPOSITORY} has no category “News”.`,
    ],
    [
      'a reply to nothing',
      { title: 'x', body: 'x', 'slack-token': 'xoxb-sandbox', 'slack-channel': '#releases', 'reply-to': 'never' },
      'Input “reply-to”: there is no announcement “never” among the newest messages of #releases.',
    ],
    ['no title', { 'slack-webhook': 'https://hooks.slack.com/x', body: 'x' }, 'Input “title” is missing.'],
    [
      'no body',
      { 'slack-webhook': 'https://hooks.slack.com/x', title: 'x' },
      'There is nothing to announce: “body” and “body-file” are empty, and no release has this key.',
    ],
  ])('%s is refused', async (_, inputs, message) => {
    const world = await openWorld({ directory: join(await furnished(), 'start') })
    onTestFinished(() => world.close())
    await expect(step(world, inputs)).rejects.toMatchObject({ name: 'UserError', message })
  })

  test('without a key and without a tag it does not guess', async () => {
    const world = await openWorld({ directory: join(await furnished(), 'start') })
    onTestFinished(() => world.close())
    const context = quietContext(
      { GITHUB_REPOSITORY: REPOSITORY, GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'main' },
      world.directory,
    )
    const texts = new Map(Object.entries({ title: 'T', body: 'x', ...byWebhook(world) }))
    await expect(execute(announce, texts, context)).rejects.toThrow(/^Input “key” is missing/)
  })
})

describe('killed right after each write, and run again', () => {
  /** Opens a copy of the furnished world, kills it after the n-th write, opens it again and runs once more. */
  async function killedAfter(directory: string, write: number, inputs: (world: World) => Record<string, string>) {
    const copy = join(directory, `after-${write}`)
    await cp(join(directory, 'start'), copy, { recursive: true })
    const crashing = await openWorld({ directory: copy, crash: { afterWrite: write, act: () => {} } })
    const cut = await step(crashing, { ...MESSAGE, ...inputs(crashing) }).then(
      () => 'finished' as const,
      () => 'killed' as const,
    )
    await crashing.close()
    const world = await openWorld({ directory: copy })
    const again = await step(world, { ...MESSAGE, ...inputs(world) }).catch((error: unknown) =>
      error instanceof Error ? error : new Error(),
    )
    const state = {
      slack: world.slack.messages.length,
      mail: world.mail.mails.length,
      snapshot: await world.snapshot(),
    }
    const ids = new Set(world.mail.mails.map(({ messageId }) => messageId)).size
    await world.close()
    const plan = again instanceof Error ? [] : again.plan.map(({ action, subject }) => `${action} ${subject}`)
    return { cut, again, plan, ids, ...state }
  }

  test('Slack’s Web API: one message, whatever was lost', async () => {
    const directory = await furnished()
    const whole = await killedAfter(directory, 99, bySlack)
    expect(whole).toMatchObject({ cut: 'finished', slack: 1, again: { changed: false } })
    for (const [write, left] of [
      [1, ['create receipt of Slack message to #releases']],
      [2, []],
    ] as const) {
      const cut = await killedAfter(directory, write, bySlack)
      expect(cut.cut).toBe('killed')
      expect(cut.plan).toEqual(left)
      expect(cut.snapshot).toEqual(whole.snapshot)
    }
  })

  test('mail: every run ends delivered; only an unconfirmed one is sent twice, as the same message', async () => {
    const directory = await furnished()
    const whole = await killedAfter(directory, 99, byMail)
    expect(whole).toMatchObject({ cut: 'finished', mail: 1 })
    // Writes: intent, mail, confirmation.
    for (const [write, mails] of [
      [1, 1],
      [2, 2],
      [3, 1],
    ] as const) {
      const cut = await killedAfter(directory, write, byMail)
      expect(cut).toMatchObject({ cut: 'killed', mail: mails, ids: 1 })
      expect(cut.snapshot.github).toEqual(whole.snapshot.github)
    }
  })

  test('webhook: never twice; in doubt a person is asked', async () => {
    const directory = await furnished()
    for (const [write, messages, ending] of [
      [1, 0, 'in doubt'],
      [2, 1, 'in doubt'],
      [3, 1, 'done'],
    ] as const) {
      const cut = await killedAfter(directory, write, byWebhook)
      expect(cut).toMatchObject({ cut: 'killed', slack: messages })
      if (ending === 'done') expect(cut.again).toMatchObject({ changed: false })
      else expect(cut.again).toMatchObject({ changed: false, refusal: { name: 'UserError' } })
    }
  })
})

describe('a fault at every request', () => {
  const faults = [
    { kind: 'status', status: 500 },
    { kind: 'status', status: 429, retryAfter: 0 },
    { kind: 'reset', when: 'before' },
    { kind: 'reset', when: 'after' },
    { kind: 'truncate' },
  ] as const

  test.each(faults)('$kind $status $when: the right end or a clean stop, and never two messages', async (fault) => {
    const directory = await furnished()
    const inputs = (world: World) => ({ ...MESSAGE, ...bySlack(world), ...byMail(world), 'in-doubt': 'auto' })
    for (let nth = 1; ; nth += 1) {
      const copy = join(directory, `fault-${nth}`)
      await cp(join(directory, 'start'), copy, { recursive: true })
      const world = await openWorld({ directory: copy })
      for (const service of ['github', 'slack', 'mail']) world.faults.add({ service, nth, fault })
      const first = await step(world, inputs(world)).catch((error: unknown) => error)
      const { hits } = world.faults
      if (first instanceof Error)
        expect(['UserError', 'ServiceError', 'DeliveryInDoubt', 'RequestUnanswered', 'RequestRefused']).toContain(
          first.name,
        )
      world.faults.clear()
      await step(world, inputs(world))
      expect(world.slack.messages).toHaveLength(1)
      expect(new Set(world.mail.mails.map(({ messageId }) => messageId)).size).toBe(1)
      expect((await step(world, inputs(world))).changed).toBe(false)
      await world.close()
      if (hits === 0) break
    }
  })
})

test('nothing to announce loads neither mail, nor Markdown, nor GitHub', async () => {
  const script = `
    import { registerHooks } from 'node:module'
    const loaded = []
    registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context) } })
    const { default: announce } = await import(${JSON.stringify(new URL('../../actions/announce/action.ts', import.meta.url).href)})
    const log = { info() {}, debug() {}, warning() {}, group: (_, body) => body(), mask() {} }
    await announce.decide(new Map(), { environment: {}, workspace: '.', signal: new AbortController().signal, now: () => new Date(), log })
    console.log(loaded.filter((url) => url.includes('node_modules') || url.includes('/github/')).join(' '))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script])
  expect(stdout.trim()).toBe('')
})
