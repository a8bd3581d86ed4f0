import { type CatalogBundle, splitName } from '../../graph/catalog-bundle.ts'

interface Said {
  readonly severity: 'error' | 'warning'
  readonly message: string
}

/**
 * Whether the operator is called the same everywhere: in the annotations, the CSV, the directory and the other bundles
 * (operator-pipelines, `static_tests/common/bundle.py`, `check_operator_name`).
 */
export function nameFaults(bundle: CatalogBundle, others: readonly CatalogBundle[], operator: string): Said[] {
  if (bundle.package === '') {
    return [{ severity: 'error', message: 'Bundle does not define the operator name in annotations.yaml' }]
  }
  const own = splitName(bundle.name)?.operator
  if (own === undefined) {
    return [
      {
        severity: 'error',
        message: `Invalid operator name in CSV for ${bundle.name === '' ? 'this bundle' : bundle.name}`,
      },
    ]
  }
  const packages = new Set(others.map((other) => other.package))
  const names = new Set(others.flatMap((other) => splitName(other.name)?.operator ?? []))
  const faults =
    others.length === 0
      ? []
      : [...consistency(bundle.package, packages, 'from annotations.yaml'), ...consistency(own, names, 'from the CSV')]
  const severity = others.length === 0 ? 'error' : 'warning'
  if (bundle.package !== own) {
    faults.push({
      severity,
      message: `Operator name from annotations.yaml (${bundle.package}) does not match the name defined in the CSV (${own})`,
    })
  }
  if (bundle.package !== operator) {
    faults.push({
      severity,
      message: `Operator name from annotations.yaml (${bundle.package}) does not match the operator's directory name (${operator})`,
    })
  }
  return faults
}

function consistency(own: string, others: ReadonlySet<string>, where: string): Said[] {
  const [common, ...more] = others
  if (common === undefined || more.length > 0) {
    const all = [...new Set([...others, own])].sort().map((name) => `'${name}'`)
    return [
      { severity: 'warning', message: `Operator name ${where} is not consistent across bundles: [${all.join(', ')}]` },
    ]
  }
  return common === own
    ? []
    : [
        {
          severity: 'error',
          message: `Operator name ${where} (${own}) does not match the name defined in other bundles (${common})`,
        },
      ]
}
