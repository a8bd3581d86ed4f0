import {
  blobName,
  branchHead,
  commitOnBranch,
  createRef,
  fullName,
  type GitHub,
  listFiles,
  readBlobs,
  type RepositoryName,
  RequestRefused,
  RequestUnanswered,
} from '../../github/index.ts'
import type { History, HistoryRecord } from '../record.ts'
import { isLogFile, type LogFiles, readLog, withRecord } from './log.ts'
import { publish, type Publisher } from './publish.ts'

export interface BranchHistoryOptions {
  readonly github: GitHub
  readonly repository: RepositoryName
  /** `nightly-history`; made with the first record, as a branch that shares nothing with the code. */
  readonly branch: string
}

/** How often a record is tried to be appended; each time somebody else was faster, who then is done. */
const ATTEMPTS = 10

/**
 * The history on a branch of a repository, one commit a record, signed by GitHub. A commit names the head that it was made
 * for, so of two writers one is refused, looks again and appends behind the other's record. Page, badge and overview are
 * in the same commit as the night that changed them.
 */
export function branchHistory({ github, repository, branch }: BranchHistoryOptions): History {
  const known = new Map<string, string>()
  const publisher: Publisher = { title: fullName(repository), serverUrl: github.serverUrl }

  const load = async (head: string | null): Promise<LogFiles> => {
    if (head === null) return new Map()
    const entries = [...(await listFiles(github, repository, head))].filter(([path]) => isLogFile(path))
    const missing = entries.flatMap(([, { blob }]) => (known.has(blob) ? [] : [blob]))
    for (const [blob, bytes] of await readBlobs(github, repository, head, missing)) known.set(blob, bytes.toString())
    return new Map(entries.map(([path, { blob }]) => [path, known.get(blob) ?? '']))
  }

  const write = async (head: string | null, files: ReadonlyMap<string, string>, message: string): Promise<void> => {
    if (head === null) return begin(github, repository, branch, files, message)
    const bytes = new Map([...files].map(([path, text]) => [path, Buffer.from(text)]))
    // What is written here need not be asked for: a blob is named by its content.
    for (const [path, content] of bytes) if (isLogFile(path)) known.set(blobName(content), content.toString())
    await commitOnBranch(github, repository, { branch, head, message, files: bytes })
  }

  return {
    read: async () => readLog(await load(await branchHead(github, repository, branch))),
    async append(record) {
      for (let attempt = 1; ; attempt += 1) {
        const head = await branchHead(github, repository, branch)
        const files = await load(head)
        const appended = withRecord(files, record)
        if (appended === null) return
        try {
          return await write(head, publish(files, appended, record, publisher), messageOf(record))
        } catch (error) {
          const isLost =
            error instanceof RequestUnanswered ||
            (error instanceof RequestRefused && (await branchHead(github, repository, branch)) !== head)
          if (!isLost || attempt === ATTEMPTS) throw error
          await github.sleep(250 * attempt)
        }
      }
    },
  }
}

/** The branch's first commit. Nothing points at it until the branch is made, which succeeds for one of two writers. */
async function begin(
  github: GitHub,
  repository: RepositoryName,
  branch: string,
  files: ReadonlyMap<string, string>,
  message: string,
): Promise<void> {
  const { owner, repo } = repository
  const entries = [...files].map(([path, content]) => ({ path, mode: '100644', type: 'blob', content }) as const)
  const tree = await github.request('POST /repos/{owner}/{repo}/git/trees', { owner, repo, tree: entries })
  const commit = await github.request('POST /repos/{owner}/{repo}/git/commits', {
    owner,
    repo,
    message,
    tree: tree.data.sha,
    parents: [],
  })
  await createRef(github, repository, `refs/heads/${branch}`, commit.data.sha)
}

function messageOf(record: HistoryRecord): string {
  if (record.record === 'night') return `Night ${record.id}: ${record.verdict}`
  const what = record.moved === null ? 'the night’s own test' : record.moved.join(', ') || 'the baseline'
  return `Trial of ${what}: ${record.outcome}`.slice(0, 200)
}
