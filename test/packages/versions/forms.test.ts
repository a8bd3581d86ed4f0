import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  edited,
  loadForm,
  occurrences,
  parseVersion,
  referenceEdits,
  type Release,
  releaseEdits,
  releasedImages,
  sourceOf,
  TagTemplate,
} from '../../../packages/versions/index.ts'
import type { FormName } from '../../../packages/versions/index.ts'
import { FORM_KEYS } from '../../../packages/train/forms.ts'
import { expectedOf, PINNED, SAMPLES, SOME_DIGEST, textOf } from './forms-samples.ts'

const release = (version: string, template = 'v{version}'): Release => ({
  version: parseVersion(version, 'test'),
  template: new TagTemplate(template, 'test'),
})

const NAMES = [...new Set(SAMPLES.map(({ form }) => form))]
const FORMS = new Map(await Promise.all(NAMES.map(async (name) => [name, await loadForm(name)] as const)))
const spec = (name: FormName) => {
  const form = FORMS.get(name)
  if (form === undefined) throw new Error(`no sample has the form ${name}`)
  return form
}

const read = (text: string, form: FormName, key: string, file = 'file') => occurrences({ file, text }, spec(form), key)
const write = (text: string, form: FormName, key: string, to: Release, file = 'file') => {
  const source = { file, text }
  return edited(source, releaseEdits(source, spec(form), key, to))
}

describe.each(SAMPLES)('$name', ({ form, key, file, ...rest }) => {
  const text = textOf({ form, key, file, ...rest })
  // Go has another path for a second major version.
  const next = spec(form).spelling === 'go' ? '1.13.4-rc.1' : '2.13.4-rc.1'
  const places = [...rest.marked.matchAll(/«/g)].length

  it('is read with line and column of each place', () => {
    const found = read(text, form, key, file)
    expect(found).toHaveLength(places)
    for (const { start, line, column } of found) {
      const lines = text.slice(0, start).split('\n')
      const mark = lines.length === 1 && text.startsWith('\uFEFF') ? 1 : 0
      expect([line, column]).toEqual([lines.length, (lines.at(-1) ?? '').length + 1 - mark])
    }
  })

  it('changes in the version and nowhere else', () => {
    expect(write(text, form, key, release(next), file)).toBe(expectedOf({ form, key, file, ...rest }, next))
  })

  it.each([
    ['CRLF', (given: string) => given.replaceAll('\n', '\r\n')],
    ['a byte order mark', (given: string) => `\uFEFF${given.replace('\uFEFF', '')}`],
    ['no final newline', (given: string) => given.replace(/\n$/, '')],
  ] as const)('keeps %s', (_what, varied) => {
    const marked = varied(rest.marked)
    const plain = textOf({ ...rest, form, key, file, marked })
    const expected = expectedOf({ ...rest, form, key, file, marked }, '1.13.4')
    expect(write(plain, form, key, release('1.13.4'), file)).toBe(expected)
    expect(read(plain, form, key, file)).toHaveLength(places)
  })

  it('reads back what was written, changes nothing the second time, and goes back to the first byte', () => {
    const number = fc.integer({ min: 0, max: 99 })
    const prerelease = fc.constantFrom('', '-rc.1', '-alpha.10', '-odh')
    const versions = fc.tuple(fc.integer({ min: 0, max: 1 }), number, number, prerelease)
    fc.assert(
      fc.property(versions, ([major, minor, patch, pre]) => {
        const version = `${major}.${minor}.${patch}${pre}`
        const once = write(text, form, key, release(version), file)
        expect(read(once, form, key, file).map((found) => found.version)).toEqual(Array(places).fill(version))
        expect(write(once, form, key, release(version), file)).toBe(once)
        const original = read(text, form, key, file)[0]?.version ?? ''
        expect(write(once, form, key, release(original), file)).toBe(text)
      }),
      { numRuns: 30 },
    )
  })
})

