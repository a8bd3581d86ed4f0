import { choice, defineAction, text, tokenInput } from '../../packages/action/index.js'
import { UserError, Workspace } from '../../packages/plan/index.js'
import {
  decideBuild,
  decideVersion,
  floatingTags,
  lineOfBranch,
  parsePrereleaseId,
  parseRelease,
  parseReleaseLine,
  releaseBody,
  reportDecision,
  templateFromPrefix,
} from '../../packages/versions/index.js'
import { inCheckout } from './in-checkout.js'
import { onGitHub } from './on-github.js'
export default defineAction({
  name: 'semver-tag',
  title: 'Tag a semantic version',
  description:
    'Decides the next version of a component, tags the right commit once and publishes a release with notes. Run again, it finds the same version done; a version that would be wrong is refused.',
  branding: { icon: 'tag', color: 'green' },
  permissions: { contents: 'write' },
  inputs: {
    version: text({
      description: 'The version to release, with or without the prefix of the tag. Empty: decided by `bump`.',
      example: '1.4.0',
    }),
    bump: choice(['auto', 'major', 'minor', 'patch', 'prerelease', 'promote'], {
      description:
        'How the version goes up. `auto`: what the commits since the previous release ask for; `prerelease`: the next candidate of that version; `promote`: the newest candidate becomes the release, on the same commit.',
      default: 'auto',
    }),
    'prerelease-id': text({ description: 'The word of candidates: `1.4.0-rc.1`.', default: 'rc' }),
    'tag-prefix': text({
      description:
        'What tags have before the version: `v`, or `sdk/v` for the Go module in `sdk/`. A whole template works too: `{version}`, `v{version}-odh`; in `v{version}-odh-{n}` the number counts the builds of a `version` that has to be given.',
      default: 'v',
    }),
    target: text({
      description:
        'The commit to release: a hash, a branch or a tag. Default: the commit that triggered the run, or the head of the default branch of another `repository`.',
    }),
    'release-line': text({
      description:
        'The line to release from, for example `1.4`: the next version is of this line, whatever newer lines exist. Default: from the name of the branch (`release-1.4`, `v1.4`).',
      example: '1.4',
    }),
    repository: text({ description: 'The repository to tag, as `OWNER/NAME`. Default: this one.' }),
    message: text({ description: 'Message of the annotated tag. Default: `Release` and the tag.' }),
    release: choice(['none', 'draft', 'published'], {
      description:
        'Whether the tag gets a release. A published one is made as a draft first, so that immutable releases work.',
      default: 'none',
    }),
    'notes-file': text({
      description:
        'A Markdown file of the checkout with the notes. Default: what is new since the previous release, by group.',
    }),
    'notes-prepend-file': text({
      description: 'A Markdown file of the checkout to put in front of the notes, for example the support matrix.',
    }),
    'floating-tags': choice(['none', 'major', 'minor', 'both'], {
      description: 'Also point `v1` and/or `v1.4` at the release. They only ever move forward.',
      default: 'none',
    }),
    'initial-development': choice(['minor', 'major'], {
      description:
        'What a breaking change asks for before 1.0.0, when anything may change (SemVer 2.0.0, item 4). `major` leads to 1.0.0.',
      default: 'minor',
    }),
    path: text({
      description:
        'A checkout to tag with git instead of the API: its path in the workspace, for example `.`. It needs its whole history (`fetch-depth: 0`) and credentials to push; a release needs the API.',
    }),
    token: tokenInput('`contents: write`'),
  },
  outputs: {
    version: 'The version, without the prefix: `1.4.0`.',
    tag: 'Its tag: `v1.4.0`.',
    'previous-tag': 'The tag of the release before it, which it contains; empty for the first.',
    bump: 'What went up: `major`, `minor`, `patch`, `prerelease` or `promote`; `build` for another build of the same version.',
    sha: 'The commit of the tag.',
    created: '`true` when this run made the tag; `false` when it was there on the same commit.',
    prerelease: '`true` for a candidate.',
    notes: 'The notes, as Markdown.',
    'release-url': 'The page of the release; empty without one.',
    'release-id': 'The id of the release in the API; empty without one.',
  },
  async plan(inputs, context) {
    const template = templateFromPrefix(inputs['tag-prefix'], 'Input “tag-prefix”')
    const asked = template.parse(inputs.version)?.version ?? inputs.version
    const version = asked === '' ? null : parseRelease(asked, 'Input “version”')
    const namedLine =
      inputs['release-line'] === '' ? null : parseReleaseLine(inputs['release-line'], 'Input “release-line”')
    const prereleaseId = parsePrereleaseId(inputs['prerelease-id'], 'Input “prerelease-id”')
    if (version !== null && inputs.bump !== 'auto' && inputs.bump !== 'promote') {
      throw new UserError(`Inputs “version” (${version}) and “bump” (${inputs.bump}) both say what the version is.`, {
        advice: 'Give one of them.',
      })
    }
    const { target, branch, ...place } = await (inputs.path === '' ? onGitHub : inCheckout)(inputs, context)
    const line = namedLine ?? lineOfBranch(branch ?? '')
    const decision = await (template.counts ? decideBuild : decideVersion)(
      { version, bump: inputs.bump, prereleaseId, line, template, breaksEarly: inputs['initial-development'], target },
      place.history,
    )
    const { tag, commit, previous } = decision
    const files = new Workspace(context.workspace)
    const reason = decision.reasons.join('; ')
    const message = inputs.message === '' ? `Release ${tag}` : inputs.message
    const notes = await releaseBody(decision, place.url, {
      notes: inputs['notes-file'],
      prepend: inputs['notes-prepend-file'],
      read: (path, what) => files.read(path, what),
      newcomers: () => place.newcomers({ tag, commit, previousTag: previous?.tag ?? '' }),
    })
    const [made, ...floating] = await Promise.all([
      decision.exists ? null : place.createTag({ tag, commit, message }, reason),
      ...floatingTags(decision, template, inputs['floating-tags']).map((name) =>
        place.floatTag(name, commit, `${tag} is the newest it stands for`),
      ),
    ])
    const release =
      inputs.release === 'none'
        ? { changes: [], seen: () => null }
        : await place.planRelease(
            {
              tag,
              name: tag,
              body: notes,
              prerelease: decision.prerelease,
              // The release of a Go module within the repository is not the repository's own.
              latest: decision.isHighest && !template.prefix.includes('/'),
              until: inputs.release,
              isNew: !decision.exists,
            },
            `release of ${tag}`,
          )
    return {
      changes: [made, ...release.changes, ...floating].filter((change) => change !== null),
      findings: decision.warnings.map((warning) => ({
        severity: 'warning',
        rule: 'version',
        message: warning,
        advice: 'Look at it before the release is announced.',
      })),
      outputs: () => ({
        version: decision.version,
        tag,
        'previous-tag': previous?.tag ?? '',
        bump: decision.bump,
        sha: commit,
        created: made !== null,
        prerelease: decision.prerelease,
        notes,
        'release-url': release.seen()?.url ?? '',
        'release-id': release.seen()?.id ?? '',
      }),
      report: () => reportDecision(decision, notes, { url: place.url, releaseUrl: release.seen()?.url ?? null }),
    }
  },
})
