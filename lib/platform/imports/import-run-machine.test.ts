import { describe, expect, it } from 'vitest'
import { type Machine, next, unreachableStates } from '../machine'
import { type ImportCommand, type ImportState, importStateColours, importStateLabels, percentDone } from './import-run'
import { importRunMachine } from './import-run-machine'

const machine: Machine<ImportState, ImportCommand> = importRunMachine
const commands: ImportCommand[] = ['check', 'reject', 'start', 'apply', 'fail', 'abandon']
const legal: Record<string, [ImportState, string]> = {
  'uploaded check': ['ready', 'ImportChecked'],
  'uploaded reject': ['rejected', 'ImportRejected'],
  'uploaded abandon': ['abandoned', 'ImportAbandoned'],
  'ready start': ['applying', 'ImportStarted'],
  'ready abandon': ['abandoned', 'ImportAbandoned'],
  'applying apply': ['applied', 'ImportApplied'],
  'applying fail': ['failed', 'ImportFailed'],
}

describe('the machine of an import', () => {
  for (const state of Object.keys(machine) as ImportState[])
    for (const command of commands)
      it(`${command} in ${state}`, () => {
        const edge = next(machine, state, command)
        expect(edge && [edge.to, edge.event]).toEqual(legal[`${state} ${command}`])
      })

  it('reaches every state; each has a label and a colour', () => {
    expect(unreachableStates(machine, 'uploaded')).toEqual([])
    expect(Object.keys(importStateLabels)).toEqual(expect.arrayContaining(Object.keys(machine)))
    expect(Object.keys(importStateColours)).toEqual(expect.arrayContaining(Object.keys(machine)))
  })

  it('never says 100 % before it has ended', () => {
    expect(percentDone({ state: 'uploaded', checked: 0, written: 0, total: 0 })).toBe(0)
    expect(percentDone({ state: 'uploaded', checked: 500, written: 0, total: 1000 })).toBe(50)
    expect(percentDone({ state: 'applying', checked: 1000, written: 1000, total: 1000 })).toBe(99)
    expect(percentDone({ state: 'applied', checked: 1, written: 1, total: 1 })).toBe(100)
  })
})
