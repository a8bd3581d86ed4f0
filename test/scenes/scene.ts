import { cp, mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Workspace } from '../../packages/plan/index.ts'
import { openWorld, type World, type WorldOptions } from '../../packages/sandbox/index.ts'

/** A situation in which an action has work to do; the contract of every action is tested on it. */
export interface Scene {
  readonly action: string
  /** Says what is the case and what is asked for. */
  readonly title: string
  /** The action only tells and never writes. */
  readonly readsOnly?: true
  /** Its requests run side by side: the transcript has them all, in no order. */
  readonly concurrent?: true
  /** Fills the world and the checkout, and says what the workflow step gives. */
  furnish(world: World): Promise<Furnished> | Furnished
  /** What the world does by itself; said each time it is opened. */
  readonly script?: (world: World) => void
}

export interface Furnished {
  readonly with: Readonly<Record<string, string>>
  readonly environment?: Readonly<Record<string, string>>
  /** What depends on the world's addresses, which differ between its copies. */
  readonly addresses?: (world: World) => Pick<Furnished, 'with' | 'environment'>
  /** Files of the checkout, by path. */
  readonly files?: Readonly<Record<string, string | Buffer>>
}

/** A scene set up on disk: it can be copied, opened, crashed and opened again. */
export class Stage {
  readonly #directory: string
  readonly #script: (world: World) => void
  readonly furnished: Furnished

  private constructor(directory: string, furnished: Furnished, script: (world: World) => void) {
    this.#directory = directory
    this.#script = script
    this.furnished = furnished
  }

  static async build(scene: Scene): Promise<Stage> {
    const directory = await mkdtemp(join(tmpdir(), 'scene-'))
    await mkdir(join(directory, 'checkout'))
    const world = await openWorld({ directory: join(directory, 'world') })
    const furnished = await scene.furnish(world)
    await world.close()
    for (const [path, content] of Object.entries(furnished.files ?? {})) {
      const file = join(directory, 'checkout', path)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, content)
    }
    return new Stage(directory, furnished, scene.script ?? (() => undefined))
  }

  /** The same scene once more, untouched by what happens here. */
  async copy(): Promise<Stage> {
    const directory = await mkdtemp(join(tmpdir(), 'scene-'))
    await cp(this.#directory, directory, { recursive: true })
    return new Stage(directory, this.furnished, this.#script)
  }

  get checkout(): string {
    return join(this.#directory, 'checkout')
  }

  async open(options: Omit<WorldOptions, 'directory'> = {}): Promise<World> {
    const world = await openWorld({ ...options, directory: join(this.#directory, 'world') })
    this.#script(world)
    return world
  }

  /** What the workflow step gives. */
  inputs(world: World): Record<string, string> {
    return { ...this.furnished.with, ...this.furnished.addresses?.(world).with }
  }

  /** What an action finds in its environment on this stage. */
  environment(world: World): Record<string, string> {
    return {
      ...world.environment(),
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_WORKSPACE: this.checkout,
      ...this.furnished.environment,
      ...this.furnished.addresses?.(world).environment,
    }
  }

  /** Everything that an action could have changed: the world, and the files of the checkout. */
  async state(world: World): Promise<unknown> {
    const paths = await new Workspace(this.checkout).list('.')
    const files = await Promise.all(
      paths.map(async (path) => [path, await readFile(join(this.checkout, path), 'utf8')]),
    )
    const snapshot = await world.snapshot()
    // No mail server can be asked what it accepted. A mail whose acceptance was never confirmed goes out again as the same
    // message, and whoever receives it knows it by its Message-ID; so do we.
    const mail = new Map(world.mail.mails.map(({ messageId, to, subject }) => [messageId, { to, subject }]))
    return { world: { ...snapshot, mail: [...mail] }, files }
  }

  async remove(): Promise<void> {
    await rm(this.#directory, { recursive: true, force: true })
  }
}
