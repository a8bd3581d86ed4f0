import { TYPE_TABLE } from './type-table.ts'

/** How a field of a Go struct is read and written. */
export interface Field {
  readonly name: string
  /** Left out when it is empty (`omitempty`), which a struct never is. */
  readonly omitEmpty: boolean
  readonly pointer: boolean
  readonly type: GoType
}

export type GoType =
  | { readonly kind: 'string' | 'bool' | 'int' | 'float' | 'bytes' }
  | { readonly kind: 'struct'; readonly name: string }
  /** Reads and writes itself: ./special-types.ts. */
  | { readonly kind: 'special'; readonly name: string }
  | { readonly kind: 'list' | 'map'; readonly of: GoType }

export interface Struct {
  readonly fields: ReadonlyMap<string, Field>
  /** Those that are written whether or not they were read. */
  readonly always: readonly Field[]
}

const structs = new Map<string, Struct>()

/** The fields of a struct. @throws Error for a type that the table does not have, which is a defect of ours. */
export function structOf(name: string): Struct {
  if (structs.size === 0) readTable()
  const struct = structs.get(name)
  if (struct === undefined) throw new Error(`The table of types has no “${name}”.`)
  return struct
}

function readTable(): void {
  for (const line of TYPE_TABLE.trim().replaceAll('\n  ', ' ').split('\n')) {
    const [struct = '', list = ''] = line.split(/ =\s*/)
    const fields = list
      .split(' ')
      .filter((text) => text !== '')
      .map(readField)
    structs.set(struct, {
      fields: new Map(fields.map((field) => [field.name, field])),
      always: fields.filter(({ omitEmpty, pointer, type }) => !omitEmpty || (!pointer && isNeverEmpty(type))),
    })
  }
}

/** `omitempty` does not leave out a struct. */
export function isNeverEmpty({ kind }: GoType): boolean {
  return kind === 'struct' || kind === 'special'
}

function readField(text: string): Field {
  const [, name = '', always, pointer, type = ''] = /^([^!*:]+)(!?)(\*?):?(.*)$/.exec(text) ?? []
  return { name, omitEmpty: always === '', pointer: pointer === '*', type: readType(type) }
}

function readType(text: string): GoType {
  if (text.startsWith('[]')) return { kind: 'list', of: readType(text.slice(2)) }
  if (text.startsWith('{}')) return { kind: 'map', of: readType(text.slice(2)) }
  if (text.startsWith('@')) return { kind: 'special', name: text.slice(1) }
  if (text === '') return { kind: 'string' }
  return text === 'bool' || text === 'int' || text === 'float' || text === 'bytes'
    ? { kind: text }
    : { kind: 'struct', name: text }
}
