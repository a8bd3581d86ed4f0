import { git } from '../rehearsal/git.ts'
import { Workspace } from '../../plan/index.ts'

/** A repository that is looked at: its files, and what git knows of where it comes from. */
export interface Checkout {
  readonly workspace: Workspace
  /** Every file, sorted, without what belongs to tools. */
  readonly paths: readonly string[]
  /** A file as text; empty where there is none, or where it is no text. */
  text(path: string): Promise<string>
  /** `OWNER/NAME` of the remote “origin”; null without one on a forge. */
  readonly origin: string | null
  /** The branch that “origin” calls its default; null where git does not know. */
  readonly defaultBranch: string | null
}

/** What lies in a checkout and is nobody's source. */
const FOREIGN = /(?:^|\/)(?:\.git|node_modules|vendor|\.venv|venv|dist|bin|testdata)\//
const LARGEST = 2 * 1024 * 1024

export async function openCheckout(directory: string): Promise<Checkout> {
  const workspace = new Workspace(directory)
  const known = new Map<string, string>()
  // Not a clone, or git is not there: then git says nothing.
  const ask = (...args: string[]): Promise<string> => git(directory, ...args).catch(() => '')
  const [origin, head] = [
    await ask('remote', 'get-url', 'origin'),
    await ask('rev-parse', '--abbrev-ref', 'origin/HEAD'),
  ]
  return {
    workspace,
    paths: (await workspace.list('.')).filter((path) => !FOREIGN.test(`/${path}`)),
    async text(path) {
      const before = known.get(path)
      if (before !== undefined) return before
      const bytes = await workspace.read(path)
      const text = bytes === null || bytes.length > LARGEST || bytes.includes(0) ? '' : bytes.toString('utf8')
      known.set(path, text)
      return text
    },
    origin: repositoryIn(origin.trim()),
    defaultBranch: /^origin\/(\S+)$/.exec(head.trim())?.[1] ?? null,
  }
}

/** `OWNER/NAME` in an address or a Go module's path; null where there is none. */
export function repositoryIn(text: string): string | null {
  const found = /(?:^|[/@.])github\.[\w.-]*?[:/]([\w.-]+)\/([\w.-]+?)(?:\.git)?(?:[/?#\s]|$)/.exec(text)
  if (found !== null) return `${found[1]}/${found[2]}`
  // What Kubernetes' own projects are called in Go.
  const sig = /^sigs\.k8s\.io\/([\w.-]+)/.exec(text)
  return sig === null ? null : `kubernetes-sigs/${sig[1]}`
}
