import { ServiceError, UserError } from '../../plan/index.js'
import { REMOTE } from './checkout.js'
import { lastLine } from './git.js'
import { readRefs } from './read.js'
/** Who makes the tags of a workflow: the account that GitHub shows for its default token. */
const TAGGER = 'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>'
/**
 * The change that makes an annotated tag in the checkout and pushes it. The tag is the same bytes whenever it is made (its
 * date is the commit's), so a run that died between making and pushing is finished by the next one.
 *
 * @throws UserError when the remote has a branch of that name, or the checkout has such a tag elsewhere.
 */
export async function pushTag(checkout, wish, reason) {
  const { tag, commit, message } = wish
  refuseBranch(checkout, tag)
  const local = await checkout.git.run(['rev-parse', '--verify', '--quiet', `refs/tags/${tag}^{commit}`])
  const found = local.stdout.trim()
  if (local.code === 0 && found !== commit) {
    throw new UserError(`Tag ${tag} of the checkout is on commit ${found}, not on ${commit}, and was never pushed.`, {
      advice: `If it is a leftover, remove it: git tag -d ${tag}.`,
    })
  }
  return {
    action: 'create',
    subject: `tag ${tag} of ${REMOTE}`,
    before: null,
    after: commit,
    reason,
    probe: async () => (await remoteTag(checkout, tag))?.commit ?? null,
    act: async () => {
      const seconds = (
        await checkout.git.read([
          'log',
          '--max-count=1',
          '--no-show-signature',
          '--no-color',
          '--format=%ct',
          commit,
          '--',
        ])
      ).trim()
      const lines = [`object ${commit}`, 'type commit', `tag ${tag}`, `tagger ${TAGGER} ${seconds} +0000`, '']
      const object = await checkout.git.read(['mktag'], `${lines.join('\n')}\n${message.trimEnd()}\n`)
      await publish(checkout, tag, { object: object.trim(), commit }, null)
    },
  }
}
/**
 * The change that points a floating tag at a commit, without an object of its own; null where it does.
 *
 * @throws UserError when the remote has a branch of that name, as release lines have (`v1.4`).
 */
export function pushFloatingTag(checkout, tag, commit, reason) {
  const before = checkout.remoteTag(tag)
  if (before?.commit === commit) return null
  refuseBranch(checkout, tag)
  return {
    action: before === null ? 'create' : 'move',
    subject: `tag ${tag} of ${REMOTE}`,
    before: before?.commit ?? null,
    after: commit,
    reason,
    probe: async () => (await remoteTag(checkout, tag))?.commit ?? null,
    act: () => publish(checkout, tag, { object: commit, commit }, before),
  }
}
/** In the checkout first, so that whatever is pushed is there too; on the remote only over what was looked at. */
async function publish(checkout, tag, to, before) {
  const ref = `refs/tags/${tag}`
  await checkout.git.read(['update-ref', '--', ref, to.object])
  const { code, stderr } = await checkout.git.run([
    'push',
    '--quiet',
    '--no-verify',
    '--no-follow-tags',
    '--recurse-submodules=no',
    `--force-with-lease=${ref}:${before?.object ?? ''}`,
    '--',
    REMOTE,
    `${to.object}:${ref}`,
  ])
  // An answer that was lost says nothing about the push: what the remote has now does.
  if (code === 0 || (await remoteTag(checkout, tag))?.commit === to.commit) return
  throw refused(tag, stderr)
}
function refused(tag, stderr) {
  const reason = stderr.split(/\r?\n/).find((line) => line.includes('[rejected]') || line.includes('[remote rejected]'))
  const said = (reason ?? lastLine(stderr)).trim().replace(/\s+/g, ' ')
  if (/rule violations|protected|immutable|hook declined/i.test(stderr)) {
    return new UserError(`The remote does not take tag ${tag}: ${said}.`, {
      advice:
        'Either a rule of the repository restricts it, or an immutable release had this tag once: such a name is burnt for ever, even after the release was deleted. Take the next version.',
    })
  }
  if (/stale info|already exists|fetch first/i.test(stderr)) {
    return new UserError(`Somebody else made or moved tag ${tag} meanwhile: ${said}.`, {
      advice: 'Nothing was overwritten. Look at it and run again.',
    })
  }
  if (/denied|could not read (?:Username|Password)|authentication|not permitted|\b40[13]\b/i.test(stderr)) {
    return new UserError(`The checkout may not push tag ${tag}: ${said}.`, {
      advice: 'Give the job “contents: write”, and let actions/checkout keep its credentials.',
    })
  }
  return new ServiceError(`Tag ${tag} could not be pushed: ${said}.`, {
    advice: 'Nothing is lost: run again, and what was done is found done.',
  })
}
async function remoteTag(checkout, tag) {
  const { code, stdout, stderr } = await checkout.git.run([
    'ls-remote',
    '--',
    REMOTE,
    `refs/tags/${tag}`,
    `refs/tags/${tag}^{}`,
  ])
  if (code === 0) return readRefs(stdout).tags.get(tag) ?? null
  throw new ServiceError(`Remote “${REMOTE}” did not answer: ${lastLine(stderr)}.`, {
    advice: 'Nothing is lost: run again, and what was done is found done.',
  })
}
function refuseBranch(checkout, name) {
  if (checkout.remoteBranch(name) === null) return
  throw new UserError(`Remote “${REMOTE}” has a branch “${name}”; a tag of that name would be ambiguous.`, {
    advice: `Rename the branch, for example to “release-${name.replace(/^v/, '')}”, or use another “tag-prefix” or “floating-tags”.`,
  })
}
