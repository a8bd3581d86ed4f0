import {
  type Document,
  type Field,
  GraphQlSyntaxError,
  type Operation,
  parseDocument,
  type Selection,
  type Value,
} from './parser.ts'

/** The arguments of a field, variables put in. */
export type Arguments = Readonly<Record<string, unknown>>

/** A function computes a field; other values stand for themselves. */
type Resolver = (args: Arguments) => unknown

type FieldValue = string | number | boolean | null | undefined | GraphQlObject | readonly GraphQlObject[] | Resolver

/** An object of the schema: its type's name and its fields. */
export interface GraphQlObject {
  readonly typeName: string
  readonly [field: string]: FieldValue
}

/** An error of one field, which becomes null; GitHub puts its kind into `type`. */
export class FieldError extends Error {
  override readonly name = 'FieldError'
  readonly type: string

  constructor(type: string, message: string) {
    super(message)
    this.type = type
  }
}

interface ErrorEntry {
  readonly type?: string
  readonly path?: readonly (string | number)[]
  readonly extensions?: object
  readonly message: string
}

export interface GraphQlResult {
  readonly data?: unknown
  readonly errors?: readonly ErrorEntry[]
}

export interface GraphQlRequest {
  readonly query: string
  readonly operationName?: string | undefined
  readonly variables?: Readonly<Record<string, unknown>> | undefined
}

/** Runs one operation of a document on a root object. Errors are answered, as over HTTP, not thrown. */
export async function execute(
  request: GraphQlRequest,
  roots: Readonly<Record<Operation['kind'], GraphQlObject>>,
): Promise<GraphQlResult> {
  let document: Document
  try {
    document = parseDocument(request.query)
  } catch (error) {
    if (error instanceof GraphQlSyntaxError) return { errors: [{ message: error.message }] }
    throw error
  }
  const operation = document.operations.find(({ name }) => name === request.operationName) ?? document.operations[0]
  if (operation === undefined) return { errors: [{ message: 'No operation was given' }] }
  const variables = { ...evaluateAll(operation.defaults, {}), ...request.variables }
  const errors: ErrorEntry[] = []
  const data = await select(roots[operation.kind], operation.selection, { document, variables, errors }, [])
  return errors.length === 0 ? { data } : { data, errors }
}

interface Context {
  readonly document: Document
  readonly variables: Readonly<Record<string, unknown>>
  readonly errors: ErrorEntry[]
}

type Path = readonly (string | number)[]

async function select(
  object: GraphQlObject,
  selections: readonly Selection[],
  context: Context,
  path: Path,
): Promise<object> {
  const result: Record<string, unknown> = {}
  for (const field of flatten(object.typeName, selections, context.document)) {
    result[field.alias] = await resolve(object, field, context, [...path, field.alias])
  }
  return result
}

/** The fields that apply to a type: fragments for other types fall away. */
function flatten(type: string, selections: readonly Selection[], document: Document): Field[] {
  return selections.flatMap((selection) => {
    if (selection.kind === 'field') return [selection]
    const fragment = selection.kind === 'spread' ? document.fragments.get(selection.name) : selection
    const applies = fragment?.type === undefined || fragment.type === type || fragment.type === 'Node'
    return fragment !== undefined && applies ? flatten(type, fragment.selection, document) : []
  })
}

async function resolve(object: GraphQlObject, field: Field, context: Context, path: Path): Promise<unknown> {
  // `__typename` may be asked of every object.
  const found = field.name === '__typename' ? object.typeName : object[field.name]
  if (found === undefined) {
    const message = `Field '${field.name}' doesn't exist on type '${object.typeName}'`
    context.errors.push({ path, extensions: { code: 'undefinedField' }, message })
    return null
  }
  try {
    const args = evaluateAll(field.arguments, context.variables)
    const value: unknown = typeof found === 'function' ? await found(args) : found
    return await complete(value, field, context, path)
  } catch (error) {
    if (!(error instanceof FieldError)) throw error
    context.errors.push({ type: error.type, path, message: error.message })
    return null
  }
}

async function complete(value: unknown, field: Field, context: Context, path: Path): Promise<unknown> {
  if (Array.isArray(value)) {
    return Promise.all(value.map((item: unknown, index) => complete(item, field, context, [...path, index])))
  }
  return isObject(value) ? select(value, field.selection, context, path) : (value ?? null)
}

function isObject(value: unknown): value is GraphQlObject {
  return typeof value === 'object' && value !== null && 'typeName' in value
}

function evaluateAll(
  values: Readonly<Record<string, Value>>,
  variables: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, evaluate(value, variables)]))
}

function evaluate(value: Value, variables: Readonly<Record<string, unknown>>): unknown {
  switch (value.kind) {
    case 'literal':
      return value.value
    case 'variable':
      return variables[value.name]
    case 'list':
      return value.items.map((item) => evaluate(item, variables))
    case 'object':
      return evaluateAll(value.fields, variables)
  }
}
