import { isList, isObject, type Json, member } from '../../../yaml/index.ts'
import { readSemVer } from '../../graph/semver.ts'
import { textOf } from '../bundle-files.ts'
import type { Findings } from '../findings.ts'
import { CAPABILITIES, ICON_TYPES } from '../operator-sdk/operator-hub.ts'
import { CATEGORIES } from '../operator-sdk/rule-set.ts'
import type { SourceFile } from '../source-file.ts'

/** The catalog has a category that operator-sdk v1.27.0 does not know, and does not have the newest one. */
const CATALOG_CATEGORIES: ReadonlySet<string> = new Set([...CATEGORIES['v1.27.0'], 'Drivers and plugins'])

interface RequiredField {
  readonly path: readonly string[]
  readonly isValid: (value: Json) => boolean
  readonly severity: 'error' | 'warning'
  readonly expected: string
}

const FIELDS: readonly RequiredField[] = [
  annotation('capabilities', (value) => CAPABILITIES.includes(asText(value)), `one of ${CAPABILITIES.join(', ')}`),
  annotation(
    'categories',
    (value) =>
      asText(value)
        .split(',')
        .every((one) => CATALOG_CATEGORIES.has(one.trim())),
    `a list of ${[...CATALOG_CATEGORIES].join(', ')}`,
  ),
  annotation(
    'containerImage',
    (value) => /^(?:[^/]+\/)+[^/:]+:.+/.test(asText(value)),
    'an image with its registry and a tag or digest',
  ),
  annotation('createdAt', (value) => isTimestamp(asText(value)), 'a time such as 2026-08-22T10:00:00Z'),
  annotation('repository', (value) => /^https?:\/\/.+/.test(asText(value)), 'the address of the source repository'),
  annotation('support', (value) => asText(value).length >= 3, 'who supports it, with at least 3 characters'),
  annotation('description', (value) => asText(value).length >= 10, 'a sentence, with at least 10 characters'),
  field('displayName', (value) => /^.{3,50}/.test(asText(value)), '3 to 50 characters'),
  field('description', (value) => asText(value).length >= 20, 'at least 20 characters'),
  field('icon', isIcon, 'a list with “base64data” and “mediatype” of an image'),
  field('version', (value) => typeof value === 'string' && readSemVer(value) !== null, 'MAJOR.MINOR.PATCH'),
  field('maintainers', (value) => isListOf(value, ['name', 'email']), 'a list with “name” and “email”'),
  {
    ...field('provider', (value) => /^.{3,}/.test(asText(value)), 'at least 3 characters'),
    path: ['spec', 'provider', 'name'],
  },
  field('links', (value) => isListOf(value, ['name', 'url']), 'a list with “name” and “url”'),
  {
    ...field(
      'keywords',
      (value) => isList(value) && value.length > 0 && value.every((word) => typeof word === 'string'),
      'a list of words',
    ),
    severity: 'warning',
  },
]

/** What OperatorHub needs of a CSV (operator-pipelines, `static_tests/community/bundle.py`, `check_required_fields`). */
export function checkRequiredFields(csv: SourceFile, findings: Findings): void {
  for (const { path, isValid, severity, expected } of FIELDS) {
    const value = path.reduce<Json | undefined>(member, csv.value) ?? null
    if (value !== null && isValid(value)) continue
    const name = path.join('.')
    findings.at(csv, path, {
      severity,
      rule: 'check-required-fields',
      message: value === null ? `CSV does not define ${name}` : `CSV contains an invalid value for ${name}`,
      advice: `Expected: ${expected}. Write it into the base CSV (config/manifests/bases).`,
    })
  }
}

function annotation(name: string, isValid: RequiredField['isValid'], expected: string): RequiredField {
  return { path: ['metadata', 'annotations', name], isValid, severity: 'warning', expected }
}

function field(name: string, isValid: RequiredField['isValid'], expected: string): RequiredField {
  return { path: ['spec', name], isValid, severity: 'error', expected }
}

function asText(value: Json): string {
  return textOf(value) ?? ''
}

function isListOf(value: Json, fields: readonly string[]): value is readonly Json[] {
  return (
    isList(value) &&
    value.length > 0 &&
    value.every((item) => isObject(item) && fields.every((name) => typeof member(item, name) === 'string'))
  )
}

function isIcon(value: Json): boolean {
  if (!isListOf(value, ['base64data', 'mediatype'])) return false
  return value.every((icon) => {
    const data = asText(member(icon, 'base64data') ?? null).replaceAll(/\s/g, '')
    return isBase64(data) && data.length >= 4 && ICON_TYPES.includes(asText(member(icon, 'mediatype') ?? null))
  })
}

/** A pattern over a megabyte would overflow the stack; the padding is looked at by itself. */
function isBase64(data: string): boolean {
  const padding = /={0,2}$/.exec(data)?.[0].length ?? 0
  return data.length % 4 === 0 && !/[^A-Za-z0-9+/]/.test(data.slice(0, data.length - padding))
}

/** ISO 8601 as Python’s dateutil reads it (`isoparse`). */
function isTimestamp(text: string): boolean {
  const [, date, time] =
    /^(\d{4}-?W\d{2}(?:-?\d)?|\d{4}-?\d{3}|\d{4}(?:-?\d{2}(?:-?\d{2})?)?)(?:[^\d](.+))?$/.exec(text) ?? []
  if (date === undefined) return false
  const [, year = '', month = '01', day = '01'] = /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?$/.exec(date) ?? []
  if (year !== '') {
    const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
    if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > days) return false
  }
  if (time === undefined) return true
  const [, hour = '', minute = '0', second = '0'] =
    /^(\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?(?:[Zz]|[+-]\d{2}(?::?\d{2})?)?$/.exec(time) ?? []
  if (hour === '') return false
  const isMidnight = Number(hour) === 24 && Number(minute) === 0 && Number(second) === 0
  return isMidnight || (Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60)
}
