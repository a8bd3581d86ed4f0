import type { PlannedChange } from '../../plan/index.ts'
import type {
  CommitResult,
  ImageResult,
  Outcome,
  RehearsalResult,
  RepositoryResult,
  StageResult,
  StageState,
  StepResult,
} from '../rehearsal/result.ts'
import { headline, STATE_WORDS } from '../rehearsal/words.ts'
import { escapeHtml } from './escape.ts'
import { dependencyGraph } from './graph.ts'
import { markdownHtml } from './markdown-html.ts'
import { detailsHtml, reportHtml, tableHtml } from './report-html.ts'
import { STYLE } from './style.ts'

/** The rehearsal as one HTML page that needs nothing but itself: no script, no font, no image, no address is loaded. */
export function rehearsalPage(result: RehearsalResult): string {
  const sections: readonly (readonly [id: string, title: string, body: string])[] = [
    ['stages', 'The eight steps', stages(result.stages)],
    ['graph', 'What depends on what', graph(result)],
    ['matrix', 'Support matrix', `<div class="card">${markdownHtml(result.matrix)}</div>`],
    ['images', 'Images: what each tag points at', result.images.map(image).join('\n')],
    [
      'changes',
      'What changed in git',
      result.repositories.map(repository).join('\n') || nothing('Nothing changed in git.'),
    ],
    ['notes', `Release notes of ${result.version}`, notes(result)],
    ['messages', 'Announcements', messages(result)],
    ['plan', 'What release-plan said', plans(result)],
  ]
  const shown = sections.filter(([, , body]) => body !== '')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeHtml(`${result.title} ${result.version}: rehearsal`)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<header class="top"><div>
<p class="eyebrow">Release rehearsal ${badge(outcomeState(result.outcome), OUTCOMES[result.outcome])}</p>
<h1>${escapeHtml(result.title)} ${versionChange(result)}</h1>
<p class="lead">${escapeHtml(headline(result))}</p>
<nav>${shown.map(([id, title]) => `<a href="#${id}">${escapeHtml(title)}</a>`).join('')}</nav>
</div></header>
<main>
${failure(result)}
${facts(result)}
${shown.map(([id, title, body]) => `<section id="${id}"><h2>${escapeHtml(title)}</h2>\n${body}\n</section>`).join('\n')}
<footer>Everything on this page happened in an embedded world: real git repositories, a registry, a chat and a mailbox on this machine. Nothing outside was touched.</footer>
</main>
</body>
</html>
`
}

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  released: 'released',
  unchanged: 'nothing to do',
  planned: 'dry run',
  failed: 'failed',
}

function outcomeState(outcome: Outcome): StageState {
  return ({ released: 'done', unchanged: 'nothing', planned: 'planned', failed: 'failed' } as const)[outcome]
}

function badge(state: StageState | 'prepared', text: string): string {
  return `<span class="badge ${state}">${escapeHtml(text)}</span>`
}

function versionChange({ previous, version, outcome }: RehearsalResult): string {
  const from =
    previous === null || outcome === 'unchanged' ? '' : `<span class="from">${escapeHtml(previous)} →</span> `
  return `${from}${escapeHtml(version)}`
}

function failure({ failure: found, stages: all }: RehearsalResult): string {
  if (found === null) return ''
  const title = all.find(({ number }) => number === found.stage)?.title ?? ''
  const advice = found.advice === null ? '' : `<p>${escapeHtml(found.advice)}</p>`
  return `<div class="card failure"><h2>Stopped at step ${found.stage}: ${escapeHtml(title)}</h2>
<p><strong>${escapeHtml(found.step)}</strong>: ${escapeHtml(found.message)}</p>${advice}</div>`
}

function facts(result: RehearsalResult): string {
  const components = result.members.filter(({ kind, before, after }) => kind === 'component' && before !== after)
  const adopted = result.members.filter(({ kind, before, after }) => kind === 'external' && before !== after)
  const files = result.repositories.flatMap(({ commits }) => commits.flatMap((made) => made.files))
  const moves = result.images.flatMap(({ tags }) => tags.filter(({ before, after }) => before !== after))
  return `<div class="facts">${[
    [components.length, 'components released'],
    [adopted.length, 'new versions adopted'],
    [files.length, 'files changed'],
    [moves.length, 'image tags set or moved'],
    [result.writes, 'writes in all'],
  ]
    .map(([count, what]) => `<div class="fact"><b>${count}</b><span>${what}</span></div>`)
    .join('')}</div>`
}

function stages(all: readonly StageResult[]): string {
  return `<ol class="stages">${all
    .map(
      (
        stage,
      ) => `<li id="step-${stage.number}"><span class="number ${stage.state}" aria-hidden="true">${stage.number}</span>
<div class="stage-head"><h3>${escapeHtml(stage.title)}</h3>${badge(stage.state, STATE_WORDS[stage.state])}</div>
<p class="stage-summary">${escapeHtml(stage.summary)}</p>
<div class="steps">${stage.steps.map(step).join('\n')}</div></li>`,
    )
    .join('\n')}</ol>`
}

function step({ action, where, title, state, note, plan, report }: StepResult): string {
  const head = `<span class="head"><span class="what">${escapeHtml(title)}</span><span class="where"><code>${escapeHtml(action)}</code> ${escapeHtml(where)}</span></span>${badge(state, STATE_WORDS[state])}`
  const inside = [note === '' ? '' : `<p>${escapeHtml(note)}</p>`, planTable(plan), reportHtml(report)]
    .join('\n')
    .trim()
  if (inside === '') return `<div class="step plain">${head}</div>`
  return `<details class="step"><summary>${head}</summary><div class="inside">\n${inside}\n</div></details>`
}

function planTable(plan: readonly PlannedChange[]): string {
  if (plan.length === 0) return ''
  const state = (text: string | null): string =>
    text === null ? '<span class="muted">absent</span>' : `<code>${escapeHtml(short(text))}</code>`
  return tableHtml(
    ['Change', 'Subject', 'Before', 'After', 'Why'],
    plan.map(({ action, subject, before, after, reason }) => [
      escapeHtml(action),
      escapeHtml(subject),
      state(before),
      state(after),
      escapeHtml(reason),
    ]),
  )
}

function graph({ members }: RehearsalResult): string {
  return `<div class="card"><div class="scroll">${dependencyGraph(members)}</div>
<p class="legend">From what is needed (left) to what needs it (right). Green: a new version in this release. Dashed: adopted, not made here. Dotted: told of the release.</p></div>`
}

function image({ name, platforms, tags }: ImageResult): string {
  const digests = [...new Set(tags.flatMap(({ before, after }) => [after, before]).filter((digest) => digest !== null))]
  const colour = (digest: string): string => `hsl(${(digests.indexOf(digest) * 137 + 205) % 360} 60% 55%)`
  const shown = (digest: string | null): string =>
    digest === null
      ? '<span class="muted">none</span>'
      : `<span class="digest" title="${escapeHtml(digest)}"><span class="swatch" style="background:${colour(digest)}"></span><code>${escapeHtml(short(digest))}</code></span>`
  const rows = tags.map(({ tag, before, after }) => {
    const move = before === after ? shown(after) : `${shown(before)} → ${shown(after)}`
    const word = before === after ? '' : badge('done', before === null ? 'new' : 'moved')
    return `<div class="tagrow"><strong>${escapeHtml(tag)}</strong><span class="move">${move} ${word}</span></div>`
  })
  const on = platforms.length === 0 ? '' : `<p class="muted">${escapeHtml(platforms.join(', '))}</p>`
  return `<div class="card"><h3>${escapeHtml(name)}</h3>${on}\n${rows.join('\n')}</div>`
}

function repository({ name, commits, tags }: RepositoryResult): string {
  const tagged = tags.map(
    ({ name: tag, sha }) =>
      `<p class="muted">Tag <strong>${escapeHtml(tag)}</strong> on ${commitLink(sha, commits)}</p>`,
  )
  return `<div class="card"><h3>${escapeHtml(name)}</h3>\n${tagged.join('\n')}\n${commits.map(commit).join('\n')}</div>`
}

/** A link to the commit on this page when it was made in this rehearsal: elsewhere it does not exist. */
function commitLink(sha: string, commits: readonly CommitResult[]): string {
  const text = `<code>${escapeHtml(sha.slice(0, 7))}</code>`
  return commits.some((found) => found.sha === sha) ? `<a href="#commit-${escapeHtml(sha)}">${text}</a>` : text
}

function commit({ sha, subject, files, patch }: CommitResult): string {
  const listed = files.map(
    ({ path, added, removed }) =>
      `<li><code>${escapeHtml(path)}</code> <span class="add">+${added}</span> <span class="del">−${removed}</span></li>`,
  )
  const diff =
    patch === ''
      ? ''
      : detailsHtml('<span class="muted">Show the change</span>', `<pre><code>${patchHtml(patch)}</code></pre>`)
  return `<div class="commit" id="commit-${escapeHtml(sha)}"><a href="#commit-${escapeHtml(sha)}"><code>${escapeHtml(sha.slice(0, 7))}</code></a> ${escapeHtml(subject)}
${listed.length === 0 ? '' : `<ul>${listed.join('')}</ul>`}${diff}</div>`
}

function patchHtml(patch: string): string {
  return patch
    .split('\n')
    .map((line) => {
      const kind = /^(?:\+\+\+|---|diff |index )/.test(line)
        ? ''
        : line.startsWith('+')
          ? 'add'
          : line.startsWith('-')
            ? 'del'
            : line.startsWith('@@')
              ? 'hunk'
              : ''
      return kind === '' ? escapeHtml(line) : `<span class="${kind}">${escapeHtml(line)}</span>`
    })
    .join('\n')
}

function notes({ notes: text }: RehearsalResult): string {
  return text === null ? nothing('There is no release yet.') : `<div class="card notes">${markdownHtml(text)}</div>`
}

function messages({ messages: all }: RehearsalResult): string {
  return all
    .map(
      ({ channel, to, text }) =>
        `<div class="card"><h3>${escapeHtml(channel)} <span class="muted">${escapeHtml(to)}</span></h3><div class="message">${escapeHtml(text)}</div></div>`,
    )
    .join('\n')
}

function plans({ plans: all }: RehearsalResult): string {
  return all
    .map(({ title, report }) => `<div class="card">${detailsHtml(escapeHtml(title), reportHtml(report))}</div>`)
    .join('\n')
}

function nothing(text: string): string {
  return `<div class="card muted">${escapeHtml(text)}</div>`
}

/** A digest or a commit in the length in which people compare them. */
function short(text: string): string {
  if (/^sha256:[0-9a-f]{64}$/.test(text)) return text.slice(7, 19)
  return /^[0-9a-f]{40}$/.test(text) ? text.slice(0, 7) : text
}