describe('a Makefile', () => {
  it('is read through its templates', () => {
    const text =
      'VERSION ?= v1.2.0\nBUNDLE_VERSION ?= $(VERSION:v%=%)\nBASE = quay.io/org/op\nIMG ?= ${BASE}:${VERSION}\nREF ?= release-${VERSION}\nCRD ?= github.com/org/mcad/config/crd?ref=${VERSION}\n'
    expect(read(text, 'makefile', 'BUNDLE_VERSION')[0]?.value).toBe('1.2.0')
    expect(read(text, 'makefile', 'IMG')[0]?.value).toBe('v1.2.0')
    expect(read(text, 'makefile', 'REF')[0]).toMatchObject({ value: 'release-v1.2.0', version: '1.2.0' })
    expect(read(text, 'makefile', 'CRD')[0]?.value).toBe('v1.2.0')
  })

  it('does not overwrite a value that is computed', () => {
    expect(() => write('A ?= v1.0.0\nREF ?= release-${A}\n', 'makefile', 'REF', release('1.1.0'))).toThrow(
      'file:2:8: REF is computed (“release-${A}”); it cannot be set to release-v1.1.0.',
    )
  })

  it('leaves a computed value alone that says the right thing already', () => {
    const text = 'A ?= v1.1.0\nREF ?= release-${A}\n'
    expect(write(text, 'makefile', 'REF', release('1.1.0'))).toBe(text)
  })

  it('takes the place of a branch, a channel or a commit between two releases', () => {
    for (const old of ['dev', 'main', 'release-1.4', '725a614debe3d34d1547c1659ef5ad49f8f6c5df']) {
      expect(write(`MCAD_VERSION ?= ${old}\n`, 'makefile', 'MCAD_VERSION', release('1.36.0'))).toBe(
        'MCAD_VERSION ?= v1.36.0\n',
      )
    }
  })

  it('repairs the v.0.0.7 that a strict pattern could never match again', () => {
    const text = 'INSTASCALE_VERSION ?= v.0.0.7\n'
    expect(read(text, 'makefile', 'INSTASCALE_VERSION')[0]).toMatchObject({ kind: 'near', version: null })
    expect(write(text, 'makefile', 'INSTASCALE_VERSION', release('0.0.7'))).toBe('INSTASCALE_VERSION ?= v0.0.7\n')
  })

  it('takes a candidate whole, so that v1.0.0-rc.2-rc.1 cannot happen', () => {
    expect(write('VERSION ?= v1.0.0-rc.1\n', 'makefile', 'VERSION', release('1.0.0-rc.2'))).toBe(
      'VERSION ?= v1.0.0-rc.2\n',
    )
  })

  it('says where a variable is assigned twice', () => {
    expect(() => read('A ?= v1.0.0\nifdef X\nA = v1.1.0\nendif\n', 'makefile', 'A')).toThrow(
      'file:3:5: the variable “A” is written 2 times (lines 1, 3); once was expected.',
    )
  })

  it('is not misled by recipes, rules and longer names', () => {
    const text = 'build: A = v9.0.0\n\tA = v9.0.0\nAA ?= v9.0.0\nA ?= v1.0.0\n'
    expect(write(text, 'makefile', 'A', release('1.1.0'))).toBe(text.replace('v1.0.0', 'v1.1.0'))
  })

  it('refuses a cycle and a shell', () => {
    expect(() => read('A = ${B}\nB = ${A}\n', 'makefile', 'A')).toThrow('“${B}” stands where the version')
    expect(() => read('A = $(shell date)\n', 'makefile', 'A')).toThrow('“$(shell date)” stands where the version')
  })
})

