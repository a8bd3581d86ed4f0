import { parseManifest, type Train } from '../../../packages/train/index.ts'

/** What CodeFlare's matrices ever had a row for, by the name of the row. */
const MEMBERS: Readonly<Record<string, { id: string; repository: string; variable: string; module: string }>> = {
  'Multi-Cluster App Dispatcher': {
    id: 'mcad',
    repository: 'project-codeflare/multi-cluster-app-dispatcher',
    variable: 'MCAD_VERSION',
    module: 'github.com/project-codeflare/multi-cluster-app-dispatcher',
  },
  'CodeFlare-SDK': {
    id: 'sdk',
    repository: 'project-codeflare/codeflare-sdk',
    variable: 'CODEFLARE_SDK_VERSION',
    module: '',
  },
  InstaScale: {
    id: 'instascale',
    repository: 'project-codeflare/instascale',
    variable: 'INSTASCALE_VERSION',
    module: 'github.com/project-codeflare/instascale',
  },
  AppWrapper: {
    id: 'appwrapper',
    repository: 'project-codeflare/appwrapper',
    variable: 'APPWRAPPER_VERSION',
    module: 'github.com/project-codeflare/appwrapper',
  },
  KubeRay: {
    id: 'kuberay',
    repository: 'ray-project/kuberay',
    variable: 'KUBERAY_VERSION',
    module: 'github.com/ray-project/kuberay/ray-operator',
  },
  Kueue: {
    id: 'kueue',
    repository: 'kubernetes-sigs/kueue',
    variable: 'KUEUE_VERSION',
    module: 'sigs.k8s.io/kueue',
  },
}

/** The stack whose matrix has these rows, with the places in its Makefile and go.mod that hold a version. */
export function stackOf(rows: readonly string[], variables: readonly string[], modules: readonly string[]): Train {
  const members = Object.entries(MEMBERS).filter(([name]) => rows.includes(name))
  const places = members.flatMap(([, { id, variable, module }]) => [
    ...(variables.includes(variable) ? [`{ of: ${id}, file: Makefile, form: makefile, key: ${variable} }`] : []),
    ...(modules.includes(module) ? [`{ of: ${id}, file: go.mod, form: go-mod, key: ${module} }`] : []),
  ])
  return parseManifest(
    `train: codeflare
title: CodeFlare Stack
components:
  operator:
    name: CodeFlare Operator
    repository: project-codeflare/codeflare-operator
    leads: true
    depends-on: [${members.map(([, { id }]) => id).join(', ')}]
    versions: [${places.join(', ')}]
${members.map(([name, { id, repository }]) => `  ${id}: { name: ${name}, repository: ${repository} }\n`).join('')}`,
    'release-train.yaml',
  )
}
