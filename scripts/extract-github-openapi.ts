// Writes test/fixtures/github-openapi.json: what GitHub's OpenAPI description says of the answers to the operations that
// the sandbox implements, and the schemas that these refer to, as JSON Schema. Descriptions and examples are left out.
// Run it when a route is added or @octokit/openapi is updated: node scripts/extract-github-openapi.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { routes } from '../packages/sandbox/github/handler.ts'

type Json = null | boolean | number | string | readonly Json[] | JsonObject
interface JsonObject {
  readonly [key: string]: Json
}

/** Parts of a schema that say nothing about validity. */
const PROSE = new Set([
  'description',
  'example',
  'examples',
  'title',
  'externalDocs',
  'x-github',
  'deprecated',
  'nullable',
])

/** Routes whose last parameter may be left out: the description has them once, with the parameter. */
const SHORT: Readonly<Record<string, string>> = {
  '/repos/{owner}/{repo}/contents': '/repos/{owner}/{repo}/contents/{path}',
  '/repos/{owner}/{repo}/tarball': '/repos/{owner}/{repo}/tarball/{ref}',
  '/repos/{owner}/{repo}/zipball': '/repos/{owner}/{repo}/zipball/{ref}',
}

const description = load(import.meta.resolve('@octokit/openapi/generated/api.github.com.json'))
const paths = object(description['paths'])
const components = object(description['components'])
const schemas: Record<string, Json> = {}
const operations: Record<string, Json> = {}

for (const { method, template } of routes) {
  const path = documentedPath(SHORT[template] ?? template)
  const responses = object(object(object(paths[path])[method.toLowerCase()])['responses'])
  if (Object.keys(responses).length === 0) throw new Error(`GitHub describes no ${method} ${template}`)
  operations[`${method} ${path}`] = Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [status, responseSchema(response)]),
  )
}

writeFileSync(
  new URL('../test/fixtures/github-openapi.json', import.meta.url),
  `${JSON.stringify({
    source: [
      '@octokit/openapi',
      load(import.meta.resolve('@octokit/openapi/package.json'))['version'] ?? null,
      'api.github.com.json (MIT)',
    ],
    operations: sorted(operations),
    schemas: sorted(schemas),
  })}\n`,
)

function load(url: string): JsonObject {
  const value: unknown = JSON.parse(readFileSync(new URL(url), 'utf8'))
  return isJsonObject(value) ? value : {}
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function object(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {}
}

function sorted<T extends Json>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([left], [right]) => (left < right ? -1 : 1)))
}

/** The path of the description that differs from a route's template in the names of its parameters only. */
function documentedPath(template: string): string {
  const shape = (path: string): string => path.replaceAll(/\{[^}]+\}/g, '{}')
  const found = Object.keys(paths).find((path) => shape(path) === shape(template))
  if (found === undefined) throw new Error(`GitHub describes no path like ${template}`)
  return found
}

/** The schema of a JSON answer; null for an answer without one. */
function responseSchema(response: Json): Json {
  const reference = object(response)['$ref']
  const named = typeof reference === 'string' ? object(components['responses'])[lastPart(reference)] : response
  const schema = object(object(object(named)['content'])['application/json'])['schema']
  return schema === undefined ? null : toJsonSchema(schema)
}

/** OpenAPI 3.0 to JSON Schema: `nullable` becomes a type, references point at the extract and bring their schema along. */
function toJsonSchema(value: Json): Json {
  if (Array.isArray(value)) return value.map(toJsonSchema)
  if (!isJsonObject(value)) return value
  const reference = value['$ref']
  if (typeof reference === 'string') return { $ref: `#/schemas/${include(lastPart(reference))}` }
  const kept: Record<string, Json> = {}
  for (const [key, part] of Object.entries(value)) {
    if (key === 'properties') {
      kept[key] = Object.fromEntries(Object.entries(object(part)).map(([name, schema]) => [name, toJsonSchema(schema)]))
    } else if (!PROSE.has(key)) kept[key] = key === 'enum' ? part : toJsonSchema(part)
  }
  return value['nullable'] === true ? { anyOf: [{ type: 'null' }, kept] } : kept
}

function include(name: string): string {
  const schema = object(components['schemas'])[name]
  if (schema === undefined) throw new Error(`the description refers to a schema that it lacks: ${name}`)
  if (!(name in schemas)) {
    // Before going deeper: schemas refer to each other in circles.
    schemas[name] = null
    schemas[name] = toJsonSchema(schema)
  }
  return name
}

function lastPart(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1)
}
