import { detailsHtml, escapeHtml, PAGE_STYLE } from '../../action/index.ts'
import type { Outcome, RehearsalResult, StageState } from '../rehearsal/result.ts'
import { headline } from '../rehearsal/words.ts'
import { badge } from './badge.ts'
import { repositoryCard } from './changes-section.ts'
import { dependencyGraph } from './graph.ts'
import { imageCard } from './images-section.ts'
import { markdownHtml } from './markdown-html.ts'
import { reportHtml } from './report-html.ts'
import { stagesSection } from './stages-section.ts'
import { STYLE } from './style.ts'

/** The rehearsal as one HTML page that needs nothing but itself: no script, no font, no image, no address is loaded. */
export function rehearsalPage(result: RehearsalResult): string {
  const sections: readonly (readonly [id: string, title: string, body: string])[] = [
    ['stages', 'The eight steps', stagesSection(result.stages)],
    ['graph', 'What depends on what', graph(result)],
    ['matrix', 'Support matrix', `<div class="card">${markdownHtml(result.matrix)}</div>`],
    ['images', 'Images: what each tag points at', result.images.map(imageCard).join('\n')],
    [
      'changes',
      'What changed in git',
      result.repositories.map(repositoryCard).join('\n') || nothing('Nothing changed in git.'),
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
<style>${PAGE_STYLE}${STYLE}</style>
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

function graph({ members }: RehearsalResult): string {
  return `<div class="card"><div class="scroll">${dependencyGraph(members)}</div>
<p class="legend">From what is needed (left) to what needs it (right). Green: a new version in this release. Dashed: adopted, not made here. Dotted: told of the release.</p></div>`
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
