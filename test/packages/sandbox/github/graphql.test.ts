import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDocument } from '../../../../packages/sandbox/github/graphql/parser.ts'
import { type Answer, anApp, bare, git, headOf, type Hub } from './githubs.ts'

const COMMIT = `
  mutation Commit($input: CreateCommitOnBranchInput!) {
    createCommitOnBranch(input: $input) {
      commit { oid url messageHeadline }
      ref { name target { oid } }
    }
  }`

interface Wish {
  readonly head: string
  readonly branch?: string
  readonly files?: Readonly<Record<string, string>>
  readonly deletions?: readonly string[]
}

function commit(hub: Hub, { head, branch = 'main', files = {}, deletions = [] }: Wish): Promise<Answer> {
  return hub.graphql(COMMIT, {
    input: {
      branch: { repositoryNameWithOwner: 'acme/app', branchName: branch },
      expectedHeadOid: head,
      message: { headline: 'feat: over GraphQL', body: 'Signed-off-by: R M <r@m>' },
      fileChanges: {
        additions: Object.entries(files).map(([path, text]) => ({
          path,
          contents: Buffer.from(text).toString('base64'),
        })),
        deletions: deletions.map((path) => ({ path })),
      },
    },
  })
}

describe('createCommitOnBranch', () => {
  test('adds, changes and removes files in one verified commit', async () => {
    const hub = await anApp()
    const head = await headOf(hub, 'main')
    const answer = await commit(hub, {
      head,
      files: { 'a/new.txt': 'new', 'README.md': '# New\n' },
      deletions: ['src/main.txt'],
    })
    const oid = await headOf(hub, 'main')
    expect(answer.get('data.createCommitOnBranch')).toEqual({
      commit: { oid, url: `${hub.url}/acme/app/commit/${oid}`, messageHeadline: 'feat: over GraphQL' },
      ref: { name: 'main', target: { oid } },
    })
    expect(await git(bare(hub, 'acme/app'), 'ls-tree', '-r', '--name-only', 'main')).toBe('README.md\na/new.txt')
    const raw = await git(bare(hub, 'acme/app'), 'log', '-1', '--format=%an %cn%n%B', 'main')
    expect(raw).toBe('release-manager GitHub\nfeat: over GraphQL\n\nSigned-off-by: R M <r@m>')
    expect((await hub.ask('GET', `/repos/acme/app/commits/${oid}`)).get('commit.verification.verified')).toBe(true)
    expect(hub.ledger.subjects).toEqual(['github acme/app commit on refs/heads/main'])
  })

  test('answers STALE_DATA when the branch is not where the caller believes', async () => {
    const hub = await anApp()
    const head = await headOf(hub, 'main')
    await commit(hub, { head, files: { one: '1' } })
    const stale = await commit(hub, { head, files: { two: '2' } })
    expect(stale).toMatchObject({
      status: 200,
      body: {
        data: { createCommitOnBranch: null },
        errors: [
          {
            type: 'STALE_DATA',
            path: ['createCommitOnBranch'],
            message: `Expected branch to point to "${head}" but it did not.  Pull and try again.`,
          },
        ],
      },
    })
    expect(hub.ledger.writes).toBe(1)
  })

  test('lets exactly one of many at once through', async () => {
    const hub = await anApp()
    const head = await headOf(hub, 'main')
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => commit(hub, { head, files: { [`f${index}`]: 'x' } })),
    )
    const errors = answers.map((answer) => answer.get('errors.0.type'))
    expect(errors.filter((type) => type === undefined)).toHaveLength(1)
    expect(errors.filter((type) => type === 'STALE_DATA')).toHaveLength(9)
    expect(await git(bare(hub, 'acme/app'), 'rev-list', '--count', 'main')).toBe('2')
  })

  test('finds the branch by its node id', async () => {
    const hub = await anApp()
    const ref = await hub.graphql(
      '{ repository(owner: "acme", name: "app") { defaultBranchRef { id target { oid } } } }',
    )
    const branch = (id: string) =>
      hub.graphql(COMMIT, {
        input: {
          branch: { id },
          expectedHeadOid: ref.text('data.repository.defaultBranchRef.target.oid'),
          message: { headline: 'empty' },
        },
      })
    const made = await branch(ref.text('data.repository.defaultBranchRef.id'))
    expect(made.get('data.createCommitOnBranch.ref.name')).toBe('main')
    expect((await branch('REF_none')).get('errors.0.type')).toBe('NOT_FOUND')
  })

  test('is not for those who may not write', async () => {
    const hub = await anApp()
    await hub.github.createRepository('acme/closed', { files: { a: 'a' }, collaborators: ['somebody'] })
    const input = { branch: { repositoryNameWithOwner: 'acme/closed', branchName: 'main' } }
    expect((await hub.graphql(COMMIT, { input })).get('errors.0.type')).toBe('FORBIDDEN')
    const nowhere = { branch: { repositoryNameWithOwner: 'acme/gone', branchName: 'main' } }
    expect((await hub.graphql(COMMIT, { input: nowhere })).get('errors.0.type')).toBe('NOT_FOUND')
    expect((await hub.graphql(COMMIT)).get('errors.0.message')).toBe("Argument 'input' is required")
  })

  test('loses the mode of a program, as on GitHub', async () => {
    const hub = await anApp()
    await hub.github.commit('acme/app', 'main', { message: 'x', files: { 'run.sh': 'a' }, executables: ['run.sh'] })
    await commit(hub, { head: await headOf(hub, 'main'), files: { 'run.sh': 'b' } })
    expect(await git(bare(hub, 'acme/app'), 'ls-tree', 'main', 'run.sh')).toMatch(/^100644/)
  })

  test.each([
    ['a branch that is not there', { branch: 'nowhere' }, 'NOT_FOUND', 'Ref'],
    ['a path that leaves the repository', { files: { '../x': 'x' } }, 'UNPROCESSABLE', 'malformed'],
    ['a file of git itself', { files: { '.git/config': 'x' } }, 'UNPROCESSABLE', 'malformed'],
    ['a deletion of nothing', { deletions: ['nothing'] }, 'UNPROCESSABLE', 'deletion'],
  ])('refuses %s', async (_what, wish, type, message) => {
    const hub = await anApp()
    const refused = await commit(hub, { head: await headOf(hub, 'main'), ...wish })
    expect(refused.get('errors.0.type')).toBe(type)
    expect(refused.get('errors.0.message')).toContain(message)
    expect(hub.ledger.writes).toBe(0)
  })
})