describe('go.mod', () => {
  const module = 'github.com/ray-project/kuberay/ray-operator'

  it('says the version that a replace puts in place, as codeflare-operator v1.15.0 has it', () => {
    const text = `require ${module} v1.2.2\n// https://github.com/ray-project/kuberay/issues/2757\nreplace ${module} v1.2.2 => ${module} v1.2.1\n`
    expect(read(text, 'go-mod', module).map(({ value, line }) => [value, line])).toEqual([
      ['v1.2.1', 1],
      ['v1.2.1', 3],
    ])
    const newer = write(text, 'go-mod', module, release('1.3.0'))
    expect(read(newer, 'go-mod', module)[0]?.value).toBe('v1.3.0')
    const same = write(text, 'go-mod', module, release('1.2.2'))
    expect(read(same, 'go-mod', module)[0]?.value).toBe('v1.2.2')
  })

  it('ignores a replace of another version', () => {
    const text = `require ${module} v1.3.0\nreplace ${module} v1.2.2 => ${module} v1.2.1\n`
    expect(read(text, 'go-mod', module).map(({ value }) => value)).toEqual(['v1.3.0'])
    const both = `require ${module} v1.3.0\nreplace (\n\t${module} => ${module} v1.0.0\n\t${module} v1.3.0 => ${module} v1.2.9\n)\n`
    expect(read(both, 'go-mod', module)[0]?.value).toBe('v1.2.9')
  })

  it('does not pretend to change what a fork or a directory replaced', () => {
    const fork = `require ${module} v1.2.2\nreplace ${module} => github.com/opendatahub-io/kuberay/ray-operator v1.2.0-odh\n`
    expect(() => write(fork, 'go-mod', module, release('1.3.0'))).toThrow(
      /^file:1:53: .* is replaced by github.com\/opendatahub-io\/kuberay\/ray-operator v1.2.0-odh; it cannot be set to v1.3.0/,
    )
    expect(() => read(`require ${module} v1.2.2\nreplace ${module} => ../kuberay\n`, 'go-mod', module)).toThrow(
      '“../kuberay” stands where the version',
    )
  })

  it('writes v even where somebody wrote the version without', () => {
    expect(write('require a/b v1.0.0\n', 'go-mod', 'a/b', release('1.1.0', '{version}'))).toBe('require a/b v1.1.0\n')
  })

  it('knows that a second major version has a module path of its own', () => {
    expect(() => write('require a/b v1.0.0\n', 'go-mod', 'a/b', release('2.0.0'))).toThrow(
      'Go does not find v2.0.0 under the module path a/b.',
    )
    expect(write('require a/b/v2 v2.0.0\n', 'go-mod', 'a/b/v2', release('2.1.0'))).toBe('require a/b/v2 v2.1.0\n')
    expect(write('require a/b v4.12.0+incompatible\n', 'go-mod', 'a/b', release('5.0.0'))).toBe(
      'require a/b v5.0.0+incompatible\n',
    )
  })
})

describe('an ImageStream', () => {
  it('is refused where its image was overwritten by a version, as in Distributed Workloads v0.2.3', () => {
    const corrupted = 'kind: ImageStream\nspec:\n  tags:\n    - name: v0.7.1\n      from:\n        name: v0.7.1\n'
    expect(() => write(corrupted, 'imagestream', 'quay.io/project-codeflare/notebook', release('0.7.2'))).toThrow(
      'file: the image or ImageStream “quay.io/project-codeflare/notebook” was not found (form imagestream).',
    )
  })

  it('can be named by its own name', () => {
    const text =
      'kind: ImageStream\nmetadata:\n  name: codeflare-notebook\nspec:\n  tags:\n    - name: latest\n      from:\n        name: quay.io/project-codeflare/notebook:v0.7.0\n'
    expect(write(text, 'imagestream', 'codeflare-notebook', release('0.7.1'))).toBe(text.replace('v0.7.0', 'v0.7.1'))
  })

  it('does not guess which of two tags shall move', () => {
    const tag = (version: string) => `    - name: ${version}\n      from:\n        name: quay.io/o/n:${version}\n`
    const text = `kind: ImageStream\nspec:\n  tags:\n${tag('v0.6.0')}${tag('v0.7.0')}`
    expect(() => read(text, 'imagestream', 'quay.io/o/n')).toThrow('file:7:13: a second tag of the ImageStream imports')
  })
})

