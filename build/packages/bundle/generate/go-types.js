import { TYPE_TABLE } from './type-table.js'
const structs = new Map()
/** The fields of a struct. @throws Error for a type that the table does not have, which is a defect of ours. */
export function structOf(name) {
  if (structs.size === 0) readTable()
  const struct = structs.get(name)
  if (struct === undefined) throw new Error(`The table of types has no “${name}”.`)
  return struct
}
function readTable() {
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
export function isNeverEmpty({ kind }) {
  return kind === 'struct' || kind === 'special'
}
function readField(text) {
  const [, name = '', always, pointer, type = ''] = /^([^!*:]+)(!?)(\*?):?(.*)$/.exec(text) ?? []
  return { name, omitEmpty: always === '', pointer: pointer === '*', type: readType(type) }
}
function readType(text) {
  if (text.startsWith('[]')) return { kind: 'list', of: readType(text.slice(2)) }
  if (text.startsWith('{}')) return { kind: 'map', of: readType(text.slice(2)) }
  if (text.startsWith('@')) return { kind: 'special', name: text.slice(1) }
  if (text === '') return { kind: 'string' }
  return text === 'bool' || text === 'int' || text === 'float' || text === 'bytes'
    ? { kind: text }
    : { kind: 'struct', name: text }
}
