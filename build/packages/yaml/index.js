export { readBlockYaml } from './block.js';
export { CORE } from './core-scalar.js';
export { GO_YAML, goNumber } from './go-scalar.js';
export { writeGoYaml } from './go-write.js';
export { canonical, entriesOf, isJson, isList, isObject, listMember, member, textMember, } from './json.js';
