import { goNumber, isList, isObject } from '../../yaml/index.js'
import { isNeverEmpty, structOf } from './go-types.js'
import { special, zeroSpecial } from './special-types.js'
/** A value that a Go struct cannot take: operator-sdk would end with an error of encoding/json. */
export class Mismatch extends Error {
  path
  found
  constructor(path, expected, found) {
    super(expected)
    this.path = path
    this.found = found
  }
}
/**
 * An object as it comes out of the Go struct that operator-sdk reads it into: fields that the struct does not have are
 * gone, empty ones are left out or written as the struct's tags say, numbers and quantities are in their one form.
 */
export class Normalizer {
  #path = []
  #unknown = []
  /** Paths of the fields that the structs did not have. */
  get unknown() {
    return this.#unknown
  }
  /** @throws Mismatch for a value of another type than the struct's. */
  struct(name, value) {
    if (!isObject(value)) throw this.mismatch('an object', value)
    const { fields, always } = structOf(name)
    const given = new Map()
    for (const [key, member] of Object.entries(value)) {
      const field = fields.get(key) ?? sameLetters(fields, key)
      if (field === undefined) this.#unknown.push(this.#at(key))
      else if (!given.has(field) || field.name === key) given.set(field, member)
    }
    for (const field of always) if (!given.has(field)) given.set(field, null)
    const result = {}
    for (const [field, member] of given) {
      const written = this.within(field.name, () => this.#field(field, member))
      if (written !== undefined) result[field.name] = written
    }
    return result
  }
  #field({ omitEmpty, pointer, type }, value) {
    if (value === null && (pointer || isContainer(type))) return omitEmpty ? undefined : null
    const written = value === null ? this.#zero(type) : this.value(type, value)
    return omitEmpty && !pointer && isEmpty(type, written) ? undefined : written
  }
  value(type, value) {
    switch (type.kind) {
      case 'string':
        return this.#text(value)
      case 'bool':
        if (typeof value !== 'boolean') throw this.mismatch('true or false', value)
        return value
      case 'int':
        if (typeof value !== 'bigint' && !Number.isInteger(value)) throw this.mismatch('a whole number', value)
        return value
      case 'float':
        if (typeof value !== 'bigint' && typeof value !== 'number') throw this.mismatch('a number', value)
        return Number(value)
      case 'bytes':
        if (typeof value !== 'string') throw this.mismatch('Base64', value)
        return Buffer.from(value, 'base64').toString('base64')
      case 'struct':
        return this.struct(type.name, value)
      case 'special':
        return special(type.name, value, this)
      case 'list':
        if (!isList(value)) throw this.mismatch('a list', value)
        return value.map((item, index) => this.within(`[${index}]`, () => this.#item(type.of, item)))
      case 'map':
        if (!isObject(value)) throw this.mismatch('an object', value)
        return Object.fromEntries(
          Object.entries(value).map(([key, item]) => [key, this.within(key, () => this.#item(type.of, item))]),
        )
    }
  }
  #item(type, value) {
    return value === null && !(type.kind === 'special') ? this.#zero(type) : this.value(type, value)
  }
  /** sigs.k8s.io/yaml turns numbers and booleans into texts where the struct wants a text. */
  #text(value) {
    if (typeof value === 'string') return value
    if (typeof value === 'number') return goNumber(value)
    if (typeof value === 'bigint' || typeof value === 'boolean') return String(value)
    throw this.mismatch('a text', value)
  }
  #zero(type) {
    switch (type.kind) {
      case 'string':
        return ''
      case 'bool':
        return false
      case 'int':
      case 'float':
        return 0
      case 'struct':
        return this.struct(type.name, {})
      case 'special':
        return zeroSpecial(type.name)
      case 'list':
      case 'map':
      case 'bytes':
        return null
    }
  }
  within(name, body) {
    this.#path.push(name)
    try {
      return body()
    } finally {
      this.#path.pop()
    }
  }
  mismatch(expected, found) {
    return new Mismatch(this.#at(), expected, found)
  }
  #at(name) {
    const path = name === undefined ? this.#path : [...this.#path, name]
    return path.map((part) => (part.startsWith('[') ? part : `.${part}`)).join('') || '.'
  }
}
/** encoding/json takes a name in other capitals when the exact one is not there. */
function sameLetters(fields, key) {
  const lower = key.toLowerCase()
  for (const field of fields.values()) if (field.name.toLowerCase() === lower) return field
  return undefined
}
function isContainer({ kind }) {
  return kind === 'list' || kind === 'map' || kind === 'bytes'
}
/** What `omitempty` leaves out. */
function isEmpty(type, value) {
  if (isNeverEmpty(type)) return false
  if (isList(value)) return value.length === 0
  if (isObject(value)) return Object.keys(value).length === 0
  return value === null || value === '' || value === false || value === 0 || value === 0n
}