describe('an image', () => {
  const key = 'codeflare-operator-controller-image'

  it('that is pinned to a digest is not moved by a version alone', () => {
    expect(read(PINNED, 'params-env', key)[0]).toMatchObject({ kind: 'digest', value: SOME_DIGEST })
    expect(() => write(PINNED, 'params-env', key, release('1.2.0'))).toThrow(
      `file:1:37: quay.io/opendatahub/codeflare-operator is pinned to a digest (${SOME_DIGEST})`,
    )
  })

  it('is pinned to the digest of its new tag when asked', () => {
    const digest = `sha256:${'b'.repeat(64)}`
    const pin = (text: string) => {
      const source = { file: 'params.env', text }
      const wanted = releasedImages(source, spec('params-env'), key, release('1.2.0'))
      expect(wanted).toEqual(['quay.io/opendatahub/codeflare-operator:v1.2.0'])
      return edited(
        source,
        releaseEdits(source, spec('params-env'), key, release('1.2.0'), new Map([[wanted[0] ?? '', digest]])),
      )
    }
    const before = `${key}=quay.io/opendatahub/codeflare-operator`
    expect(pin(`${before}:v1.1.0`)).toBe(`${before}:v1.2.0@${digest}`)
    expect(pin(`${before}:v1.1.0@${SOME_DIGEST}`)).toBe(`${before}:v1.2.0@${digest}`)
    expect(pin(PINNED)).toBe(`${before}@${digest}\n`)
  })

  it('is not put where a version stands alone', () => {
    const source = { file: 'Makefile', text: 'A ?= v1.0.0\n' }
    expect(() => referenceEdits(source, spec('makefile'), 'A', 'quay.io/o/i:v1.0.0')).toThrow(
      'Makefile:1:6: “A” is a version here, not an image reference.',
    )
  })

  it('of an ImageStream takes its tag’s name along', () => {
    const text = 'kind: ImageStream\nspec:\n  tags:\n    - name: v0.7.0\n      from: { name: "quay.io/o/n:v0.7.0" }\n'
    const source = { file: 'x.yaml', text }
    expect(edited(source, referenceEdits(source, spec('imagestream'), 'quay.io/o/n', 'quay.io/p/n:v0.8.0'))).toBe(
      text.replace('name: v0.7.0', 'name: v0.8.0').replace('quay.io/o/n:v0.7.0', 'quay.io/p/n:v0.8.0'),
    )
  })

  it('is replaced whole by a reference', () => {
    const source = { file: 'params.env', text: 'a=b\nimg=quay.io/x/y:v1.0.0 \nc=d' }
    expect(edited(source, referenceEdits(source, spec('params-env'), 'img', 'localhost:5000/z:v2'))).toBe(
      'a=b\nimg=localhost:5000/z:v2 \nc=d',
    )
    expect(() => referenceEdits(source, spec('params-env'), 'img', 'not a reference')).toThrow('is no image reference')
  })

  it('of kustomize gets the fields that it has, and says which one it lacks', () => {
    const source = { file: 'k.yaml', text: 'images:\n- name: controller\n  newName: quay.io/o/c\n  newTag: "1.10"\n' }
    expect(edited(source, referenceEdits(source, spec('kustomize-image'), 'controller', 'quay.io/p/c:v1.2.0'))).toBe(
      'images:\n- name: controller\n  newName: quay.io/p/c\n  newTag: "v1.2.0"\n',
    )
    expect(() =>
      referenceEdits(source, spec('kustomize-image'), 'controller', `quay.io/o/c:v1@${SOME_DIGEST}`),
    ).toThrow(/^k.yaml:4:12: quay.io\/o\/c shall get “digest: sha256:.*”, and its entry has no field “digest”./)
  })

  it('is spelled as its own tags are, whatever the component’s are', () => {
    const image = 'quay.io/project-codeflare/mcad-controller'
    const to = { ...release('1.35.0'), images: new Map([[image, new TagTemplate('release-v{version}', 'test')]]) }
    expect(write(`image: ${image}:dev\n`, 'yaml-image', image, to)).toBe(`image: ${image}:release-v1.35.0\n`)
  })
})

describe('go.work', () => {
  it('does not pretend to change what a fork or a directory replaced', () => {
    const text = 'replace (\n\ta/b => c/b v1.0.0\n\ta/d => ../d\n)\n'
    expect(() => write(text, 'go-work', 'a/b', release('1.1.0'))).toThrow(
      'file:2:9: a/b is replaced by c/b v1.0.0; it cannot be set to v1.1.0.',
    )
    expect(write(text, 'go-work', 'c/b', release('1.1.0'))).toBe(text.replace('v1.0.0', 'v1.1.0'))
    expect(() => read(text, 'go-work', 'a/d')).toThrow('“../d” stands where the version of “a/d” is expected')
  })
})