describe('queries', () => {
  test('answer aliases, fragments and variables with defaults', async () => {
    const hub = await anApp()
    const head = await headOf(hub, 'main')
    const answer = await hub.graphql(
      `query Look($owner: String!, $name: String = "app", $refs: [String!]) {
        it: repository(owner: $owner, name: $name) { ...Names, ref(qualifiedName: "refs/heads/main") { target { ... on Commit { oid } ... on Tag { name } } } }
        viewer { login __typename }
      }
      fragment Names on Repository { nameWithOwner defaultBranchRef { name } missing: ref(qualifiedName: "refs/heads/gone") { id } }`,
      { owner: 'acme' },
    )
    expect(answer.body).toEqual({
      data: {
        it: {
          nameWithOwner: 'acme/app',
          defaultBranchRef: { name: 'main' },
          missing: null,
          ref: { target: { oid: head } },
        },
        viewer: { login: 'release-manager', __typename: 'User' },
      },
    })
  })

  test('say what is not there, and what does not exist in the schema', async () => {
    const hub = await anApp()
    const gone = await hub.graphql('{ repository(owner: "acme", name: "gone") { id } }')
    expect(gone.body).toMatchObject({
      data: { repository: null },
      errors: [{ type: 'NOT_FOUND', message: "Could not resolve to a Repository with the name 'acme/gone'." }],
    })
    const unknown = await hub.graphql('{ viewer { login shoeSize } }')
    expect(unknown.get('errors.0.message')).toBe("Field 'shoeSize' doesn't exist on type 'User'")
    expect((await hub.graphql('{ viewer { login }')).get('errors.0.message')).toContain('Expected')
    expect((await hub.graphql('subscription { x }')).get('errors.0.message')).toContain('subscription')
  })

  test('find a pull request and its repository by node id', async () => {
    const hub = await anApp()
    await hub.github.commit('acme/app', 'topic', { message: 'x', files: { x: 'x' } })
    const number = await hub.github.pullRequest('acme/app', { title: 'x', head: 'topic' })
    const answer = await hub.graphql(
      'query($n: Int!) { repository(owner: "acme", name: "app") { id pullRequest(number: $n) { id mergeable mergeStateStatus state } } }',
      { n: number },
    )
    expect(answer.get('data.repository.pullRequest')).toMatchObject({
      mergeable: 'MERGEABLE',
      mergeStateStatus: 'CLEAN',
      state: 'OPEN',
    })
    const node = 'query($id: ID!) { node(id: $id) { ... on PullRequest { number } ... on Repository { name } } }'
    const id = answer.text('data.repository.pullRequest.id')
    expect((await hub.graphql(node, { id })).get('data.node')).toEqual({ number })
    expect((await hub.graphql(node, { id: answer.text('data.repository.id') })).get('data.node')).toEqual({
      name: 'app',
    })
    expect((await hub.graphql(node, { id: 'PR_0' })).get('errors.0.type')).toBe('NOT_FOUND')
  })

  test('follow an annotated tag to its commit', async () => {
    const hub = await anApp()
    await hub.github.tag('acme/app', 'v1.0.0', { message: 'one' })
    const answer = await hub.graphql(
      '{ repository(owner: "acme", name: "app") { ref(qualifiedName: "tags/v1.0.0") { prefix name target { __typename ... on Tag { target { oid } } } } object(expression: "main") { oid } } }',
    )
    const oid = await headOf(hub, 'main')
    expect(answer.get('data.repository')).toEqual({
      ref: { prefix: 'refs/tags/', name: 'v1.0.0', target: { __typename: 'Tag', target: { oid } } },
      object: { oid },
    })
  })

  test('need a token', async () => {
    const hub = await anApp({ tokens: { other: 'x' } })
    expect(await hub.graphql('{ viewer { login } }')).toMatchObject({
      status: 401,
      body: { message: 'Bad credentials' },
    })
  })
})

describe('the parser', () => {
  test('reads every literal', () => {
    const { operations } = parseDocument(
      'mutation { f(a: "x\\"\\u00e9", b: -1.5e3, c: [true, null, ENUM], d: {e: $v, g: []}) } # the end',
    )
    expect(operations[0]?.selection[0]).toMatchObject({
      arguments: {
        a: { value: 'x"é' },
        b: { value: -1500 },
        c: { items: [{ value: true }, { value: null }, { value: 'ENUM' }] },
        d: { fields: { e: { kind: 'variable', name: 'v' }, g: { items: [] } } },
      },
    })
  })

  test('ends on any text with a document or a syntax error', () => {
    const text = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom('{', '}', '(', ')', 'a', ':', '$', '...', 'on', '"x"', '[', ']', '!', '=', 'query'))
        .map((parts) => parts.join(' ')),
    )
    fc.assert(
      fc.property(text, (source) => {
        try {
          parseDocument(source)
        } catch (error) {
          expect(error).toHaveProperty('name', 'GraphQlSyntaxError')
        }
      }),
    )
  })
})
