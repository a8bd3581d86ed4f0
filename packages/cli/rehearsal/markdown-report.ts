import {
  code,
  codeBlock,
  details,
  heading,
  type Inline,
  list,
  markdown,
  paragraph,
  type Report,
  table,
} from '../../plan/index.ts'
import type { RehearsalResult, RepositoryResult, StageResult } from './result.ts'
import { headline, STATE_WORDS } from './words.ts'

/** The rehearsal as a report: for a job summary, a file, a terminal. */
export function rehearsalReport(result: RehearsalResult): Report {
  const from = result.previous === null || result.outcome === 'unchanged' ? '' : ` (after ${result.previous})`
  const { failure } = result
  return [
    heading(`${result.title} ${result.version}${from}: rehearsal`, 2),
    paragraph(headline(result)),
    ...(failure === null
      ? []
      : [
          paragraph(
            `Step ${failure.stage}, ${failure.step}: ${failure.message}`,
            failure.advice === null ? '' : ` ${failure.advice}`,
          ),
        ]),
    table(
      ['step', '', 'what', 'result'],
      result.stages.map(({ number, title, state, summary }) => [String(number), STATE_WORDS[state], title, summary]),
    ),
    heading('Support matrix'),
    markdown(result.matrix),
    heading('Images'),
    table(['image', 'tag', 'before', 'after'], imageRows(result)),
    heading('What changed in git'),
    ...(result.repositories.length === 0 ? [paragraph('Nothing.')] : result.repositories.flatMap(repositoryBlocks)),
    ...(result.notes === null ? [] : [details(`Release notes of ${result.version}`, [markdown(result.notes)])]),
    ...result.messages.map(({ channel, to, text }) => details(`${channel} message to ${to}`, [codeBlock(text)])),
    ...result.stages.map(stageDetails),
    ...result.plans.map(({ title, report }) => details(title, report)),
  ]
}

function imageRows({ images }: RehearsalResult): Inline[][] {
  return images.flatMap(({ name, tags }) =>
    tags.map(({ tag, before, after }) => [
      name,
      tag,
      before === after ? '' : digest(before),
      before === after ? [digest(after), ' (stays)'] : digest(after),
    ]),
  )
}

function digest(text: string | null): Inline {
  return text === null ? 'none' : code(text.slice(0, 'sha256:'.length + 12))
}

function repositoryBlocks({ name, commits, tags }: RepositoryResult): Report {
  return [
    paragraph(code(name)),
    list([
      ...tags.map(({ name: tag, sha }): Inline => ['tag ', code(tag), ' on ', code(sha.slice(0, 7))]),
      ...commits.map(({ sha, subject, files }): Inline => [
        code(sha.slice(0, 7)),
        ` ${subject}`,
        ...files.map(({ path, added, removed }): Inline => ['; ', code(path), ` +${added} -${removed}`]),
      ]),
    ]),
  ]
}

function stageDetails({ number, title, steps }: StageResult): Report[number] {
  return details(
    `Step ${number}: ${title}`,
    steps.flatMap((step) => [
      paragraph(
        code(step.action),
        ` in ${step.where}: ${step.title} (${STATE_WORDS[step.state]})`,
        step.note === '' ? '' : ` ${step.note}`,
      ),
      ...step.report,
    ]),
  )
}
