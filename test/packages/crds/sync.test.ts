import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listSteps, reportSync, sync } from '../../../packages/crds/index.ts'
import { apply, describePlan, type Workspace } from '../../../packages/plan/index.ts'
import { checkout, contents, crd, fixture, having, like, MemoryRemote, options, type Repositories } from './world.ts'

const MCAD = 'project-codeflare/multi-cluster-app-dispatcher'
const fromMcad = options({ sources: [`${MCAD}@v1.40.0:config/crd/bases`] })

async function mcad(): Promise<MemoryRemote> {
  return new MemoryRemote({ [`${MCAD}@v1.40.0`]: await fixture('mcad-v1.40.0', 'config/crd/bases') })
}
async function operator(): Promise<Workspace> {
  return checkout(await fixture('operator-v1.2.0', 'config/crd'))
}

/** Plans and applies; answers the plan as values. */
async function run(...args: Parameters<typeof sync>) {
  const done = await sync(...args)
  if (done.refusal === undefined) await apply(done.changes)
  return done
}

describe('the operator of CodeFlare, with CRDs that were copied by hand', () => {
  test('keeps its reformatted files as they are: only a lock file is new', async () => {
    const workspace = await operator()
    const before = await contents(workspace)
    const { plan } = await run(fromMcad, workspace, await mcad())
    expect(plan.steps.map(({ crd: name, action, file }) => [name, action, file])).toEqual([
      ['appwrappers.workload.codeflare.dev', 'unchanged', 'crd-appwrapper.yml'],
      ['quotasubtrees.quota.codeflare.dev', 'unchanged', 'crd-quotasubtree.yml'],
      ['schedulingspecs.workload.codeflare.dev', 'unchanged', 'crd-schedulingspec.yml'],
    ])
    const { 'config/crd/crds.lock.yaml': lock, ...rest } = await contents(workspace)
    expect(rest).toEqual(before)
    expect(lock).toMatchInlineSnapshot(`
      "# Written by sync-crds: where each CRD in this directory was copied from. Do not edit.
      # stored-versions is the memory of every version that objects may still be stored in; it only grows.
      lock: 1
      crds:
        appwrappers.workload.codeflare.dev:
          file: crd-appwrapper.yml
          repository: project-codeflare/multi-cluster-app-dispatcher
          ref: v1.40.0
          commit: 0e335bba564c1cc1bbdc914e2ab80e4b875ef621
          path: config/crd/bases/workload.codeflare.dev_appwrappers.yaml
          blob: 2f725d9008b98163275d401de44f5260d5960fb8
          digest: sha256:8e4adfac2427217748a692102fddeea271e8cffff42118de00f781d24cba1cd4
          versions:
            - v1beta1
        quotasubtrees.quota.codeflare.dev:
          file: crd-quotasubtree.yml
          repository: project-codeflare/multi-cluster-app-dispatcher
          ref: v1.40.0
          commit: 0e335bba564c1cc1bbdc914e2ab80e4b875ef621
          path: config/crd/bases/quota.codeflare.dev_quotasubtrees.yaml
          blob: 90fe9c0a2e9d86c3d501b65e64afdd41458fbd06
          digest: sha256:321f095e46f1990e31d42a129701b5a3aac208ad631a53d2e8662ef8e0b0caf7
          versions:
            - v1alpha1
        schedulingspecs.workload.codeflare.dev:
          file: crd-schedulingspec.yml
          repository: project-codeflare/multi-cluster-app-dispatcher
          ref: v1.40.0
          commit: 0e335bba564c1cc1bbdc914e2ab80e4b875ef621
          path: config/crd/bases/workload.codeflare.dev_schedulingspecs.yaml
          blob: 4c2606fcd384db09dfd67ccde3b3cfffd6f97703
          digest: sha256:73dbdab443c3cff188042fcab1a22fe194375cb3e86c2313e7708b37376911c7
          versions:
            - v1beta1
      stored-versions:
        appwrappers.workload.codeflare.dev:
          - v1beta1
        quotasubtrees.quota.codeflare.dev:
          - v1alpha1
        schedulingspecs.workload.codeflare.dev:
          - v1beta1
      "
    `)
  })

  test('a second run plans nothing', async () => {
    const workspace = await operator()
    await run(fromMcad, workspace, await mcad())
    expect((await sync(fromMcad, workspace, await mcad())).changes).toEqual([])
  })

  test('the move to AppWrapper drops v1beta1, and is refused before anything is written', async () => {
    const workspace = await operator()
    const before = await contents(workspace)
    const remote = new MemoryRemote({
      'project-codeflare/appwrapper@v1.1.2': await fixture('appwrapper-v1.1.2', 'config/crd/bases'),
    })
    const to = options({ sources: ['project-codeflare/appwrapper@v1.1.2:config/crd/bases'] })
    const { refusal, findings, plan } = await run(to, workspace, remote)
    expect(refusal?.message).toBe('2 changes break users of a CRD. Nothing was written.')
    expect(plan.breaking).toBe(true)
    expect(findings.map(({ severity, rule, file }) => [severity, rule, file])).toEqual([
      ['error', 'stored-version-removed', 'config/crd/crd-appwrapper.yml'],
      ['error', 'served-version-removed', 'config/crd/crd-appwrapper.yml'],
      ['info', 'short-name-added', 'config/crd/crd-appwrapper.yml'],
      ['info', 'version-added', 'config/crd/crd-appwrapper.yml'],
    ])
    expect(await contents(workspace)).toEqual(before)
  })

  test('the same move with “compatibility: warn” copies the bytes into the file that the operator has', async () => {
    const workspace = await operator()
    const files = await fixture('appwrapper-v1.1.2', 'config/crd/bases')
    const remote = new MemoryRemote({ 'project-codeflare/appwrapper@v1.1.2': files })
    const to = options({
      sources: ['project-codeflare/appwrapper@v1.1.2:config/crd/bases'],
      compatibility: 'warn',
    })
    const done = await run(to, workspace, remote)
    expect(done.findings.map(({ severity }) => severity)).toEqual(['warning', 'warning', 'info', 'info'])
    const after = await contents(workspace)
    expect(after['config/crd/crd-appwrapper.yml']).toBe(Object.values(files)[0])
    expect(after['config/crd/crds.lock.yaml']).toContain(
      '  appwrappers.workload.codeflare.dev:\n    - v1beta1\n    - v1beta2\n',
    )
    // The CRDs of MCAD were never in a lock file: they are not ours to delete.
    expect(after['config/crd/crd-quotasubtree.yml']).toBeDefined()
  })
})

