import { parse } from 'yaml'

/** A secret or a variable that written workflows read. */
export interface Setting {
  readonly kind: 'secret' | 'variable'
  readonly name: string
  /** The environments of the jobs that read a secret. */
  readonly environments: readonly string[]
  readonly what: string
}

const WHAT: Readonly<Record<string, string>> = {
  QUAY_USERNAME: 'robot account of the registry, which may push the images',
  QUAY_TOKEN: 'that account’s token',
  RELEASE_TOKEN:
    'fine-grained token of a bot account, or an app’s: contents, pull requests and actions (read and write) on the repositories of the train; may fork the catalog and downstream',
  FORK_OWNER: 'the account that holds RELEASE_TOKEN; fork the catalog with it once',
  SLACK_TOKEN: 'bot token with chat:write, channels:read, channels:history',
  SMTP_URL: 'mail server: smtps://USER:PASSWORD@HOST:465',
  MAIL_FROM: 'sender of announcements',
  TRAIN_TITLE: 'what people call the stack',
  IMAGE: 'the image that this repository builds, without tag',
  DEPLOY_COMMAND: 'installs the images of a payload in a cluster',
  TEST_COMMAND: 'tests them together',
  RESET_COMMAND: 'brings the cluster back to where it was',
}

/** What people must set before the workflows run, by name. */
export function settingsOf(workflows: readonly string[]): Setting[] {
  const found = new Map<string, { kind: Setting['kind']; name: string; environments: Set<string> }>()
  for (const text of workflows) {
    for (const [source, environment] of jobsOf(text)) {
      for (const [, context, name = ''] of source.matchAll(/\b(secrets|vars)\.([A-Z_]+)\b/g)) {
        const kind = context === 'secrets' ? 'secret' : 'variable'
        const known = found.get(name) ?? { kind, name, environments: new Set<string>() }
        if (kind === 'secret' && environment !== '') known.environments.add(environment)
        found.set(name, known)
      }
    }
  }
  return [...found.values()]
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ kind, name, environments }) => ({
      kind,
      name,
      environments: [...environments].sort(),
      what: WHAT[name] ?? '',
    }))
}

/** Each job's values as text, with its environment. */
function jobsOf(text: string): [string, string][] {
  const workflow: unknown = parse(text)
  const jobs = typeof workflow === 'object' && workflow !== null && 'jobs' in workflow ? workflow.jobs : null
  return Object.values(typeof jobs === 'object' && jobs !== null ? jobs : {}).map((job: unknown) => {
    const environment = typeof job === 'object' && job !== null && 'environment' in job ? job.environment : ''
    return [JSON.stringify(job), typeof environment === 'string' ? environment : '']
  })
}
