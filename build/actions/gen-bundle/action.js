import { defineAction, flag, list, text, tokenInput } from '../../packages/action/index.js'
import {
  fetchKustomize,
  githubCatalog,
  planBundle,
  readOperator,
  registryDigests,
  renderKustomization,
  reportBundle,
} from '../../packages/bundle/index.js'
import { GitHub, parseRepository } from '../../packages/github/index.js'
import { Workspace } from '../../packages/plan/index.js'
import { findCredentials, parseEndpoints, RegistryClient } from '../../packages/registry/index.js'
import { commitTime } from '../../packages/versions/index.js'
export default defineAction({
  name: 'gen-bundle',
  title: 'Generate an OLM bundle',
  description:
    'Makes the OLM bundle of an operator from its kustomize manifests, as operator-sdk would: every image by digest, in its place in the catalog’s update graph, checked before anything is written, and the same bytes every time.',
  branding: { icon: 'package', color: 'blue' },
  permissions: { contents: 'read' },
  inputs: {
    token: tokenInput('to read the catalog, when `catalog` is given'),
    version: text({
      description: 'Version of the bundle, without `v`. Default: name and version as the base CSV has them.',
      example: '1.2.3',
    }),
    package: text({
      description: 'Name of the operator in the catalog. Default: `projectName` of the PROJECT file.',
      example: 'codeflare-operator',
    }),
    manifests: text({
      description:
        'A kustomize directory, rendered by `kustomize` or `kubectl kustomize` (fetched once where there is neither), or a file of rendered manifests.',
      default: 'config/manifests',
    }),
    image: text({
      description:
        'The operator’s image: put wherever a deployment names its repository or `controller:latest`, and into the annotation `containerImage`. Default: as in the manifests.',
      example: 'quay.io/project-codeflare/codeflare-operator:v1.2.3',
    }),
    channels: list({
      description: 'Channels that the bundle is published in.',
      default: 'alpha',
      commas: true,
    }),
    'default-channel': text({ description: 'The channel of users who choose none: one of `channels`.' }),
    replaces: text({
      description:
        'What the bundle updates. `auto`: by the published bundles and open pull requests of `catalog`; without `catalog`, what the manifests say stays. `none`: nothing. Or the name of a CSV.',
      default: 'auto',
      example: 'codeflare-operator.v1.2.2',
    }),
    'skip-range': text({
      description: 'Versions that are updated to this one at once (`olm.skipRange`).',
      example: '>=1.0.0 <1.2.3',
    }),
    catalog: text({
      description:
        'Where the published bundles are, for `replaces: auto`: `OWNER/REPO[@BRANCH][:DIRECTORY]`. Default of the directory: `operators/PACKAGE`.',
      example: 'redhat-openshift-ecosystem/community-operators-prod',
    }),
    'output-dir': text({ description: 'Directory of the bundle, which it has for itself.', default: 'bundle' }),
    'use-image-digests': flag({
      description: 'Write every image by digest, and list all of them in `spec.relatedImages`.',
      default: 'true',
    }),
    'created-at': text({
      description:
        'Time in the annotation `createdAt`. Default: of the commit that is checked out; a bundle in which nothing else changes keeps its own.',
      example: '2026-01-31T12:00:00Z',
    }),
    'extra-service-accounts': list({
      description: 'Service accounts that the operator uses besides those of its deployments.',
      commas: true,
    }),
    'insecure-registries': list({
      description: 'Registry hosts that are spoken to over plain HTTP.',
      example: 'localhost:5000',
      commas: true,
    }),
    validate: flag({
      description:
        'Check the bundle, and write nothing when it has errors: the rules of `operator-sdk bundle validate` and what they miss.',
      default: 'true',
    }),
  },
  outputs: {
    'bundle-dir': 'Path of the bundle, as `output-dir` says it.',
    'csv-name': 'Name of the bundle: `codeflare-operator.v1.2.3`.',
    replaces: 'The CSV that it updates; empty for none.',
    'related-images': 'JSON array of `{name, image}`: what a mirror of the operator needs.',
    findings: 'JSON array of findings: what is wrong, what of the manifests OLM cannot take, what to look at.',
  },
  async plan(inputs, { environment, workspace, log, signal }) {
    const plan = await planBundle(inputs, new Workspace(workspace), {
      render: (directory) =>
        renderKustomization(directory, {
          environment,
          signal,
          onWarning: (line) => log.warning(line),
          fetch: () =>
            fetchKustomize({
              toolCache: environment['RUNNER_TOOL_CACHE'] ?? environment['RUNNER_TEMP'] ?? workspace,
              platform: process.platform,
              architecture: process.arch,
              get: (url) => fetch(url, { signal }),
            }),
        }),
      digests: registryDigests(
        new RegistryClient({
          credentials: findCredentials({ environment }),
          endpoints: parseEndpoints(environment['CODEFLARE_REGISTRY_ENDPOINTS']),
          insecure: inputs['insecure-registries'],
          signal,
          onWarning: (line) => log.warning(line),
          onSecret: (value) => log.mask(value),
        }),
      ),
      async catalog({ repository, branch, operator, directory }) {
        const github = new GitHub({ token: inputs.token, environment, signal, log: (line) => log.info(line) })
        const catalog = await githubCatalog(github, parseRepository(repository, 'catalog'), branch)
        return readOperator(catalog, operator, directory)
      },
      commitTime: () => commitTime(workspace, { environment, signal }),
    })
    return {
      changes: plan.changes,
      findings: plan.findings,
      ...(plan.refusal !== undefined && { refusal: plan.refusal }),
      outputs: () => ({
        'bundle-dir': plan.directory,
        'csv-name': plan.bundle.csvName,
        replaces: plan.bundle.replaces ?? '',
        'related-images': plan.bundle.relatedImages,
        findings: plan.findings,
      }),
      report: () => reportBundle(plan),
    }
  },
})
