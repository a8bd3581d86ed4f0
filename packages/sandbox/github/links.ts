/** Writes the addresses in answers, from the host that the client spoke to. */
export class Links {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string

  constructor(origin: string) {
    this.origin = origin
  }

  api(path: string): string {
    return `${this.origin}/api/v3${path}`
  }

  html(path: string): string {
    return `${this.origin}${path}`
  }
}
