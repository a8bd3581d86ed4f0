import { escapeHtml, tableHtml } from '../../action/index.ts'
import type { PlannedChange } from '../../plan/index.ts'
import type { StageResult, StepResult } from '../rehearsal/result.ts'
import { STATE_WORDS } from '../rehearsal/words.ts'
import { badge, short } from './badge.ts'
import { reportHtml } from './report-html.ts'

/** The eight steps as a timeline, each action in it to be unfolded. */
export function stagesSection(all: readonly StageResult[]): string {
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
