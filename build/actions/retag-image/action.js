import { choice, defineAction, flag, list, secret, text } from '../../packages/action/index.js'
import {
  credentialsGiven,
  displacedBy,
  findCredentials,
  movementsOf,
  parseEndpoints,
  planRetag,
  readRequests,
  RegistryClient,
  reportRetag,
  summarizeSource,
} from '../../packages/registry/index.js'
export default defineAction({
  name: 'retag-image',
  title: 'Move image tags',
  description:
    'Points tags of a container image at a digest that was tested: every platform, attestation and signature, byte for byte, in this repository or another, without pulling or building anything. A published version never changes, and stable never goes back.',
  branding: { icon: 'tag', color: 'blue' },
  permissions: {},
  inputs: {
    source: text({
      description: 'The image that the tags shall point at, by tag or by digest.',
      example: 'quay.io/project-codeflare/codeflare-operator:dev',
    }),
    tags: list({
      description:
        "Tags to point at it: bare tags of the source's repository, or full references, also of other repositories and registries.",
      example: 'v1.2.0',
      commas: true,
    }),
    images: list({
      description:
        'Several images at once, instead of `source` and `tags`: `SOURCE => TAG TAG…`, one image a line. Nothing is written when one of them is refused.',
      example: 'quay.io/project-codeflare/instascale:v0.1.0 => stable',
    }),
    username: text({
      description:
        'User or robot account of the registry that is written to. Default: what an earlier step logged in with (Docker, podman, credential helpers).',
    }),
    password: secret({ description: 'Password or token of that user.' }),
    guard: choice(['strict', 'off'], {
      description:
        '`strict`: a version tag never moves to another digest, and a channel tag only to a higher release. `off`: every tag moves.',
      default: 'strict',
    }),
    channels: list({
      description: 'Tags that show the newest release; the guard lets them only go forward.',
      default: 'stable',
      commas: true,
    }),
    referrers: flag({
      description:
        'Take along to another repository what belongs to an image and its platforms: signatures, SBOMs, attestations. Within one repository they stay attached to the digest anyway.',
      default: 'true',
    }),
    missing: choice(['error', 'skip'], {
      description:
        'What to do about a source that is not in the registry: fail, or leave it out; the output `digest` is then empty. For workflows that build an image only when it is not there.',
      default: 'error',
    }),
    'insecure-registries': list({
      description: 'Registry hosts that are spoken to over plain HTTP.',
      example: 'localhost:5000',
      commas: true,
    }),
  },
  outputs: {
    digest: 'Digest of the image, when the run is about one; empty for several, and for one that is missing.',
    'media-type': 'Its media type: an index, or a single image.',
    platforms: 'The platforms of its index, separated by commas (`linux/amd64,linux/arm64`); empty for a single image.',
    tags: 'JSON array of `{reference, before, after, moved}`: every tag that was asked for, with digests or null.',
    displaced: 'JSON array of `{reference, digest}`: what the moved tags pointed at before.',
  },
  async plan(inputs, { environment, log, signal }) {
    const requests = readRequests(inputs)
    const client = new RegistryClient({
      credentials: findCredentials({ environment, ...credentialsGiven(requests, inputs) }),
      endpoints: parseEndpoints(environment['CODEFLARE_REGISTRY_ENDPOINTS']),
      insecure: inputs['insecure-registries'],
      signal,
      onWarning: (line) => log.warning(line),
      onSecret: (value) => log.mask(value),
    })
    const plan = await planRetag(client, requests, inputs, { onProgress: (line) => log.info(line) })
    return {
      changes: plan.changes,
      findings: plan.findings,
      ...(plan.refusal !== null && { refusal: plan.refusal }),
      outputs: () => ({ ...summarizeSource(plan), tags: movementsOf(plan), displaced: displacedBy(plan) }),
      report: () => reportRetag(plan),
    }
  },
})
