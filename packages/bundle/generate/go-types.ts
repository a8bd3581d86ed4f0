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

const structs = new Map<string, ReadonlyMap<string, Field>>()

/** The fields of a struct by name. @throws Error for a type that the table does not have, which is a defect of ours. */
export function fieldsOf(struct: string): ReadonlyMap<string, Field> {
  if (structs.size === 0) readTable()
  const fields = structs.get(struct)
  if (fields === undefined) throw new Error(`The table of types has no “${struct}”.`)
  return fields
}

function readTable(): void {
  for (const line of TYPE_TABLE.trim().replaceAll('\n  ', ' ').split('\n')) {
    const [struct = '', list = ''] = line.split(/ =\s*/)
    const fields = list.split(' ').filter((text) => text !== '')
    structs.set(struct, new Map(fields.map(readField).map((field) => [field.name, field])))
  }
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
