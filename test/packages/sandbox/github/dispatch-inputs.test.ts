import { describe, expect, test } from 'vitest'
import { checkInputs, dispatchInputs } from '../../../../packages/sandbox/github/dispatch-inputs.ts'

const WORKFLOW = `name: Release
on:
  push:
    branches: [main]
  workflow_dispatch:
    inputs:
      # what to release
      version:
        description: 'a version: any'
        required: true
      channel:
        default: "stable"
        required: true
      dry-run:
        type: boolean
  workflow_call:
    inputs:
      other:
        required: true
jobs:
  inputs:
    runs-on: ubuntu-latest
`

describe('the inputs of a workflow', () => {
  test('are read from its dispatch, and from nowhere else', () => {
    expect(dispatchInputs(WORKFLOW)).toEqual([
      { name: 'version', required: true, default: undefined },
      { name: 'channel', required: true, default: 'stable' },
      { name: 'dry-run', required: false, default: undefined },
    ])
    expect(dispatchInputs('on:\n  workflow_dispatch:\njobs:\n  inputs:\n    x: y\n')).toEqual([])
    expect(dispatchInputs('on: [push, workflow_dispatch]\n')).toBeUndefined()
  })

  test('are checked as GitHub checks them, and filled in with their defaults', () => {
    const declared = dispatchInputs(WORKFLOW) ?? []
    expect(checkInputs(declared, { version: '1' })).toEqual({
      inputs: { version: '1', channel: 'stable', 'dry-run': '' },
    })
    expect(checkInputs(declared, {})).toEqual({ refusal: "Required input 'version' not provided" })
    expect(checkInputs(declared, { version: '1', verion: '2' })).toEqual({
      refusal: 'Unexpected inputs provided: ["verion"]',
    })
  })
})
