export { readBlockYaml } from './block.ts'
export { CORE } from './core-scalar.ts'
export { GO_YAML, goNumber } from './go-scalar.ts'
export { writeGoYaml } from './go-write.ts'
export {
  canonical,
  entriesOf,
  isJson,
  isList,
  isObject,
  type Json,
  type JsonObject,
  listMember,
  member,
  textMember,
} from './json.ts'
