/** How a registry behaves beyond the core of the specification; kept with the world. */
export interface RegistryPolicy {
  /** Who may pull and push; without it everybody may do everything. */
  readonly auth?: RegistryAuth
  /** Accept `PUT …/manifests/<digest>?tag=a&tag=b` and answer with OCI-Tag (default false). */
  readonly multiTag?: boolean
  /** Answer the referrers endpoint (default true); off, it is 404 as on a registry before 1.1. */
  readonly referrers?: boolean
}

export interface RegistryAuth {
  /** `token`: a Bearer challenge and a /token endpoint; `basic`: the credentials with each request. */
  readonly scheme: 'token' | 'basic'
  /** User names and their passwords; a user may do everything. */
  readonly users: Readonly<Record<string, string>>
  /** Whether pulling needs no credentials (default true); with `token`, an anonymous token is needed all the same. */
  readonly anonymousPull?: boolean
  /** Seconds until a token expires, in the world's time: one second a write (default 300). */
  readonly expiresIn?: number
}
