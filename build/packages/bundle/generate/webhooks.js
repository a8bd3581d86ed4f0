import { canonical, entriesOf, isObject, listMember, member, textMember } from '../../yaml/index.js'
const DEFAULT_PORT = 443
/** `spec.webhookdefinitions`, and what of the stream's webhooks OLM cannot take. */
export function describeWebhooks(manifests, file) {
  const findings = []
  const admission = [
    ...manifests.validatingWebhooks.map((webhook) => ({ webhook, type: 'ValidatingAdmissionWebhook' })),
    ...manifests.mutatingWebhooks.map((webhook) => ({ webhook, type: 'MutatingAdmissionWebhook' })),
  ].map(({ webhook, type }) => {
    findings.push(...lossesOf(webhook, manifests, file))
    return describeAdmission(webhook.value, type, manifests)
  })
  findings.push(...unreachable(manifests, file))
  const conversion = manifests.services.flatMap((service) => describeConversion(service, manifests))
  return {
    descriptions: [...admission, ...conversion].sort((one, other) => order(nameOf(one), nameOf(other))),
    findings,
  }
}
function nameOf(description) {
  return textMember(description, 'generateName') ?? ''
}
function order(one, other) {
  return one === other ? 0 : one < other ? -1 : 1
}
/** operator-sdk, `validatingToWebhookDescription` and `mutatingToWebhookDescription`. */
function describeAdmission(webhook, type, manifests) {
  const reference = member(member(webhook, 'clientConfig'), 'service')
  const versions = listMember(webhook, 'admissionReviewVersions')
  const description = {
    type,
    generateName: webhook['name'] ?? '',
    sideEffects: webhook['sideEffects'] ?? 'None',
    admissionReviewVersions: versions.length === 0 ? ['v1beta1'] : versions,
  }
  const kept = ['rules', 'failurePolicy', 'matchPolicy', 'objectSelector', 'timeoutSeconds', 'reinvocationPolicy']
  for (const field of kept) description[field] = webhook[field] ?? null
  if (!isObject(reference)) return description
  const name = textMember(reference, 'name') ?? ''
  const service = manifests.services.find((one) => one.name === name)
  return {
    ...description,
    ...portsOf(service, member(reference, 'port') ?? DEFAULT_PORT),
    deploymentName: deploymentOf(service, manifests) ?? withoutSuffix(name),
    webhookPath: member(reference, 'path') ?? null,
  }
}
/** What runs behind a service of the stream; nothing for one that points out of the cluster or selects by hand. */
function deploymentOf(service, manifests) {
  if (service === undefined) return undefined
  const spec = member(service.value, 'spec')
  if (textMember(spec, 'type') === 'ExternalName' || entriesOf(spec, 'selector').length === 0) return undefined
  return selectedBy(service, manifests)
}
/** The first deployment whose pods have all labels that a service asks for. */
function selectedBy(service, manifests) {
  const selector = entriesOf(member(service.value, 'spec'), 'selector')
  return manifests.deployments.find(({ value }) => {
    const labels = new Map(entriesOf(member(member(member(value, 'spec'), 'template'), 'metadata'), 'labels'))
    return labels.size > 0 && selector.every(([key, wanted]) => labels.get(key) === wanted)
  })?.name
}
/** OLM's containerPort is the port of the service, its targetPort the one of the pod. */
function portsOf(service, wanted) {
  const ports = listMember(member(service?.value, 'spec'), 'ports')
  const port = ports.find((one) => member(one, 'port') === wanted)
  return port === undefined ? {} : { containerPort: wanted, targetPort: member(port, 'targetPort') ?? 0 }
}
function withoutSuffix(service) {
  return service.replace(/-service$/, '')
}
/**
 * One description for all definitions that a service converts at the same port and path with the same review versions
 * (operator-sdk, `conversionToWebhookDescription`, which compares ports by their address and needs a path).
 */
