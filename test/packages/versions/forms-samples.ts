import type { FormName } from '../../../packages/versions/index.ts'

/** A file with a marked version; what the marks hold is what an edit may touch, and nothing else. */
export interface Sample {
  readonly name: string
  readonly form: FormName
  readonly key: string
  readonly file: string
  /** `«v1.2.3»` marks each place, with the version as it stands there. */
  readonly marked: string
}

const sample = (name: string, form: FormName, key: string, file: string, marked: string): Sample => ({
  name,
  form,
  key,
  file,
  marked,
})

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`

/** Files as they are written in the CodeFlare stack, one a form or more; shortened, spelling and layout real. */
export const SAMPLES: readonly Sample[] = [
  sample(
    'a Makefile with templates and comments',
    'makefile',
    'MCAD_VERSION',
    'Makefile',
    '# MCAD_VERSION ?= v0.0.1\nMCAD_VERSION ?= «v1.40.0» ## as tested\nMCAD_CRD ?= ${MCAD_REPO}/config/crd?ref=${MCAD_VERSION}\nOLD_MCAD_VERSION ?= v1.0.0\n',
  ),
  sample('a Makefile without v', 'makefile', 'CODEFLARE_SDK_VERSION', 'Makefile', 'CODEFLARE_SDK_VERSION:=«0.6.1»\n'),
  sample('an exported Makefile variable', 'makefile', 'VERSION', 'Makefile', 'export VERSION = «v1.0.0-rc.1»'),
  sample('a Makefile with CRLF', 'makefile', 'A', 'Makefile', 'B ?= v1.2.3\r\nA ?= «v1.2.3»   \r\nC ?= v1.2.3\r\n'),
  sample(
    'an image in a Makefile',
    'makefile',
    'IMG',
    'Makefile',
    'IMG ?= registry.local:5000/codeflare/operator:«v1.2.0»\n',
  ),
  sample(
    'go.mod',
    'go-mod',
    'github.com/project-codeflare/instascale',
    'go.mod',
    'module github.com/project-codeflare/codeflare-operator\n\nrequire (\n\tgithub.com/project-codeflare/instascale «v0.4.0» // indirect\n\tgithub.com/project-codeflare/instascale-extra v0.4.0\n)\n',
  ),
  sample(
    'go.mod with a pseudo-version',
    'go-mod',
    'a/b',
    'go.mod',
    'require a/b «v0.0.0-20230829051452-55b1d39efb62»\n',
  ),
  sample(
    'go.mod with a replace that applies',
    'go-mod',
    'github.com/ray-project/kuberay/ray-operator',
    'go.mod',
    'require github.com/ray-project/kuberay/ray-operator «v1.2.1»\n\nreplace github.com/ray-project/kuberay/ray-operator => github.com/ray-project/kuberay/ray-operator «v1.2.1»\n',
  ),
  sample(
    'a remote target of kustomize',
    'kustomize-ref',
    'github.com/project-codeflare/multi-cluster-app-dispatcher',
    'config/crd/mcad/kustomization.yaml',
    'resources:\n- github.com/project-codeflare/multi-cluster-app-dispatcher/config/crd?ref=«v1.40.0»  # kpt-set: ${MCAD_CRD}\n- "https://github.com/project-codeflare/multi-cluster-app-dispatcher.git/config/rbac?timeout=90s&ref=«v1.40.0»"\n- github.com/project-codeflare/multi-cluster-app-dispatcher-tools?ref=v1.40.0\n',
  ),
  sample(
    'an image of kustomize',
    'kustomize-image',
    'controller',
    'config/manager/kustomization.yaml',
    'images:\n- name: other\n  newTag: v0.0.2\n- name: controller\n  newName: quay.io/project-codeflare/codeflare-operator\n  newTag: «v0.0.2»\n',
  ),
  sample(
    'params.env',
    'params-env',
    'codeflare-operator-controller-image',
    'config/manager/params.env',
    'namespace=opendatahub\ncodeflare-operator-controller-image=quay.io:443/opendatahub/codeflare-operator:«v1.15.0»\n',
  ),
  sample(
    'Kubernetes objects',
    'yaml-image',
    'quay.io/project-codeflare/instascale-controller',
    'deployment.yaml',
    `---\nkind: Deployment\nspec:\n  containers:\n  - image: quay.io/project-codeflare/instascale-controller:«v0.0.4» # pinned\n    name: instascale-controller\n  - image: 'quay.io/project-codeflare/instascale-controller:«v0.0.4»'\n  - image: quay.io/project-codeflare/instascale-controller-extra:v0.0.4\n---\npatch: '[{"op":"add", "value": "quay.io/project-codeflare/instascale-controller:«v0.0.4»" }]'\n---\nnote: like quay.io/project-codeflare/instascale-controller:v0.0.4 before\npatch: |-\n  - op: replace\n    value: quay.io/project-codeflare/instascale-controller:«v0.0.4»\n`,
  ),
  sample(
    'an ImageStream',
    'imagestream',
    'quay.io/project-codeflare/notebook',
    'imagestream.yaml',
    'kind: ImageStream\nmetadata:\n  name: codeflare-notebook\nspec:\n  tags:\n    - annotations:\n        openshift.io/imported-from: quay.io/project-codeflare/notebook\n      name: «v0.7.0»\n      from:\n        kind: DockerImage\n        name: quay.io/project-codeflare/notebook:«v0.7.0»\n',
  ),
  sample(
    'an argument of a Dockerfile',
    'dockerfile',
    'SDK_VERSION',
    'Dockerfile',
    'FROM python:3.9\nARG SDK_VERSION="«0.14.0»"\nRUN pip install codeflare-sdk==${SDK_VERSION}\n',
  ),
  sample(
    'a base image of a Dockerfile',
    'dockerfile',
    'quay.io/project-codeflare/notebook',
    'Dockerfile',
    'FROM --platform=linux/amd64 quay.io/project-codeflare/notebook:«v0.14.0» AS base\n',
  ),
  sample(
    'a constant in Go',
    'go-const',
    'MCADImage',
    'defaults.go',
    'package controllers\n\n// MCADImage = "x:v1.0.0"\nconst (\n\tMCADImage       = "quay.io/project-codeflare/mcad-controller:release-v«1.34.1»"\n\tInstaScaleImage = "quay.io/project-codeflare/instascale-controller:v0.0.8"\n)\n',
  ),
  sample(
    'a constant in Python',
    'python-const',
    '__version__',
    '__init__.py',
    '"""\n__version__ = "9.9.9"\n"""\n__version__: str = \'«0.14.0»\'  # kept\n',
  ),
  sample(
    'pyproject.toml, twice',
    'pyproject',
    'version',
    'pyproject.toml',
    '[project]\nname = "codeflare-sdk"\nversion = "«0.14.0»"\n\n[tool.poetry]\nversion = \'«0.14.0»\' # twice\n\n[tool.other]\nversion = "0.14.0"\n',
  ),
  sample(
    'dependencies in pyproject.toml',
    'pyproject',
    'codeflare_torchx',
    'pyproject.toml',
    '[project]\ndependencies = [\n  "codeflare-torchx[kubernetes] == «0.6.0» ; python_version < \'3.12\'", # why\n  "rich>=12",\n]\n[tool.poetry.dependencies]\ncodeflare-torchx = {version = "^«0.6.0»", extras = ["x"]}\n',
  ),
  sample('a VERSION file', 'version-file', '', 'VERSION', '\uFEFF«1.40.0»\n'),
  sample(
    'JSON',
    'json',
    '/dependencies/@codeflare~1sdk',
    'package.json',
    '{\n\t"version": "1.0.0",\n\t"dependencies": { "@codeflare/sdk": "^«1.0.0»", "b": "1.0.0" }\n}',
  ),
  sample(
    'a plain cell',
    'markdown-table',
    'CodeFlare-SDK',
    'README.md',
    'CodeFlare-SDK v0.7.0\n\n| Component     | Version |\n|---------------|---------|\n| CodeFlare-SDK | «v0.7.0»  |\n| InstaScale | v0.7.0 |\n',
  ),
  sample(
    'a linked cell',
    'markdown-table',
    'KubeRay',
    'README.md',
    '| Component | Since | Version |\n|---|---|---|\n| KubeRay | v0.1.0 | [«v1.0.0»](https://github.com/ray-project/kuberay/releases/tag/«v1.0.0») |\n',
  ),
  sample(
    'a cell that refers to a link below',
    'markdown-table',
    'KubeRay',
    'README.md',
    '| Component | Version |\n|---|---|\n| KubeRay | [«v1.0.0»][kuberay] |\n\n[kuberay]: https://github.com/ray-project/kuberay/releases/tag/«v1.0.0»\n',
  ),
  sample('a regular expression', 'regex', '^sdk@(\\S+)$', 'lock.txt', 'ray@2.5.0\nsdk@«v0.14.0»\n'),
]

/** The sample's text without its marks. */
export const textOf = ({ marked }: Sample): string => marked.replace(/[«»]/g, '')

/** The sample's text with `version` (no `v`) in every mark, spelled as each place spells it. */
export const expectedOf = ({ marked }: Sample, version: string): string =>
  marked.replace(/«(v?)[^»]*»/g, (_mark, v: string) => v + version)

export const PINNED = `codeflare-operator-controller-image=quay.io/opendatahub/codeflare-operator@${DIGEST}\n`
export const SOME_DIGEST = DIGEST
