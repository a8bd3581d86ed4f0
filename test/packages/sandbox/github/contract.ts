import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { Handler, SandboxRequest, SandboxResponse } from '../../../../packages/sandbox/index.ts'

/** test/fixtures/github-openapi.json, written by scripts/extract-github-openapi.ts. */
interface Extract {
  readonly operations: Readonly<Record<string, Readonly<Record<string, object | null>>>>
  readonly schemas: Readonly<Record<string, object>>
}

const API = '/api/v3'

/** Parameters that hold a path of their own. */
const DEEP = new Set(['path', 'ref', 'branch', 'tag', 'basehead', 'tree_sha'])

/** What every error of GitHub looks like, documented for the operation or not. */
const ERROR = {
  type: 'object',
  required: ['message', 'documentation_url', 'status'],
  properties: {
    message: { type: 'string', minLength: 1 },
    documentation_url: { type: 'string', format: 'uri' },
    status: { type: 'string', pattern: '^[45][0-9]{2}$' },
    errors: { type: 'array', items: { type: 'object', required: ['resource', 'code'] } },
  },
}

/** Holds answers against GitHub's published description. */
export interface Contract {
  /** Every operation of the extract: `GET /repos/{owner}/{repo}`. */
  readonly operations: readonly string[]
  /** The operations that were answered with success so far. */
  readonly seen: ReadonlySet<string>
  /** @throws Error with the operation and what is wrong when the answer is not what GitHub describes. */
  check(request: SandboxRequest, response: SandboxResponse): void
  /** A handler whose every answer is checked; one that is wrong becomes a loud 500 of the sandbox's service. */
  wrap(handler: Handler): Handler
}

export function githubContract(): Contract {
  const extract = readExtract()
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false })
  addFormats.default(ajv)
  ajv.addSchema({ $id: 'github', schemas: extract.schemas })
  const validators = new Map<string, ValidateFunction>()
  const patterns = Object.keys(extract.operations)
    .map((operation) => ({ operation, pattern: patternOf(operation), parameters: operation.split('{').length }))
    // A fixed word is preferred to a parameter in its place.
    .sort((left, right) => left.parameters - right.parameters || right.operation.length - left.operation.length)
  const seen = new Set<string>()

  function validator(key: string, schema: object): ValidateFunction {
    const known = validators.get(key) ?? ajv.compile(schema)
    validators.set(key, known)
    return known
  }

  function check(request: SandboxRequest, response: SandboxResponse): void {
    if (!request.path.startsWith(`${API}/`)) return
    const call = `${request.method} ${request.path.slice(API.length)}`
    const operation = patterns.find(({ pattern }) => pattern.test(call))?.operation
    const fail = (problem: string): never => {
      throw new Error(`${call} (${operation ?? 'no such operation'}) answered ${response.status}: ${problem}`)
    }
    const status = String(response.status)
    const body: unknown = isJson(response) ? JSON.parse(JSON.stringify(response.body)) : undefined
    const validate = (key: string, schema: object): void => {
      const run = validator(key, schema)
      if (!run(body)) fail(ajv.errorsText(run.errors, { separator: '\n' }))
    }
    if (response.status >= 400) return validate('error', ERROR)
    if (operation === undefined) return fail('the answer is no error')
    const documented = extract.operations[operation] ?? {}
    if (response.status === 304) return
    if (!(status in documented)) fail(`GitHub describes ${Object.keys(documented).join(', ')} only`)
    seen.add(operation)
    const schema = documented[status] ?? null
    if (schema !== null && body !== undefined) validate(`${operation} ${status}`, schema)
  }

  return {
    operations: Object.keys(extract.operations),
    seen,
    check,
    wrap: (handler) => async (request) => {
      const response = await handler(request)
      check(request, response)
      return response
    },
  }
}

function isJson({ body }: SandboxResponse): boolean {
  return typeof body === 'object' && !Buffer.isBuffer(body)
}

function readExtract(): Extract {
  const file = new URL('../../../fixtures/github-openapi.json', import.meta.url)
  // References point into the one document that holds all schemas.
  const text = readFileSync(file, 'utf8').replaceAll('"#/schemas/', '"github#/schemas/')
  const extract: unknown = JSON.parse(text)
  if (!isExtract(extract)) throw new TypeError(`${file.pathname}: expected operations and schemas`)
  return extract
}

function isExtract(value: unknown): value is Extract {
  return typeof value === 'object' && value !== null && 'operations' in value && 'schemas' in value
}

function patternOf(operation: string): RegExp {
  const source = operation
    .replaceAll(/[.+*?^$()[\]|\\]/g, String.raw`\$&`)
    .replaceAll(/\{([^}]+)\}/g, (_all, name: string) => (DEEP.has(name) ? '.*' : '[^/]+'))
  // `/contents` and `/tarball` may be asked for without what follows.
  return new RegExp(`^${source.replace(/\/\.\*$/, '(?:/.*)?')}$`)
}