describe('JSON in an annotation', () => {
  it('is left alone where it is no JSON, or where its quotes are nested', () => {
    const annotated = (json: string) => `metadata:\n  annotations:\n    a: ${json}\n`
    for (const json of ['plain text', `'[{"name": '`, String.raw`"{\"sdk\":\"\\\"v1.0.0\\\"\"}"`])
      expect(() => read(annotated(json), 'annotation-json', 'a#sdk')).toThrow('“a#sdk” was not found')
    expect(() => read(annotated('x'), 'annotation-json', 'a')).toThrow('“a” names no entry of an annotation.')
  })

  it('does not guess which of two tags of an ImageStream is meant', () => {
    const tag = `  - annotations: {a: '[{"name":"sdk","version":"0.14"}]'}\n`
    expect(() => read(`spec:\n  tags:\n${tag}${tag}`, 'annotation-json', 'a#sdk')).toThrow(
      'is written 2 times (lines 3, 4); once was expected.',
    )
    expect(write(`spec:\n  tags:\n${tag}`, 'annotation-json', 'a#sdk', release('0.15.0'))).toContain('"0.15.0"')
  })
})

describe('the values of a Helm chart', () => {
  const image = (fields: string) => `image: {repository: quay.io/o/i, ${fields}}\n`

  it('say where an empty tag means appVersion', () => {
    expect(() => write(image('tag: ""'), 'helm-values', 'quay.io/o/i', release('1.0.0'))).toThrow(
      'file:1:40: the tag of quay.io/o/i is empty: the chart’s own “appVersion” counts.',
    )
  })

  it('get a digest beside the tag, and the fields of a whole reference', () => {
    const text = image("tag: v1.0.0, digest: ''")
    const source = { file: 'values.yaml', text }
    const pinned = releaseEdits(
      source,
      spec('helm-values'),
      'quay.io/o/i',
      release('1.1.0'),
      new Map([['quay.io/o/i:v1.1.0', SOME_DIGEST]]),
    )
    expect(edited(source, pinned)).toBe(image(`tag: v1.1.0, digest: '${SOME_DIGEST}'`))
    const moved = referenceEdits(source, spec('helm-values'), 'quay.io/o/i', 'quay.io/p/i:v1.1.0')
    expect(edited(source, moved)).toBe(image("tag: v1.1.0, digest: ''").replace('/o/', '/p/'))
  })
})

describe('a CSV', () => {
  it('has a package in its name', () => {
    const text = 'kind: ClusterServiceVersion\nmetadata: {name: operator}\n'
    expect(() => read(text, 'csv', 'version')).toThrow('file:2:18: “operator” is no name of a CSV.')
    expect(() => read(text, 'csv', 'skips')).toThrow('“skips” is neither “version” nor “replaces”.')
  })
})

describe('requirements.txt', () => {
  it('that is pinned by hash is not edited', () => {
    const text = 'sdk==0.14.0 \\\n    --hash=sha256:abc\nray==2.7.0\n'
    expect(read(text, 'requirements', 'sdk')[0]?.value).toBe('0.14.0')
    expect(() => write(text, 'requirements', 'sdk', release('0.15.0'))).toThrow(
      'file:1:6: the files of sdk are pinned by hash; it cannot be set to 0.15.0.',
    )
    expect(write(text, 'requirements', 'ray', release('2.8.0'))).toBe(text.replace('2.7.0', '2.8.0'))
  })

  it('refuses a range and a package without version', () => {
    expect(() => read('sdk>=0.14,<1\n', 'requirements', 'sdk')).toThrow('sdk is wanted as “>=0.14,<1”')
    expect(() => read('sdk\n', 'requirements', 'sdk')).toThrow('sdk is wanted as “”, which is not one version.')
  })
})

describe('a Dockerfile', () => {
  it('names the argument that computes a tag', () => {
    const text = 'ARG TAG=v1.0.0\nFROM quay.io/o/i:${TAG}\n'
    expect(read(text, 'dockerfile', 'quay.io/o/i')[0]?.value).toBe('v1.0.0')
    expect(() => write(text, 'dockerfile', 'quay.io/o/i', release('1.1.0'))).toThrow(
      'file:2:6: the tag is computed (“quay.io/o/i:${TAG}”); it cannot be set to v1.1.0.',
    )
  })
})

