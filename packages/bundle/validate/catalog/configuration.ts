import { field } from '../../graph/operator-catalog.ts'
import type { Verdict } from '../findings.ts'

/** Told of a fault in a configuration file, at the value with this path. */
export type SayFault = (
  path: readonly (string | number)[],
  rule: string,
  message: string,
  advice: string,
  severity?: Verdict['severity'],
) => void

const SEMVER_CHANNELS: ReadonlySet<string> = new Set(['Fast', 'Candidate', 'Stable'])
const CI_KEYS = ['updateGraph', 'reviewers', 'merge', 'cert_project_id', 'fbc']
const FBC_KEYS: ReadonlySet<string> = new Set(['enabled', 'version_promotion_strategy', 'catalog_mapping'])

/** `ci.yaml` of the operator (operator-pipelines, `schemas/ci-schema.json`, `check_catalog_usage_ci_config`). */
export function checkCi(ci: unknown, say: SayFault): void {
  const schema = schemaCheck('check-schema-operator-ci-config', say)
  if (!isMapping(ci)) {
    schema.wrong([], 'it is no map')
    return
  }
  schema.choice(ci, 'updateGraph', ['replaces-mode', 'semver-mode'])
  schema.texts(ci, 'reviewers', { least: 1 })
  schema.type(ci, 'merge', 'boolean')
  schema.type(ci, 'cert_project_id', 'string')
  for (const key of Object.keys(ci)) {
    if (CI_KEYS.includes(key)) continue
    say(
      [key],
      'extra:ci-unknown-key',
      `ci.yaml has the unknown key “${key}”; the catalog ignores it.`,
      `It knows ${CI_KEYS.join(', ')}.`,
      'warning',
    )
  }
  const fbc = ci['fbc']
  if (fbc === undefined) return
  if (!isMapping(fbc)) {
    schema.wrong(['fbc'], 'it is no map')
    return
  }
  for (const key of Object.keys(fbc))
    if (!FBC_KEYS.has(key)) schema.wrong(['fbc', key], `“${key}” is not allowed there`)
  schema.type(fbc, 'enabled', 'boolean', ['fbc'])
  schema.choice(fbc, 'version_promotion_strategy', ['review-needed', 'always', 'never'], ['fbc'])
  const mapping = fbc['catalog_mapping']
  if (mapping === undefined) return
  if (!Array.isArray(mapping)) {
    schema.wrong(['fbc', 'catalog_mapping'], 'it is no list')
    return
  }
  const users = new Map<string, string[]>()
  for (const [index, template] of mapping.entries()) {
    const at = ['fbc', 'catalog_mapping', index]
    if (!isMapping(template)) {
      schema.wrong(at, 'it is no map')
      continue
    }
    schema.required(template, ['template_name', 'type', 'catalog_names'], at)
    schema.type(template, 'template_name', 'string', at)
    schema.choice(template, 'type', ['olm.template.basic', 'olm.semver'], at)
    schema.texts(template, 'catalog_names', { least: 1, unique: true }, at)
    const names: unknown = template['catalog_names']
    for (const name of Array.isArray(names) ? names.map(String) : []) {
      users.set(name, [...(users.get(name) ?? []), String(template['template_name'])])
    }
  }
  for (const [catalog, templates] of users) {
    if (templates.length < 2) continue
    say(
      ['fbc', 'catalog_mapping'],
      'check-catalog-usage-ci-config',
      `Operator's 'ci.yaml' contains multiple templates '[${templates.map((name) => `'${name}'`).join(', ')}]' for the same catalog '${catalog}'.`,
      'Name each catalog in one template only.',
    )
  }
}

/** `release-config.yaml` of a bundle (`schemas/release-config-schema.json`, `check_bundle_release_config`). */
export function checkReleaseConfig(config: unknown, ci: unknown, say: SayFault): void {
  if (config === null || config === undefined) return
  const schema = schemaCheck('check-validate-schema-bundle-release-config', say)
  if (!isMapping(config)) {
    schema.wrong([], 'it is no map')
    return
  }
  for (const key of Object.keys(config)) {
    if (key !== 'merge' && key !== 'catalog_templates') schema.wrong([key], `“${key}” is not allowed there`)
  }
  schema.type(config, 'merge', 'boolean')
  schema.required(config, ['catalog_templates'])
  const templates = config['catalog_templates']
  if (templates !== undefined && (!Array.isArray(templates) || templates.length === 0)) {
    schema.wrong(['catalog_templates'], 'it is no list with at least one template')
  }
  const given: readonly unknown[] = Array.isArray(templates) ? templates : []
  for (const [index, template] of given.entries()) {
    const at = ['catalog_templates', index]
    if (!isMapping(template)) {
      schema.wrong(at, 'it is no map')
      continue
    }
    schema.required(template, ['template_name', 'channels'], at)
    schema.texts(template, 'channels', { least: 1, unique: true }, at)
    schema.texts(template, 'skips', { least: 1, unique: true }, at)
    for (const name of ['template_name', 'defaultChannel', 'replaces', 'skipRange'])
      schema.type(template, name, 'string', at)
  }
  if (new Set(given.map((template) => JSON.stringify(template))).size < given.length) {
    schema.wrong(['catalog_templates'], 'two of its items are equal')
  }
  checkTemplates(Array.isArray(templates) ? given : null, ci, say)
}