describe('small worlds', () => {
  const widgets = crd()
  const gadgets = crd({ plural: 'gadgets', kind: 'Gadget' })
  const source = 'o/r@main:crd'
  const world = (files: Record<string, string>): Repositories => ({ 'o/r@main': files })
  const kustomization = '# ours\nresources:\n- other.yaml # kept\n'

  test('a new CRD takes its name from the source and joins the kustomization; one that is gone leaves both', async () => {
    const workspace = await checkout({ 'config/crd/kustomization.yaml': kustomization })
    const remote = new MemoryRemote(world({ 'crd/w.yaml': widgets, 'crd/g.yaml': gadgets }))
    const first = await run(options({ sources: [source] }), workspace, remote)
    expect(describePlan(first.changes).map(({ action, subject }) => `${action} ${subject}`)).toEqual([
      'create file config/crd/g.yaml',
      'create file config/crd/w.yaml',
      'update file config/crd/kustomization.yaml',
      'create file config/crd/crds.lock.yaml',
    ])
    expect(await contents(workspace)).toMatchObject({
      'config/crd/w.yaml': widgets,
      'config/crd/kustomization.yaml': `${kustomization}- g.yaml\n- w.yaml\n`,
    })

    remote.repositories = world({ 'crd/g.yaml': gadgets })
    const warned = options({ sources: [source], compatibility: 'off' })
    const second = await run(warned, workspace, remote)
    expect(describePlan(second.changes).map(({ action, subject }) => `${action} ${subject}`)).toEqual([
      'update file config/crd/kustomization.yaml',
      'delete file config/crd/w.yaml',
      'update file config/crd/crds.lock.yaml',
    ])
    expect(second.findings).toMatchObject([{ severity: 'warning', rule: 'crd-removed', crd: 'widgets.example.com' }])
    expect(listSteps(second, 'removed')).toMatchObject([{ crd: 'widgets.example.com', file: 'config/crd/w.yaml' }])
    const after = await contents(workspace)
    expect(after['config/crd/kustomization.yaml']).toBe(`${kustomization}- g.yaml\n`)
    // The ledger remembers, should the CRD come back.
    expect(after['config/crd/crds.lock.yaml']).toMatch(/stored-versions:\n[^]*widgets\.example\.com:\n {4}- v1\n/)
  })

  test('a CRD that goes away is refused by default', async () => {
    const workspace = await checkout({})
    const remote = new MemoryRemote(world({ 'crd/w.yaml': widgets, 'crd/g.yaml': gadgets }))
    await run(options({ sources: [source] }), workspace, remote)
    remote.repositories = world({ 'crd/g.yaml': gadgets })
    const { refusal, plan } = await sync(options({ sources: [source] }), workspace, remote)
    expect(refusal?.message).toBe('A change breaks users of a CRD. Nothing was written.')
    expect(plan.breaking).toBe(true)
    const kept = await sync(options({ sources: [source], prune: false }), workspace, remote)
    expect([kept.refusal, kept.changes]).toEqual([undefined, []])
  })

  test('killed after each write, the next run ends where an uninterrupted one does', async () => {
    const start = {
      'config/crd/kustomization.yaml': kustomization,
      'config/crd/many.yaml': `${crd({ schema: '{type: object, properties: {}}' })}---\nkind: Service\n`,
    }
    const remote = new MemoryRemote(
      world({ 'crd/w.yaml': widgets, 'crd/g.yaml': gadgets, 'crd/x.yaml': crd({ plural: 'xs', kind: 'X' }) }),
    )
    const next = world({
      'crd/w.yaml': crd({ schema: '{type: object, description: new}' }),
      'crd/n.yaml': crd({ plural: 'ns', kind: 'N' }),
    })
    const loose = options({ sources: [source], compatibility: 'off' })
    const prepared = async (): Promise<Workspace> => {
      const workspace = await checkout(start)
      remote.repositories = world({
        'crd/w.yaml': widgets,
        'crd/g.yaml': gadgets,
        'crd/x.yaml': crd({ plural: 'xs', kind: 'X' }),
      })
      await run(loose, workspace, remote)
      remote.repositories = next
      return workspace
    }
    const whole = await prepared()
    const { changes } = await run(loose, whole, remote)
    expect(changes.length).toBe(6)
    for (let kill = 0; kill <= changes.length; kill++) {
      const workspace = await prepared()
      const cut = await sync(loose, workspace, remote)
      await apply(cut.changes.slice(0, kill))
      await run(loose, workspace, remote)
      expect(await contents(workspace)).toEqual(await contents(whole))
    }
  })

  test('an edit in the destination is not overwritten, whatever the source did', async () => {
    const workspace = await checkout({})
    const remote = new MemoryRemote(world({ 'crd/w.yaml': widgets }))
    await run(options({ sources: [source] }), workspace, remote)
    const edited = widgets.replace('type: object', 'type: object, description: mine')
    await writeFile(join(workspace.root, 'config/crd/w.yaml'), edited)
    const { refusal, findings } = await run(options({ sources: [source] }), workspace, remote)
    expect(refusal?.message).toMatch(/^A CRD was edited here after the last copy/)
    expect(findings).toMatchObject([{ rule: 'crd-edited', file: 'config/crd/w.yaml', crd: 'widgets.example.com' }])
    expect((await contents(workspace))['config/crd/w.yaml']).toBe(edited)
    // As the error says: deleting the file takes the source's again.
    await rm(join(workspace.root, 'config/crd/w.yaml'))
    await run(options({ sources: [source] }), workspace, remote)
    expect((await contents(workspace))['config/crd/w.yaml']).toBe(widgets)
  })

  test('an edited CRD that is gone from the source is not deleted', async () => {
    const workspace = await checkout({})
    const remote = new MemoryRemote(world({ 'crd/w.yaml': widgets, 'crd/g.yaml': gadgets }))
    await run(options({ sources: [source] }), workspace, remote)
    await writeFile(join(workspace.root, 'config/crd/w.yaml'), widgets.replace('name: v1', 'name: v2'))
    remote.repositories = world({ 'crd/g.yaml': gadgets })
    const { refusal } = await sync(options({ sources: [source], compatibility: 'off' }), workspace, remote)
    expect(refusal?.message).toMatch(/edited here/)
  })

  test('another generator, another formatting, a moved branch: nothing to do', async () => {
    const workspace = await checkout({})
    const remote = new MemoryRemote(world({ 'crd/w.yaml': widgets }))
    await run(options({ sources: [source] }), workspace, remote)
    remote.repositories = world({ 'crd/w.yaml': crd({ generator: 'v0.99.0', schema: '{ "type":   object }' }) })
    expect((await sync(options({ sources: [source] }), workspace, remote)).changes).toEqual([])
  })

  test('a release tag that names another commit is told, and remembered once', async () => {
    const workspace = await checkout({})
    const remote = new MemoryRemote({ 'o/r@v1.0.0': { 'crd/w.yaml': widgets } })
    const pinned = options({ sources: ['o/r@v1.0.0:crd'] })
    await run(pinned, workspace, remote)
    remote.repositories = { 'o/r@v1.0.0': { 'crd/w.yaml': widgets, README: 'moved' } }
    const moved = await run(pinned, workspace, remote)
    expect(moved.findings).toMatchObject([{ severity: 'warning', rule: 'tag-moved' }])
    expect(moved.changes.map(({ subject }) => subject)).toEqual(['file config/crd/crds.lock.yaml'])
    expect((await run(pinned, workspace, remote)).findings).toEqual([])
  })

  test('a CRD among others in a file is replaced there, and the others keep their bytes', async () => {
    const service = '---\nkind: Service # ours\n'
    const workspace = await checkout({
      'config/crd/all.yaml': `# ours\n${crd({ schema: '{type: object, description: old}' })}${service}${gadgets}`,
    })
    const remote = new MemoryRemote(world({ 'crd/w.yaml': widgets, 'crd/g.yaml': gadgets }))
    await run(options({ sources: [source] }), workspace, remote)
    expect((await contents(workspace))['config/crd/all.yaml']).toBe(`${widgets}${service}${gadgets}`)
  })

  test('CRDs of one source file stay in one file, without what is none', async () => {
    const workspace = await checkout({})
    const remote = new MemoryRemote(world({ 'crd/all.yaml': `${widgets}---\nkind: Service\n${gadgets}` }))
    const done = await run(options({ sources: [source] }), workspace, remote)
    expect((await contents(workspace))['config/crd/all.yaml']).toBe(`${gadgets}${widgets}`)
    expect(JSON.stringify(reportSync(done))).toContain('(Service)')
  })

  test('two sources with files of one name: the second takes the name of group and plural', async () => {
    const workspace = await checkout({})
    const remote = new MemoryRemote({ 'o/a@v1': { 'crds.yaml': gadgets }, 'o/b@v1': { 'crds.yaml': widgets } })
    await run(options({ sources: ['o/a@v1:crds.yaml', 'o/b@v1:crds.yaml'] }), workspace, remote)
    expect(Object.keys(await contents(workspace))).toEqual([
      'config/crd/crds.lock.yaml',
      'config/crd/crds.yaml',
      'config/crd/example.com_widgets.yaml',
    ])
  })

  test('include and exclude; what is excluded later stays as it is', async () => {
    const workspace = await checkout({})
    const remote = new MemoryRemote(world({ 'crd/w.yaml': widgets, 'crd/g.yaml': gadgets }))
    await run(options({ sources: [source] }), workspace, remote)
    const without = options({ sources: [source], exclude: ['gadgets.*'] })
    const { findings, plan } = await run(without, workspace, remote)
    expect(findings).toEqual([])
    expect(plan.steps.map(({ crd: name, action }) => [name, action])).toEqual([
      ['gadgets.example.com', 'kept'],
      ['widgets.example.com', 'unchanged'],
    ])
    const after = await contents(workspace)
    expect(after['config/crd/g.yaml']).toBe(gadgets)
    expect(after['config/crd/crds.lock.yaml']).not.toContain('g.yaml')
    await expect(sync(options({ sources: [source], include: ['x*'] }), workspace, remote)).rejects.toThrow(
      'Input “include”: “x*” matches none of the CRDs in the sources: gadgets.example.com, widgets.example.com.',
    )
    await expect(sync(options({ sources: [source], exclude: ['*'] }), workspace, remote)).rejects.toThrow(/leaves none/)
  })

  test('a local source is copied within the checkout', async () => {
    const workspace = await checkout({ 'api/crd/w.yaml': widgets, 'config/kustomization.yaml': 'resources: []\n' })
    await run(
      options({ sources: ['./api/crd'], kustomization: 'config/kustomization.yaml', lockFile: 'locks/crds.yaml' }),
      workspace,
      new MemoryRemote({}),
    )
    expect(await contents(workspace)).toMatchObject({
      'config/crd/w.yaml': widgets,
      'config/kustomization.yaml': 'resources: [crd/w.yaml]\n',
      'locks/crds.yaml': like(/repository: \.\/\n {4}ref: null\n/),
    })
  })
})

