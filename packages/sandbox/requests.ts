/** One request as the world saw it. Headers and bodies are not kept: that is where secrets travel. */
export interface LoggedRequest {
  /** `github`, `slack`, or `registry:` and the host. */
  readonly service: string
  readonly method: string
  /** The raw path, without the query. */
  readonly path: string
  /** The raw query without `?`; empty when there was none. */
  readonly query: string
  /** The status that was answered; 0 when the connection was reset or the world crashed before an answer. */
  readonly status: number
  /** Whether the handler recorded a write. */
  readonly wrote: boolean
}

/** Every request since the world was opened in this process, in the order of their answers. */
export interface RequestLog {
  readonly all: readonly LoggedRequest[]
  /** One line each, `PUT quay.io /v2/org/app/manifests/v1 201 *`, where `*` marks a write. */
  lines(): string[]
  clear(): void
}

/** A log that the services append to. */
export function openRequestLog(): RequestLog & { add(request: LoggedRequest): void } {
  const all: LoggedRequest[] = []
  return {
    all,
    add: (request) => void all.push(request),
    clear: () => void all.splice(0),
    lines: () =>
      all.map(
        ({ service, method, path, query, status, wrote }) =>
          `${method} ${service} ${path}${query === '' ? '' : `?${query}`} ${status === 0 ? 'lost' : status}${wrote ? ' *' : ''}`,
      ),
  }
}