function checkTemplates(templates: readonly unknown[] | null, ci: unknown, say: SayFault): void {
  const rule = 'check-bundle-release-config'
  const fbc = field(ci, 'fbc')
  if (field(fbc, 'enabled') !== true) {
    say(
      [],
      rule,
      "Bundle's 'release-config.yaml' is used but FBC is not enabled for the operator. Update the 'fbc.enabled' field in the ci.yaml file.",
      'Remove release-config.yaml, or set “fbc.enabled: true” in ci.yaml first.',
    )
    return
  }
  if (templates === null) {
    say(
      ['catalog_templates'],
      rule,
      'The check ends at “catalog_templates”, which is no list.',
      'List a template with its channels.',
    )
    return
  }
  const mapping = field(fbc, 'catalog_mapping')
  const known = new Map(
    (Array.isArray(mapping) ? mapping : []).map((one: unknown) => [field(one, 'template_name'), field(one, 'type')]),
  )
  for (const [index, template] of templates.entries()) {
    const name = field(template, 'template_name')
    const at = ['catalog_templates', index]
    if (!known.has(name)) {
      say(
        [...at, 'template_name'],
        rule,
        `Bundle's 'release-config.yaml' contains a catalog template '${String(name)}' that is not defined in the ci.yaml file under 'catalog_mapping'. Add the template to the 'catalog_mapping.`,
        `ci.yaml maps ${[...known.keys()].map(String).join(', ') || 'none'}.`,
      )
      continue
    }
    const channels = field(template, 'channels')
    const names = Array.isArray(channels) ? channels.map(String) : []
    if (known.get(name) !== 'olm.semver' || names.every((channel) => SEMVER_CHANNELS.has(channel))) continue
    say(
      [...at, 'channels'],
      rule,
      `Bundle's 'release-config.yaml' contains a semver catalog template '${String(name)}' with invalid channels: [${names.map((channel) => `'${channel}'`).join(', ')}]. Allowed channels are: ['Fast', 'Candidate', 'Stable'].`,
      'Use Fast, Candidate or Stable; the template makes the channels of them.',
    )
  }
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The few kinds of rules that the two JSON schemas have. A value that is absent is only missed by `required`. */
function schemaCheck(rule: string, say: SayFault) {
  const wrong = (path: readonly (string | number)[], fault: string): void => {
    const where = path.length === 0 ? 'The file' : `“${path.map(String).join('.')}”`
    say(
      path,
      rule,
      `${where} does not comply with the schema: ${fault}.`,
      'Correct it; the catalog’s pipeline refuses the pull request.',
    )
  }
  return {
    wrong,
    required(of: Record<string, unknown>, names: readonly string[], at: readonly (string | number)[] = []) {
      for (const name of names) if (!Object.hasOwn(of, name)) wrong(at, `“${name}” is missing`)
    },
    type(of: Record<string, unknown>, name: string, type: 'string' | 'boolean', at: readonly (string | number)[] = []) {
      if (of[name] !== undefined && typeof of[name] !== type) wrong([...at, name], `it is no ${type}`)
    },
    choice(
      of: Record<string, unknown>,
      name: string,
      allowed: readonly string[],
      at: readonly (string | number)[] = [],
    ) {
      const value = of[name]
      if (value !== undefined && !(typeof value === 'string' && allowed.includes(value)))
        wrong([...at, name], `it is none of ${allowed.join(', ')}`)
    },
    texts(
      of: Record<string, unknown>,
      name: string,
      { least, unique = false }: { least: number; unique?: boolean },
      at: readonly (string | number)[] = [],
    ) {
      const value = of[name]
      if (value === undefined) return
      if (!Array.isArray(value) || value.some((item) => typeof item !== 'string'))
        wrong([...at, name], 'it is no list of texts')
      else if (value.length < least) wrong([...at, name], `it needs ${least} at least`)
      else if (unique && new Set(value).size < value.length) wrong([...at, name], 'one of its items is there twice')
    },
  }
}