describe('check mode', () => {
  test('writes nothing, finds each difference, and fails', async () => {
    const remote = new MemoryRemote({
      'o/r@v1.0.0': {
        'a.yaml': crd({ plural: 'as' }),
        'b.yaml': crd({ plural: 'bs' }),
        'c.yaml': crd({ plural: 'cs' }),
        'd.yaml': crd({ plural: 'ds' }),
        'e.yaml': crd({ plural: 'es' }),
      },
    })
    const workspace = await checkout({ 'config/crd/kustomization.yaml': 'resources: []\n' })
    const check = options({ sources: ['o/r@v1.0.0:.'], mode: 'check' })
    await run(options({ sources: ['o/r@v1.0.0:.'] }), workspace, remote)
    expect(await sync(check, workspace, remote)).toMatchObject({ changes: [], findings: [], refusal: undefined })

    await rm(join(workspace.root, 'config/crd/a.yaml'))
    await writeFile(join(workspace.root, 'config/crd/b.yaml'), crd({ plural: 'bs', versions: 'v1* v2' }))
    remote.repositories = {
      'o/r@v1.1.0': {
        'a.yaml': crd({ plural: 'as' }),
        'b.yaml': crd({ plural: 'bs' }),
        'c.yaml': crd({ plural: 'cs', versions: 'v1* v2' }),
        'd.yaml': crd({ plural: 'ds' }),
      },
    }
    const before = await contents(workspace)
    const { changes, findings, refusal } = await sync({ ...check, sources: ['o/r@v1.1.0:.'] }, workspace, remote)
    expect(changes).toEqual([])
    expect(findings.map(({ rule, file }) => [rule, file])).toEqual([
      ['crd-missing', 'config/crd/a.yaml'],
      ['crd-edited', 'config/crd/b.yaml'],
      ['crd-outdated', 'config/crd/c.yaml'],
      ['crd-orphaned', 'config/crd/e.yaml'],
      ['kustomization-outdated', 'config/crd/kustomization.yaml'],
      ['lock-outdated', 'config/crd/crds.lock.yaml'],
      ['version-added', 'config/crd/c.yaml'],
      ['crd-removed', 'config/crd/e.yaml'],
    ])
    expect(refusal?.message).toBe('The CRDs are not what the sources and the lock file say: 6 differences.')
    expect(await contents(workspace)).toEqual(before)
  })
})

