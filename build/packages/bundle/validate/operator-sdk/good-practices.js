import { isList, isObject, listMember, member } from '../../../yaml/index.js'
import { readSemVer } from '../../graph/semver.js'
import { textAt, textOf, valueAt } from '../bundle-files.js'
/**
 * Advice of the operator framework (operator-framework/api, `validation/internal/good_practices.go`). Its rule about the names
 * of channels never fires in operator-sdk, which does not read the channels; ours is in `extra/`.
 */
export function checkGoodPractices({ csv }, findings) {
  const { file, value, name } = csv
  const strategy = valueAt(value, 'spec', 'install', 'spec')
  if (!isList(member(strategy, 'deployments'))) {
    findings.at(file, ['spec', 'install', 'spec'], {
      severity: 'error',
      rule: 'practice-deployments',
      message: 'unable to find a deployment to install in the CSV',
      advice:
        'OLM installs Deployments; without one the bundle does nothing. Is it missing from the rendered manifests?',
    })
  }
  for (const [index, deployment] of listMember(strategy, 'deployments').entries()) {
    const containers = listMember(valueAt(deployment, 'spec', 'template', 'spec'), 'containers')
    for (const [position, container] of containers.entries()) {
      if (isObject(valueAt(container, 'resources', 'requests'))) continue
      findings.at(
        file,
        ['spec', 'install', 'spec', 'deployments', index, 'spec', 'template', 'spec', 'containers', position],
        {
          severity: 'warning',
          rule: 'practice-resource-requests',
          message: `unable to find the resource requests for the container: (${textAt(container, 'name')}). It is recommended to ensure the resource request for CPU and Memory. Be aware that for some clusters configurations it is required to specify requests or limits for those values. Otherwise, the system or quota may reject Pod creation. More info: https://master.sdk.operatorframework.io/docs/best-practices/managing-resources/`,
          advice: 'Set “resources.requests” of the container in config/manager.',
        },
      )
    }
  }
  checkDescriptions(csv, findings)
  checkCrdPermissions(csv, findings)
  checkName(name, (message) =>
    findings.at(file, ['metadata', 'name'], {
      severity: 'warning',
      rule: 'practice-name',
      message,
      advice: 'Name it OPERATOR.vVERSION, for example “codeflare-operator.v1.16.0”.',
    }),
  )
}
function checkDescriptions({ file, value }, findings) {
  for (const relation of ['owned', 'required']) {
    for (const [index, crd] of listMember(valueAt(value, 'spec', 'customresourcedefinitions'), relation).entries()) {
      if (textAt(crd, 'description') !== '') continue
      findings.at(file, ['spec', 'customresourcedefinitions', relation, index], {
        severity: 'warning',
        rule: 'practice-crd-description',
        message: `${relation} CRD "${textAt(crd, 'name')}" has an empty description`,
        advice: 'Describe it in a sentence in the base CSV (config/manifests/bases); OperatorHub shows it.',
      })
    }
  }
}
function checkCrdPermissions({ file, value }, findings) {
  const strategy = valueAt(value, 'spec', 'install', 'spec')
  for (const list of ['permissions', 'clusterPermissions']) {
    for (const [index, permission] of listMember(strategy, list).entries()) {
      const found = listMember(permission, 'rules').findIndex((rule) => {
        const has = (field, wanted) => listMember(rule, field).some((item) => wanted.includes(textOf(item) ?? ''))
        return (
          has('apiGroups', ['apiextensions.k8s.io']) &&
          has('resources', ['customresourcedefinitions', '*', '[*]']) &&
          has('verbs', ['create', '*', '[*]', 'patch'])
        )
      })
      if (found < 0) continue
      findings.at(file, ['spec', 'install', 'spec', list, index, 'rules', found], {
        severity: 'warning',
        rule: 'practice-crd-permission',
        message:
          "CSV contains permissions to create CRD. An Operator shouldn't deploy or manage other operators (such patterns are known as meta or super operators or include CRDs in its Operands). It's the Operator Lifecycle Manager's job to manage the deployment and lifecycle of operators.  Please, review the design of your solution and if you should not be using Dependency Resolution from OLM instead. More info: https://sdk.operatorframework.io/docs/best-practices/common-recommendation/",
        advice: 'Let OLM install the CRDs from the bundle, and take the verb out of the role.',
      })
      return
    }
  }
}
function checkName(name, say) {
  const found = /([0-9]+)\.([0-9]+)\.([0-9]+)(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+)?$/.exec(
    name,
  )?.[0]
  if (found === undefined || readSemVer(found) === null) {
    say(
      `csv.metadata.Name ${name} is not following the versioning convention (MAJOR.MINOR.PATCH e.g 0.0.1): https://semver.org/`,
    )
  }
  if (name.split('.v').length !== 2) {
    say(
      `csv.metadata.Name ${name} is not following the recommended naming convention: <operator-name>.v<semver> e.g. memcached-operator.v0.0.1`,
    )
  }
}
