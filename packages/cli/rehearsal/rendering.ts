import { execFile } from 'node:child_process'

/** What bundles are made of on this machine. */
export interface Rendering {
  /** Whether there is a kustomize or a kubectl. The rehearsal fetches nothing from the internet. */
  readonly canRender: boolean
  /** The operator's manifests as an example has them rendered; null for other stacks. */
  readonly rendered: string | null
}

/** Looks for a program that renders kustomize directories. */
export async function hasKustomize(): Promise<boolean> {
  const starts = (program: string, ...args: string[]): Promise<boolean> =>
    new Promise((resolve) => {
      execFile(program, args, (error) => resolve(error === null))
    })
  return (await starts('kustomize', 'version')) || starts('kubectl', 'version', '--client')
}
