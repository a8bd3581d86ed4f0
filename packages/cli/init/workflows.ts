import type { Component, Train } from '../../train/index.ts'
import { leader } from '../../train/index.ts'
import { readTemplates, withList, withoutJob, withoutLines, withoutStep, withPermission } from './template-text.ts'

/** How a repository is tested, as its own files say. */
export interface Commands {
  /** Null where nothing says how. */
  readonly unit: string | null
  readonly e2e: string | null
}

/** A workflow that a repository needs, filled in. */
export interface Workflow {
  /** Of its template: `component-release`. */
  readonly name: string
  readonly text: string
}

/** Which templates a component's repository needs, in the order of the process. */
function neededTemplates(train: Train, component: Component): string[] {
  const isStack = train.components.length + train.external.length > 1 || train.bundle !== null
  const builds = component.images.some(({ channels }) => channels.includes('dev'))
  const always = ['component-pr', ...(builds ? ['dev-image'] : [])]
  if (!component.leads || !isStack) return [...always, 'component-release']
  return [
    ...always,
    'operator-release',
    'operator-publish',
    'promote-stable',
    'hotfix',
    ...(train.components.length > 1 ? ['nightly-integration'] : []),
    ...(train.external.length > 0 ? ['adopt-dependency'] : []),
    ...(component.matrix === null ? [] : ['support-matrix-check']),
    ...(component.crds.length > 0 && component.matrix !== null ? ['sync-crds'] : []),
    'release-status',
  ]
}

/** The workflows of a component's repository, filled in from the manifest and from how it is tested. */
export async function workflowsFor(train: Train, component: Component, commands: Commands): Promise<Workflow[]> {
  const templates = await readTemplates()
  return neededTemplates(train, component).map((name) => {
    const text = templates.get(name)
    if (text === undefined) throw new Error(`there is no template ${name}`)
    return { name, text: fill(name, text, train, component, commands) }
  })
}

function fill(name: string, template: string, train: Train, component: Component, commands: Commands): string {
  const image = component.images.find(({ channels }) => channels.includes('dev')) ?? component.images[0]
  const parts = [
    withBranch(component.branch),
    withVersions(component),
    withCrds(train, component),
    withBundle(train),
    withMatrix(component),
    withAnnouncement(train),
    withCommands(name, commands),
    withDevImages(train, component),
    image === undefined ? withoutImage(name) : withImage(image.name),
  ]
  // A title that YAML would read as something else stays a variable of the repository.
  const isPlain = /^[A-Za-z][\w .-]*$/.test(train.title)
  const title = (text: string): string => (isPlain ? text.replaceAll('${{ vars.TRAIN_TITLE }}', train.title) : text)
  return [...parts, title].reduce((text, part) => part(text), template)
}

type Part = (text: string) => string

/** As YAML reads it back. */
function quoted(value: string): string {
  return /^[A-Za-z][\w ./-]*$/.test(value) ? value : JSON.stringify(value)
}

/** Release branches beside the default one stay as the template has them. */
function withBranch(branch: string): Part {
  return (text) => text.replaceAll('$default-branch', branch)
}

function withImage(image: string): Part {
  const [host = ''] = image.split('/')
  return (text) => {
    const filled = text.replaceAll('${{ vars.IMAGE }}', image).replaceAll('registry: quay.io', `registry: ${host}`)
    if (host !== 'ghcr.io') return filled
    // The registry beside GitHub takes the job's own token, where the job says that it writes packages.
    const own = filled
      .replaceAll('${{ vars.QUAY_USERNAME }}', '${{ github.actor }}')
      .replaceAll('${{ secrets.QUAY_TOKEN }}', '${{ github.token }}')
    return withPermission(own, '${{ github.actor }}', 'packages: write # the image in ghcr.io')
  }
}

/** A component without an image is released by its tag alone. */
function withoutImage(name: string): Part {
  return (text) =>
    name === 'component-release'
      ? withoutStep(
          withoutStep(text, 'Is the image of this commit built?'),
          'Give the image of this commit its version',
        )
      : text
}

/** Nothing is written where no place is known. */
function withVersions({ versions }: Component): Part {
  return (text) =>
    versions.length > 0 || !text.includes('- name: Write the versions\n') || text.includes('matrix.repository')
      ? text
      : withoutLines(withoutStep(text, 'Write the versions'), '${{ steps.references.outputs.paths }}')
}