describe('a Markdown table', () => {
  it('does not rename an address that other links use, too', () => {
    const text =
      '| C | Version |\n|---|---|\n| KubeRay | [v1.0.0] |\n\nSee [v1.0.0].\n\n[v1.0.0]: https://github.com/ray-project/kuberay/releases/tag/v1.0.0\n'
    expect(() => read(text, 'markdown-table', 'KubeRay', 'README.md')).toThrow(
      'README.md:3:13: “[v1.0.0]” refers to an address that other links use under this name, too.',
    )
  })

  it('is not misled by prose, code and other tables’ columns', () => {
    const text =
      '# KubeRay v1.0.0\n\nSee [v1.0.0](https://github.com/ray-project/kuberay/releases/tag/v1.0.0) of KubeRay.\n\n```\n| KubeRay | v1.0.0 |\n```\n\n| Component | Version |\n|---|---|\n| KubeRay | v1.0.0 |\n'
    expect(write(text, 'markdown-table', 'KubeRay', release('1.1.0'))).toBe(
      text.replace(/v1\.0\.0 \|\n$/, 'v1.1.0 |\n'),
    )
  })

  it('says that two links of one cell disagree', () => {
    const text =
      '| C | Version |\n|---|---|\n| KubeRay | [v1.0.0](https://x/releases/tag/v1.0.0) and [v1.1.0](https://y/releases/tag/v1.1.0) |\n'
    expect(() => read(text, 'markdown-table', 'KubeRay', 'README.md')).toThrow(
      'README.md:3:58: the row “KubeRay” names two versions, “v1.0.0” and “v1.1.0”.',
    )
  })
})

describe('pyproject.toml', () => {
  it('refuses a range', () => {
    const text = '[tool.poetry.dependencies]\nkubernetes = ">= 25.3.0, < 27"\n'
    expect(() => read(text, 'pyproject', 'kubernetes', 'pyproject.toml')).toThrow(
      'pyproject.toml:2:15: kubernetes is wanted as “>= 25.3.0, < 27”, which is not one version.',
    )
  })

  it('says where it is no TOML', () => {
    expect(() => read('[project\nversion = "1.0.0"\n', 'pyproject', 'version', 'p.toml')).toThrow(
      'p.toml:1:9: this is no TOML: “]” was expected.',
    )
  })

  it('reads everything that TOML can hold around a version', () => {
    const text =
      'a.b = 1\n"quoted key" = 1979-05-27 07:32:00\nflag = true\nmulti = """\n[project]\nversion = "9.9.9"\n"""\nraw = \'\'\'\nx\'\'\'\n[[list]]\nn = [ [1, 2], {a = "b", c = {}}, ] # comment\n[[list]]\n[ project ]\nversion="0.1.0"'
    expect(write(text, 'pyproject', 'version', release('0.2.0'))).toBe(text.replace('0.1.0', '0.2.0'))
  })
})

describe('a regular expression', () => {
  it('needs exactly one capture group', () => {
    expect(() => read('v1.0.0', 'regex', 'v1')).toThrow('has 0 capture groups; one was expected')
    expect(() => read('v1.0.0', 'regex', '(v)(1)')).toThrow('has 2 capture groups; one was expected')
    expect(() => read('v1.0.0', 'regex', '(v')).toThrow('is no regular expression')
  })

  it('is stopped when it runs away', () => {
    expect(() => read(`${'a'.repeat(60)}!`, 'regex', '^(?:a+)+(v)$')).toThrow('takes too long on this file')
  })
})

