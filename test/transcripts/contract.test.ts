/**
 * The contract that every action keeps (DESIGN.md), on the built `dist/` as a subprocess, against the sandbox. Each scene's
 * transcript is kept as a file beside this test: what the log, the outputs and the summary say, and every request made.
 * Read them as a release manager would.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actions } from '../../actions/index.ts'
import type { World } from '../../packages/sandbox/index.ts'
import { scenes } from '../scenes/index.ts'
import { Stage } from '../scenes/scene.ts'
import { runStep, type Transcript } from './runner.ts'

it('every action has a scene', () => {
  expect(new Set(scenes.map(({ action }) => action))).toEqual(new Set(Object.keys(actions)))
})

describe.each(scenes)('$action: $title', (scene) => {
  let stage: Stage
  let world: World
  let dry: Transcript
  let first: Transcript
  let second: Transcript
  const writes: number[] = []
  const states: unknown[] = []
  const requests: string[] = []

  beforeAll(async () => {
    stage = await Stage.build(scene)
    world = await stage.open()
    const step = (more: Record<string, string> = {}): Promise<Transcript> =>
      runStep(scene.action, { with: { ...stage.inputs(world), ...more }, environment: stage.environment(world) })
    const look = async (): Promise<void> => {
      writes.push(world.ledger.writes)
      states.push(await stage.state(world))
    }
    await look()
    dry = await step({ 'dry-run': 'true' })
    await look()
    const before = world.requests.lines().length
    first = await step()
    const made = world.requests.lines().slice(before)
    requests.push(...(scene.concurrent === true ? made.map(withoutSession).sort() : made))
    await look()
    second = await step()
    await look()
  })
  afterAll(async () => {
    await world.close()
    await stage.remove()
  })

  it('a dry run writes nothing anywhere and has the plan of the real run', () => {
    expect(dry.code, dry.stdout).toBe(0)
    expect(writes[1]).toBe(writes[0])
    expect(states[1]).toEqual(states[0])
    expect(dry.outputs['changed']).toBe(String(scene.readsOnly !== true))
    expect(dry.outputs['plan']).toBe(first.outputs['plan'])
  })

  it('the real run does it, and says what it did', () => {
    expect(first.code, first.stdout).toBe(0)
    expect(first.outputs['changed']).toBe(String(scene.readsOnly !== true))
    if (scene.readsOnly === true) expect(states[2]).toEqual(states[1])
    else expect(states[2]).not.toEqual(states[1])
  })

  it('the second run changes nothing, succeeds and has the same outputs', () => {
    expect(second.code, second.stdout).toBe(0)
    expect(writes[3]).toBe(writes[2])
    expect(states[3]).toEqual(states[2])
    expect(second.outputs).toMatchObject({ changed: 'false', plan: '[]' })
    const { changed: _, plan: __, ...same } = first.outputs
    expect(second.outputs).toMatchObject(stable(same))
  })

  it('no secret shows anywhere', async () => {
    const { default: action } = (await actions[scene.action]?.()) ?? { default: undefined }
    const secrets = Object.entries(stage.inputs(world)).filter(([name]) => action?.inputs[name]?.secret === true)
    for (const { stdout, outputs, summary } of [dry, first, second]) {
      for (const [, secret] of secrets) {
        expect(stdout.replaceAll(`::add-mask::${secret}\n`, '') + JSON.stringify(outputs) + summary).not.toContain(
          secret,
        )
      }
    }
  })

  it('reads as it should', async () => {
    const addresses = new Map(
      Object.values(world.environment())
        .flatMap((url) => url.match(/http:\/\/127\.0\.0\.1:\d+/g) ?? [])
        .map((url) => [url, 'http://sandbox']),
    )
    const text = [...addresses]
      .reduce((all, [url, name]) => all.replaceAll(url, name), transcript(first, requests))
      .replaceAll(/127\.0\.0\.1:\d+/g, 'sandbox')
      // Where a trial's scripts and logs are differs from run to run.
      .replaceAll(/[^\s“(]*\/nightly-\w{6}\b/g, 'TEMP/nightly')
      // What the mail server cannot tell is dated by the runner's clock; the sandbox lives in January 2024.
      .replaceAll(/20(?!24-01)\d\d-\d\d-\d\dT[\d:.]+Z/g, 'NOW')
    await expect(text).toMatchFileSnapshot(`transcripts/${scene.action} ${scene.title}.txt`)
  })
})

/** Outputs that say what this run did, as `changed` does, are about the run and not about the world. */
const ABOUT_THE_RUN = new Set([
  'displaced',
  'tags',
  'created',
  'added',
  'updated',
  'removed',
  'files',
  'references',
  'delivered',
  'skipped',
  'findings',
  'breaking',
  'report',
  'runs',
])

function stable(outputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(outputs).filter(([name]) => !ABOUT_THE_RUN.has(name)))
}

/** An upload session has a name that the registry gives it when it is opened. */
function withoutSession(line: string): string {
  return line.replace(/(\/blobs\/uploads\/)[0-9a-f-]{36}/, '$1SESSION')
}

/**
 * What was asked, without what depends on how fast this machine is today: a look at a tag counts for a moment and is then taken
 * again, and of two reads side by side the second may find the first one's answer kept.
 */
function whateverTheSpeed(requests: readonly string[]): string[] {
  const looks = new Set<string>()
  return requests.flatMap((request) => {
    const line = request.replace(/^(GET github .*) 304$/, '$1 200')
    // After a write it looks again, whatever the time.
    if (line.endsWith(' *')) looks.clear()
    if (!line.startsWith('HEAD ')) return [line]
    if (looks.has(line)) return []
    looks.add(line)
    return [line]
  })
}

function transcript({ stdout, outputs, summary }: Transcript, requests: readonly string[]): string {
  const section = (title: string, text: string): string => `==== ${title}\n${text.trimEnd()}\n`
  return [
    section('log', stdout),
    ...Object.entries(outputs).map(([name, value]) => section(`output ${name}`, value)),
    section('summary', summary),
    section('requests (* wrote)', whateverTheSpeed(requests).join('\n')),
  ].join('\n')
}
