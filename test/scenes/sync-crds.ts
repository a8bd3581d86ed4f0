import type { Scene } from './scene.ts'

const MCAD = 'project-codeflare/multi-cluster-app-dispatcher'

function crd(plural: string, fields: string): string {
  return `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: ${plural}.workload.codeflare.dev
spec:
  group: workload.codeflare.dev
  names: {kind: ${plural}, plural: ${plural}}
  scope: Namespaced
  versions:
    - name: v1beta1
      served: true
      storage: true
      schema: {openAPIV3Schema: {type: object, properties: {${fields}}}}
`
}

export const copy: Scene = {
  action: 'sync-crds',
  title: 'a changed and a new CRD of MCAD are copied into the operator',
  async furnish({ github }) {
    await github.createRepository(MCAD, {
      files: {
        'config/crd/bases/workload.codeflare.dev_appwrappers.yaml': crd(
          'appwrappers',
          'a: {type: string, description: What it is for.}',
        ),
        'config/crd/bases/workload.codeflare.dev_schedulingspecs.yaml': crd('schedulingspecs', 'a: {type: string}'),
      },
    })
    await github.tag(MCAD, 'v1.41.0', { message: 'Release v1.41.0' })
    return {
      with: { token: 'ghs_release_token', sources: `${MCAD}@v1.41.0:config/crd/bases`, destination: 'config/crd' },
      environment: { GITHUB_REPOSITORY: 'project-codeflare/codeflare-operator' },
      files: {
        'config/crd/crd-appwrapper.yml': crd('appwrappers', 'a: {type: string}'),
        'config/crd/kustomization.yaml': '# Not run by itself.\nresources:\n- crd-appwrapper.yml # from MCAD\n',
      },
    }
  },
}