describe('any form', () => {
  it('has a sample', () => {
    expect(NAMES.toSorted()).toEqual(Object.keys(FORM_KEYS).toSorted())
  })

  it('says that nothing was found, with file, form and key', () => {
    expect(() => read('B ?= v1.0.0\n', 'makefile', 'A', 'Makefile')).toThrow(
      'Makefile: the variable “A” was not found (form makefile).',
    )
  })

  it('does not overwrite what is no version', () => {
    expect(() => write('name: codeflare\n', 'regex', 'name: (.*)', release('1.0.0'), 'x.yaml')).toThrow(
      'x.yaml:1:7: “codeflare” stands where the version of “name: (.*)” is expected; it was not overwritten.',
    )
  })

  it('is not kept busy by a file made for that', () => {
    const many = (line: string, times: number) => line.repeat(times)
    const image = 'quay.io/o/i'
    const names = 'abcdefghij'
    const bomb = names
      .slice(1)
      .split('')
      .map((name, at) => `${name}: &${name} [${many(`*${names[at] ?? ''}, `, 9)}]\n`)
      .join('')
    expect(read(`a: &a [${image}:v1.0.0]\n${bomb}`, 'yaml-image', image)).toHaveLength(1)
    expect(() => read(`${many('- a: b\n', 700_000)}- ${image}:v1.0.0\n`, 'yaml-image', image)).toThrow('are too many')
    expect(() => read(`| a |\n|---|\n${many('| b |\n', 200_000)}`, 'markdown-table', 'a')).toThrow('are too many')
    expect(() => read(`${many('[', 50_000)}${image}`, 'yaml-image', image)).toThrow(/^file:1:\d+: /)
    expect(() => read(`a = ${many('[', 50_000)}`, 'pyproject', 'version')).toThrow('fewer levels was expected')
    expect(() => read(many('/* ', 500_000), 'go-const', 'K')).toThrow('was not found')
    expect(read(`${many('X ?= v1.0.0\n', 300_000)}A ?= v1.0.0\n`, 'makefile', 'A')[0]?.line).toBe(300_001)
    expect(() => read(`k=v1.0.0${many(' ', 1_000_000)}x\n`, 'params-env', 'k')).toThrow(/^.{1,200}$/)
  })

  it('says where YAML is broken', () => {
    expect(() => read('a: [quay.io/o/i\n', 'yaml-image', 'quay.io/o/i', 'x.yaml')).toThrow(/^x\.yaml:2:1: /)
  })

  it('refuses two edits that want different things of one place', () => {
    const source = { file: 'Makefile', text: 'A ?= v1.0.0\n' }
    const twice = [
      ...releaseEdits(source, spec('makefile'), 'A', release('1.1.0')),
      ...releaseEdits(source, spec('makefile'), 'A', release('1.2.0')),
    ]
    expect(() => edited(source, twice)).toThrow('Makefile:1:6: “v1.0.0” shall become “v1.1.0” and “v1.2.0”.')
    expect(
      edited(
        source,
        twice.slice(0, 1).flatMap((one) => [one, one]),
      ),
    ).toBe('A ?= v1.1.0\n')
  })
})

describe('a file', () => {
  it('comes back byte for byte', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const bytes = Buffer.from(`\uFEFF${text.replaceAll('\0', '')}`)
        expect(Buffer.from(sourceOf('f', bytes).text).equals(bytes)).toBe(true)
      }),
    )
  })

  it('is refused when it is binary, not UTF-8 or too large', () => {
    expect(() => sourceOf('logo.png', Buffer.from([0x89, 0x50, 0, 1]))).toThrow('logo.png: byte 2 is NUL')
    expect(() => sourceOf('latin1.txt', Buffer.from([0xe9, 0x20]))).toThrow('latin1.txt: the file is not UTF-8.')
    expect(() => sourceOf('big', Buffer.alloc(20 * 1024 * 1024 + 1, 32))).toThrow('big: the file has 20971521 bytes')
  })
})

it('the example in the README of the forms prints what its comments say', async () => {
  const home = new URL('../../../packages/versions/', import.meta.url)
  const code = /```ts\n([^]*?)```/.exec(readFileSync(new URL('forms/README.md', home), 'utf8'))?.[1] ?? ''
  const program = code.replace("'@codeflare-actions/versions'", JSON.stringify(new URL('index.ts', home).href))
  const promised = [...code.matchAll(/console\.log\(.*\) \/\/ (.*)$/gm)].map(([, comment]) => comment)
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program])
  expect([stdout.trimEnd().split('\n'), promised.length]).toEqual([promised, 2])
})
