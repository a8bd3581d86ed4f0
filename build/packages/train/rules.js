import { UserError } from '../plan/index.js'
import { isRefName, TagTemplate } from '../versions/index.js'
import { isDay } from './calendar.js'
/** What the texts of a manifest must look like. Every pattern takes linear time. */
export const ID = {
  rule: 'identifier',
  expected: 'a short name of small letters, digits and “-”',
  example: 'operator',
  pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
  longest: 63,
  suggest: (given) =>
    given
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, ''),
}
export const TITLE = {
  rule: 'title',
  expected: 'a name on one line, without space around it',
  example: 'CodeFlare Operator',
  pattern: /^[^\s\p{Cc}](?:[^\p{Cc}]*[^\s\p{Cc}])?$/u,
  longest: 100,
  suggest: (given) => given.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim(),
}
/** Owner: letters, digits and single “-” inside, at most 39 (GitHub's rule for accounts). */
const REPOSITORY_NAME = /^[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}\/[A-Za-z0-9._-]{1,100}$/
export const REPOSITORY = {
  rule: 'repository-name',
  expected: 'OWNER/NAME of a GitHub repository',
  example: 'project-codeflare/codeflare-operator',
  pattern: REPOSITORY_NAME,
  fault: (given) => (/\/\.{1,2}$|\.git$/i.test(given) ? 'GitHub has no repository of that name' : null),
  suggest: (given) =>
    given
      .trim()
      .replace(/^(?:https?:\/\/|ssh:\/\/)?(?:git@)?github\.com[/:]/i, '')
      .replace(/[?#].*$/, '')
      .split('/')
      .slice(0, 2)
      .join('/')
      .replace(/\.git$/i, ''),
}
export const BRANCH = {
  rule: 'branch-name',
  expected: 'the name of a branch',
  example: 'main',
  pattern: /^[^\s]+$/,
  fault: (given) => (isRefName(given) ? null : 'git takes no such name'),
  suggest: (given) => given.trim().replace(/^refs\/heads\//, ''),
}
export const TAG = {
  rule: 'tag-template',
  expected: 'a template that holds {version} once',
  example: 'v{version}',
  pattern: /^[^{}\s]*\{version\}[^{}\s]*$/,
  fault: (given) => faultOfTemplate(given),
  suggest: suggestTemplate,
}
/** Forks count their builds of one upstream version: `v1.2.0-odh-3`. */
export const EXTERNAL_TAG = {
  ...TAG,
  expected: 'a template that holds {version} once and, after it, {n} at most once',
  pattern: /^[^{}\s]*\{version\}[^{}\s]*(?:\{n\}[^{}\s]*)?$/,
}
/** What may stand in a tag of an image (OCI distribution spec, section “Pull”). */
export const IMAGE_TAG = {
  ...TAG,
  expected: 'a template of image tags that holds {version} once (no “/”)',
  pattern: /^(?:[A-Za-z0-9_][A-Za-z0-9._-]*)?\{version\}[A-Za-z0-9._-]*$/,
}
export const CHANNEL = {
  rule: 'channel-tag',
  expected: 'a tag that moves, such as dev or stable',
  example: 'stable',
  pattern: /^[A-Za-z_][A-Za-z0-9._-]{0,127}$/,
  fault: (given) => (/^v?\d+(?:\.\d+)*$/.test(given) ? 'a version tag does not move' : null),
}
/** A registry's host and a path of names: docker.io's short names would hide where an image comes from. */
export const IMAGE = {
  rule: 'image-name',
  expected: 'REGISTRY/PATH of an image, without tag or digest',
  example: 'quay.io/project-codeflare/codeflare-operator',
  pattern:
    /^(?:localhost|[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+|[a-z0-9-]+(?=:))(?::[0-9]{1,5})?(?:\/[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*)+$/,
  suggest: (given) =>
    given
      .trim()
      .replace(/^(?:https?|docker|oci):\/\//i, '')
      .replace(/@sha(?:256|512):.*$/i, '')
      .replace(/:[^/:]*$/, '')
      .toLowerCase(),
}
export const WORKFLOW = {
  rule: 'workflow-file',
  expected: 'the file name of a workflow in .github/workflows',
  example: 'release.yml',
  pattern: /^[^\s/\\]+\.ya?ml$/,
  suggest: (given) => given.trim().split('/').at(-1) ?? null,
}
export const WORKFLOW_INPUT = {
  rule: 'workflow-input',
  expected: 'NAME=VALUE of an input of the workflow',
  example: 'release-version={version}',
  pattern: /^[A-Za-z_][A-Za-z0-9_-]*=[^\p{Cc}]*$/u,
  longest: 1000,
}
export const FILE = {
  rule: 'path',
  expected: 'a path within the repository, with “/” and without “..”',
  example: 'config/manager/params.env',
  pattern: /^(?:[^/\\\p{Cc}]+\/)*[^/\\\p{Cc}]+\/?$/u,
  fault: (given) =>
    /^[A-Za-z]:|^~/.test(given) || given.split('/').some((part) => part === '..' || part === '.' || part === '.git')
      ? 'it leaves the repository or is not written the short way'
      : null,
  suggest: (given) =>
    given
      .trim()
      .replaceAll('\\', '/')
      .replaceAll(/\/{2,}/g, '/')
      .replace(/^(?:\.?\/)+/, ''),
}
export const DAY = {
  rule: 'date',
  expected: 'a day as YYYY-MM-DD',
  example: '2024-02-05',
  pattern: /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
  format: 'date',
  fault: (given) => (isDay(given) ? null : 'there is no such day'),
  suggest: (given) => {
    const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(given.trim())
    return match === null ? null : [match[1], match[2]?.padStart(2, '0'), match[3]?.padStart(2, '0')].join('-')
  },
}
export const PACKAGE = {
  ...ID,
  rule: 'package-name',
  expected: 'the name of an OLM package: small letters, digits, “-” and “.”',
  example: 'codeflare-operator',
  pattern: /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/,
}
export const BUNDLE_CHANNEL = {
  rule: 'bundle-channel',
  expected: 'the name of an OLM channel',
  example: 'alpha',
  pattern: /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/,
  longest: 63,
}
export const KEY = {
  rule: 'key',
  expected: 'what to look for, on one line',
  example: 'MCAD_VERSION',
  pattern: /^[^\p{Cc}]+$/u,
  longest: 1000,
}
export const SLACK_CHANNEL = {
  rule: 'slack-channel',
  expected: 'a Slack channel: its name with “#”, or its id',
  example: '#codeflare-announce',
  pattern: /^(?:#[^\s#"']{1,80}|[CG][A-Z0-9]{8,})$/,
  suggest: (given) =>
    `#${given
      .trim()
      .replace(/^[#@]+/, '')
      .toLowerCase()}`,
}
export const MAIL = {
  rule: 'mail-address',
  expected: 'a mail address',
  example: 'codeflare-users@example.com',
  pattern: /^[^\s@<>,;"']+@[^\s@<>,;"']+$/,
  suggest: (given) => /<([^<>\s]+)>/.exec(given)?.[1] ?? null,
}
function faultOfTemplate(given) {
  // “v.{version}” would write the tag that became the accident v.0.0.7, “vv{version}” the one that became vv0.14.1.
  if (/[vV](?:[vV]|\.)\{version\}/.test(given)) return 'versions have one “v” before them and nothing between'
  try {
    return new TagTemplate(given, '').text === given ? null : 'it is no tag template'
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return /: (?<why>[^:]*)\.$/.exec(error.message)?.groups?.['why'] ?? 'it is no tag template'
  }
}
function suggestTemplate(given) {
  const braces = given
    .trim()
    .replace(/\$?\{+\s*(?:version|VERSION|Version|vers|ver|semver)\s*\}+|%s|<version>/, '{version}')
  const one = braces.replace(/[vV](?:[vV]|\.)+\{version\}/, 'v{version}')
  return one.includes('{version}') ? one : /^[A-Za-z/-]*$/.test(one) ? `${one}{version}` : null
}