describe('bad input', () => {
  const remote = new MemoryRemote({ 'o/r@v1': { 'w.yaml': crd() } })
  const one = options({ sources: ['o/r@v1:w.yaml'] })

  test.each([
    ['a destination outside', { destination: '../x' }, 'destination: “../x” leaves the workspace.'],
    ['a lock file outside', { lockFile: '/etc/crds' }, 'lock-file: “/etc/crds” leaves the workspace.'],
    [
      'a kustomization that is not there',
      { kustomization: 'k.yaml' },
      'Input “kustomization”: there is no file “k.yaml”.',
    ],
    [
      'no sources',
      { sources: [] },
      'Input “sources” is missing: at least one OWNER/REPO@REF:PATH or ./local/path, one a line.',
    ],
    ['a ref that does not exist', { sources: ['o/r@v9:w.yaml'] }, 'o/r has no “v9”.'],
  ])('%s', async (_, wrong, message) => {
    await expect(sync({ ...one, ...wrong }, await checkout({}), remote)).rejects.toMatchObject({
      name: 'UserError',
      message,
    })
  })

  test('a lock file with a merge conflict, or that leads elsewhere', async () => {
    const conflict = await checkout({ 'config/crd/crds.lock.yaml': '<<<<<<< ours\nlock: 1\n=======\nlock: 1\n' })
    await expect(sync(one, conflict, remote)).rejects.toMatchObject({
      name: 'UserError',
      place: having({ file: 'config/crd/crds.lock.yaml' }),
    })
    const workspace = await checkout({})
    await run(one, workspace, remote)
    const path = join(workspace.root, 'config/crd/crds.lock.yaml')
    await writeFile(path, (await readFile(path, 'utf8')).replace('file: w.yaml', 'file: ../../w.yaml'))
    await expect(sync(one, workspace, remote)).rejects.toThrow(/must be a file name/)
  })

  test('two files of the destination with one CRD', async () => {
    const workspace = await checkout({ 'config/crd/a.yaml': crd(), 'config/crd/b.yaml': crd() })
    await expect(sync(one, workspace, remote)).rejects.toThrow(
      'destination: CRD “widgets.example.com” is in two places: a.yaml and b.yaml.',
    )
  })
})
