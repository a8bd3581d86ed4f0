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
  sample(
    'a Makefile with tabs and a target of its own',
    'makefile',
    'KUEUE_VERSION',
    'Makefile',
    'KUEUE_VERSION\t?=\t«v0.10.1»\t# tested\n\nbuild: KUEUE_VERSION = v9.0.0\nbuild:\n\tKUEUE_VERSION=v0.0.1 make\n',
  ),
  sample(
    'go.work',
    'go-work',
    'github.com/ray-project/kuberay/ray-operator',
    'go.work',
    'go 1.22\n\nuse (\n\t.\n\t./test\n)\n\nreplace (\n\tgithub.com/ray-project/kuberay/ray-operator => github.com/ray-project/kuberay/ray-operator «v1.2.1» // API\n\tk8s.io/client-go => k8s.io/client-go v0.31.4\n)\n',
  ),
  sample(
    'a fork that replaces a module in go.mod',
    'go-mod',
    'github.com/opendatahub-io/kueue',
    'go.mod',
    'require sigs.k8s.io/kueue v0.10.1\n\nreplace sigs.k8s.io/kueue => github.com/opendatahub-io/kueue «v0.10.1-odh-2»\n',
  ),
  sample(
    'JSON patches of a kustomization',
    'kustomize-patch',
    '/metadata/annotations/containerImage',
    'config/manifests/kustomization.yaml',
    `patches:\n- patch: '[{"op":"add", "path":"/metadata/annotations/containerImage", "value": "quay.io/project-codeflare/codeflare-operator:«v0.0.2»" }]'\n  target: {kind: ClusterServiceVersion}\n- patch: "[{\\"op\\":\\"add\\",\\"path\\":\\"/metadata/annotations/containerImage\\",\\"value\\":\\"quay.io/project-codeflare/codeflare-operator:«v0.0.2»\\"}]"\n- patch: |-\n    # kept\n    - op: replace\n      path: /metadata/annotations/containerImage\n      value: 'quay.io/project-codeflare/codeflare-operator:«v0.0.2»' # kept, too\n    - op: replace\n      path: /spec/other\n      value: v0.0.2\n`,
  ),
  sample(
    'a file of JSON patches',
    'kustomize-patch',
    '/spec/version',
    'patch.yaml',
    '- op: test\n  path: /spec\n- op: replace\n  path: /spec/version\n  value: «1.2.0»\n',
  ),
  sample(
    'a label of a Kubernetes object',
    'yaml',
    '/metadata/labels/app.kubernetes.io~1version',
    'deployment.yaml',
    'metadata:\n  labels:\n    app.kubernetes.io/name: v1.0.0\n    app.kubernetes.io/version: "«v1.0.0»"\n',
  ),
  sample(
    'JSON in an annotation',
    'annotation-json',
    'opendatahub.io/notebook-python-dependencies#codeflare-sdk',
    'imagestream.yaml',
    `kind: ImageStream\nspec:\n  tags:\n  - name: v0.14.0\n    annotations:\n      opendatahub.io/notebook-python-dependencies: '[{"name":"ray","version":"2.7.0"}, {"name":"codeflare-sdk","version":"«0.14.0»"}]'\n`,
  ),
  sample(
    'JSON in an annotation of several lines',
    'annotation-json',
    'notebook-software#SDK',
    'imagestream.yaml',
    'metadata:\n  annotations:\n    notebook-software: |\n      [\n        {"name": "Python", "version": "v3.9"},\n        {"version": "«v0.14.0»", "name": "SDK"}\n      ]\n',
  ),
  sample(
    'a JSON object in an annotation between double quotes',
    'annotation-json',
    'versions#mcad',
    'deployment.yaml',
    'metadata:\n  annotations: {versions: "{\\"mcad-tools\\":\\"v1.0.0\\",\\"mcad\\":\\"«v1.40.0»\\"}"}\n',
  ),
  sample(
    'values of a Helm chart',
    'helm-values',
    'quay.io/kuberay/operator',
    'values.yaml',
    'image:\n  registry: quay.io\n  repository: kuberay/operator\n  tag: «v1.0.0» # of the operator\n  pullPolicy: Always\nproxy:\n  repository: quay.io/kuberay/proxy\n  tag: v1.0.0\nsidecar: quay.io/kuberay/operator:«v1.0.0»\n',
  ),
  sample(
    'one value of a Helm chart',
    'helm-values',
    '/image/tag',
    'values.yaml',
    'image:\n  tag: "«v1.0.0»"\ntag: v1.0.0\n',
  ),
  sample(
    'appVersion of a Helm chart',
    'helm-chart',
    'appVersion',
    'Chart.yaml',
    'apiVersion: v2\nname: kuberay-operator\nversion: 1.0.0\nappVersion: "«v1.0.0»"\n',
  ),
  sample(
    'a dependency of a Helm chart',
    'helm-chart',
    'kuberay-operator',
    'Chart.yaml',
    'version: 1.0.0\ndependencies:\n  - name: kuberay-operator\n    version: ~«1.0.0»\n    repository: https://ray-project.github.io/kuberay-helm\n  - {name: kueue, version: 1.0.0}\n',
  ),
  sample(
    'a CSV',
    'csv',
    'version',
    'bundle/manifests/codeflare-operator.clusterserviceversion.yaml',
    'apiVersion: operators.coreos.com/v1alpha1\nkind: ClusterServiceVersion\nmetadata:\n  name: codeflare-operator.«v1.2.0»\nspec:\n  replaces: codeflare-operator.v1.1.0\n  version: «1.2.0»\n',
  ),
  sample(
    'what a CSV replaces',
    'csv',
    'replaces',
    'csv.yaml',
    'kind: ClusterServiceVersion\nmetadata: {name: codeflare-operator.v1.2.0}\nspec: {version: 1.2.0, replaces: codeflare-operator.«v1.1.0»}\n',
  ),
  sample(
    'an image that a stage of a Dockerfile copies from',
    'dockerfile',
    'localhost:5000/codeflare/tools',
    'Dockerfile',
    'FROM scratch AS v1\nCOPY --chown=0 --from=localhost:5000/codeflare/tools:«v1.0.0» /a /b\n',
  ),
  sample(
    'requirements.txt',
    'requirements',
    'Codeflare_SDK',
    'requirements.txt',
    '-r base.txt\n# codeflare-sdk==9.9.9\ncodeflare-sdk[ray]==«0.14.0» ; python_version < "3.12"  # with ray\ncodeflare-sdk-extras==0.14.0\n',
  ),
  sample(
    'an address in requirements.txt',
    'requirements',
    'codeflare-sdk',
    'requirements.txt',
    'codeflare-sdk @ git+https://git@github.com/project-codeflare/codeflare-sdk.git@«v0.14.0»#egg=codeflare-sdk\n',
  ),
  sample(
    'a Pipfile',
    'pipfile',
    'codeflare-sdk',
    'Pipfile',
    '[[source]]\nname = "pypi"\nurl = "https://example.com/simple"\n\n[packages]\ncodeflare_sdk = "==«0.14.0»"\nray = {version = "==2.7.0"}\n\n[dev-packages]\ncodeflare-sdk = {ref = "«v0.14.0»", git = "https://github.com/project-codeflare/codeflare-sdk.git"}\n\n[requires]\npython_version = "3.9"\n',
  ),
  sample(
    'a dependency by repository in pyproject.toml',
    'pyproject',
    'codeflare-sdk',
    'pyproject.toml',
    '[tool.poetry.group.test.dependencies]\ncodeflare-sdk = {git = "https://github.com/project-codeflare/codeflare-sdk.git", tag = "«v0.14.0»"}\n',
  ),
  sample(
    'a cell with two links to one version',
    'markdown-table',
    'KubeRay',
    'README.md',
    '| Component | Version |\n|---|---|\n| KubeRay | [«v1.0.0»](https://github.com/ray-project/kuberay/releases/tag/«v1.0.0») ([fork](https://github.com/opendatahub-io/kuberay), [«v1.0.0»](https://github.com/opendatahub-io/kuberay/tree/«v1.0.0»)) |\n',
  ),
  sample(
    'a cell whose text is the name of a link below',
    'markdown-table',
    'KubeRay',
    'README.md',
    '| Component | Version |\n|---|---|\n| KubeRay | [«v1.0.0»] |\n\n[«v1.0.0»]: https://github.com/ray-project/kuberay/releases/tag/«v1.0.0» "KubeRay"\n',
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
