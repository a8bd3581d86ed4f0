import type { Terminal } from '../terminal.ts'
import type { Stage } from './stages.ts'
import type { StageResult, StageState, StepResult } from './result.ts'
import { STATE_WORDS } from './words.ts'

/** How a rehearsal is seen while it runs. */
export interface Progress {
  started(title: string): void
  stageStarted(stage: Stage): void
  step(step: StepResult): void
  stageEnded(stage: StageResult): void
}

const SIGNS: Readonly<Record<StageState | 'prepared', string>> = {
  prepared: '✎',
  done: '✔',
  nothing: '=',
  planned: '…',
  failed: '✘',
  waiting: ' ',
  'not-automated': '○',
}

/** A line a stage on a terminal, folded groups in GitHub Actions, plain lines elsewhere. */
export function progressOn(terminal: Terminal): Progress {
  if (terminal.environment['GITHUB_ACTIONS'] === 'true') return groupedProgress(terminal)
  return terminal.interactive ? lineProgress(terminal) : plainProgress(terminal)
}

function stageLine({ number, title, state, summary }: StageResult): string {
  return `${SIGNS[state]} ${number}  ${title}${summary === '' ? '' : `: ${summary}`}`
}

function stepLine({ action, where, title, state, note }: StepResult): string {
  return `  ${SIGNS[state]} ${action} in ${where}: ${title} (${STATE_WORDS[state]})${note === '' ? '' : `. ${note}`}`
}

function plainProgress(terminal: Terminal): Progress {
  return {
    started: (title) => terminal.err(`${title}\n`),
    stageStarted: () => undefined,
    step: () => undefined,
    stageEnded: (stage) => terminal.err(`${stageLine(stage)}\n`),
  }
}

/** The running stage's line is rewritten with the step that it is at. */
function lineProgress(terminal: Terminal): Progress {
  let running = ''
  const rewrite = (text: string): void => terminal.err(`\r\u001B[K${text}`)
  return {
    started: (title) => terminal.err(`${title}\n`),
    stageStarted({ number, title }) {
      running = `  ${number}  ${title}`
      rewrite(running)
    },
    step: ({ title }) => rewrite(`${running} · ${title}`.slice(0, 100)),
    stageEnded: (stage) => rewrite(`${stageLine(stage)}\n`),
  }
}

function groupedProgress(terminal: Terminal): Progress {
  return {
    started: (title) => terminal.err(`${title}\n`),
    stageStarted: ({ number, title }) => terminal.err(`::group::${number} ${title}\n`),
    step: (step) => terminal.err(`${stepLine(step)}\n`),
    stageEnded: (stage) => terminal.err(`::endgroup::\n${stageLine(stage)}\n`),
  }
}