/** The first directory's sources; each further directory is a step that a person adds. */
function withCrds({ components, external }: Train, { crds }: Component): Part {
  const [first] = crds
  const destination = first?.to
  if (destination === undefined) {
    return (text) =>
      text.includes('- name: Copy the CRDs\n')
        ? withoutLines(withoutStep(text, 'Copy the CRDs'), '${{ vars.CRD_DESTINATION }}')
        : text
  }
  const sources = (versions: string): string[] =>
    crds
      .filter(({ to }) => to === destination)
      .flatMap(({ from, path }) => {
        const owner = [...components, ...external].find(({ id }) => id === from)
        return owner === undefined ? [] : [`${owner.repository}@\${{ fromJSON(${versions}).${from} }}:${path}`]
      })
  return (text) => {
    const filled = ['needs.plan.outputs.versions', 'steps.written.outputs.versions'].reduce(
      (all, versions) =>
        withList(
          all,
          `\${{ vars.CRD_REPOSITORY }}@\${{ fromJSON(${versions})[vars.CRD_COMPONENT] }}:\${{ vars.CRD_PATH }}`,
          sources(versions),
        ),
      withoutLines(text, "if: vars.CRD_REPOSITORY != ''"),
    )
    return filled.replaceAll('${{ vars.CRD_DESTINATION }}', destination)
  }
}

function withBundle({ bundle }: Train): Part {
  if (bundle !== null) {
    return (text) =>
      text.replaceAll('${{ vars.PACKAGE }}', bundle.package).replaceAll('${{ vars.CATALOG }}', bundle.catalog)
  }
  const steps = [
    'Generate the bundle',
    'Generate the bundle, images by digest',
    'Propose the bundle to the community operators',
  ]
  return (text) =>
    steps.reduce(
      (all, step) => (all.includes(`- name: ${step}\n`) ? withoutStep(all, step) : all),
      text.replace(/^ {12}bundle\n {12}bundle\.Dockerfile\n/m, ''),
    )
}

function withMatrix({ matrix }: Component): Part {
  if (matrix !== null) {
    return (text) =>
      text
        .replaceAll('file: README.md', () => `file: ${quoted(matrix.file)}`)
        .replaceAll('section: Compatibility Matrix', () => `section: ${quoted(matrix.section)}`)
        .replaceAll(/^( {12})README\.md$/gm, (_, indent: string) => `${indent}${matrix.file}`)
  }
  const steps = [
    'Write the support matrix',
    'Write the support matrix for the notes',
    'Write it into the support matrix',
  ]
  return (text) =>
    steps.reduce(
      (all, step) => (all.includes(`- name: ${step}\n`) && !all.includes('matrix.file') ? withoutStep(all, step) : all),
      text.replace(/^ {12}README\.md\n/m, '').replace(/^ {10}notes-prepend-file: .*\n/m, ''),
    )
}

function withAnnouncement({ announce }: Train): Part {
  const { slackChannel = null, mailTo = [] } = announce ?? {}
  return (text) => {
    const slack =
      slackChannel === null
        ? withoutLines(text, 'slack-token:', 'slack-channel:')
        : text.replaceAll('${{ vars.SLACK_CHANNEL }}', JSON.stringify(slackChannel))
    return mailTo.length === 0
      ? withoutLines(slack, 'smtp-url:', 'mail-from:', 'mail-to:')
      : withList(slack, '${{ vars.MAIL_TO }}', mailTo)
  }
}

function withCommands(name: string, { unit, e2e }: Commands): Part {
  return (text) => {
    if (name !== 'component-pr') return text
    const tested = unit === null ? text : text.replace('run: make test\n', `run: ${unit}\n`)
    return e2e === null ? withoutJob(tested, 'e2e') : tested.replace('run: make test-e2e\n', `run: ${e2e}\n`)
  }
}

/** `dev` of everything that a component builds on, directly or not. */
function withDevImages(train: Train, component: Component): Part {
  const above = new Set<string>()
  const add = (ids: readonly string[]): void => {
    for (const id of ids) {
      if (above.has(id)) continue
      above.add(id)
      add(train.components.find((one) => one.id === id)?.dependsOn ?? [])
    }
  }
  add(component.dependsOn)
  const images = train.components
    .filter(({ id }) => above.has(id))
    .flatMap(({ id, images: all }) =>
      all.filter(({ channels }) => channels.includes('dev')).map((image) => `${id}=${image.name}:dev`),
    )
  return (text) =>
    images.length === 0
      ? text.replaceAll('${{ vars.DEV_IMAGES }}', "''")
      : withList(text, '${{ vars.DEV_IMAGES }}', images)
}

/** The component that a repository is; the leading one when it is in no other. */
export function componentOf(train: Train, repository: string): Component | undefined {
  const wanted = repository.toLowerCase()
  const lead = leader(train)
  if (lead.repository.toLowerCase() === wanted) return lead
  return train.components.find((one) => one.repository.toLowerCase() === wanted)
}