function describeConversion(service, manifests) {
  const converted = conversions(manifests).filter((one) => one.service === service.name)
  const groups = Map.groupBy(converted, ({ port, path, versions }) => canonical([port, path, versions]))
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const definitions = [...new Set(group.map(({ definition }) => definition))].sort(order)
    return [
      {
        type: 'ConversionWebhook',
        generateName: `c${definitions.map((name) => name.split('.')[0]).join('')}.kb.io`,
        conversionCRDs: definitions,
        admissionReviewVersions: first.versions,
        sideEffects: 'None',
        deploymentName: selectedBy(service, manifests) ?? withoutSuffix(service.name),
        webhookPath: first.path,
        ...portsOf(service, first.port),
      },
    ]
  })
}
function conversions(manifests) {
  return [...manifests.definitions, ...manifests.oldDefinitions].flatMap((definition) => {
    const conversion = member(member(definition.value, 'spec'), 'conversion')
    const webhook = member(conversion, 'webhook')
    // In v1beta1, webhookClientConfig and conversionReviewVersions stand beside the strategy.
    const service = member(member(webhook, 'clientConfig') ?? member(conversion, 'webhookClientConfig'), 'service')
    if (!isObject(service)) return []
    return [
      {
        definition: definition.name,
        service: textMember(service, 'name') ?? '',
        port: member(service, 'port') ?? DEFAULT_PORT,
        path: member(service, 'path') ?? null,
        versions: listMember(webhook ?? conversion, 'conversionReviewVersions'),
        line: definition.line,
      },
    ]
  })
}
/** OLM's descriptions have no place for these two; operator-sdk drops them without a word. */
function lossesOf({ value, line }, manifests, file) {
  const name = textMember(value, 'name') ?? ''
  const about = { severity: 'warning', file, line }
  const losses = []
  const selector = member(value, 'namespaceSelector')
  if (isObject(selector) && Object.keys(selector).length > 0) {
    losses.push({
      ...about,
      rule: 'webhook-namespace-selector',
      path: '.webhooks[*].namespaceSelector',
      message: `The namespaceSelector of webhook ${name} is lost: OLM selects the namespaces that the operator watches.`,
      advice: 'Select by objectSelector, or let the webhook itself pass what it does not care for.',
    })
  }
  if (listMember(value, 'matchConditions').length > 0) {
    losses.push({
      ...about,
      rule: 'webhook-match-conditions',
      path: '.webhooks[*].matchConditions',
      message: `The matchConditions of webhook ${name} are lost: OLM's webhook descriptions have none.`,
      advice: 'Check them in the webhook itself.',
    })
  }
  const reference = member(member(value, 'clientConfig'), 'service')
  if (!isObject(reference)) {
    losses.push({
      ...about,
      rule: 'webhook-without-service',
      message: `Webhook ${name} is called by URL; OLM calls webhooks of the operator's own deployments only.`,
      advice: 'Serve it from the operator, or install its configuration by other means.',
    })
    return losses
  }
  const service = textMember(reference, 'name') ?? ''
  if (
    deploymentOf(
      manifests.services.find((one) => one.name === service),
      manifests,
    ) === undefined
  ) {
    losses.push({
      ...about,
      rule: 'webhook-without-deployment',
      message: `No deployment was found behind the service ${service} of webhook ${name}; “${withoutSuffix(service)}” was taken.`,
      advice: 'Add the service with a selector that the labels of the pods match.',
    })
  }
  return losses
}
/** Conversions by a service that the stream does not have get no description. */
function unreachable(manifests, file) {
  const services = new Set(manifests.services.map(({ name }) => name))
  return conversions(manifests)
    .filter(({ service }) => !services.has(service))
    .map(({ definition, service, line }) => ({
      severity: 'warning',
      rule: 'conversion-without-service',
      file,
      line,
      crd: definition,
      message: `${definition} is converted by the service ${service}, which the stream does not have, so OLM will not serve its conversion.`,
      advice: 'Add the service to what kustomize renders.',
    }))
}
