import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sentences } from '@/lib/audit/event-words'
import { edgesOf, unreachableStates } from '@/lib/platform/machine'
import { edgeOf } from './machine-of-rules'
import { firstStageStates, switchStateColours, switchStateLabels } from './switch'
import { type FirstStageCommand, switchMachine } from './switch-machine'

const edges: [string, FirstStageCommand, string, string][] = [
  ['draft', 'order', 'ordered', 'SwitchOrdered'],
  ['draft', 'cancel', 'cancelled', 'SwitchCancelled'],
  ['ordered', 'load-trial', 'trial-loaded', 'TrialLoaded'],
  ['ordered', 'cancel', 'cancelled', 'SwitchCancelled'],
  ['trial-loaded', 'start-checking', 'data-check', 'DataCheckStarted'],
  ['trial-loaded', 'cancel', 'cancelled', 'SwitchCancelled'],
  ['data-check', 'reload', 'trial-loaded', 'TrialReloaded'],
  ['data-check', 'load-final', 'loaded', 'FinalLoaded'],
  ['data-check', 'cancel', 'cancelled', 'SwitchCancelled'],
  ['loaded', 'go-live', 'live', 'SwitchWentLive'],
  ['loaded', 'roll-back', 'rolled-back', 'SwitchRolledBack'],
  ['live', 'close', 'closed', 'SwitchClosed'],
  ['live', 'roll-back', 'rolled-back', 'SwitchRolledBack'],
]
const commands = [...new Set(edges.map(([, command]) => command))]

describe('the switch machine of the first stage', () => {
  it('answers the whole matrix of states and commands', () => {
    for (const state of firstStageStates)
      for (const command of commands) {
        const edge = edges.find(([s, c]) => s === state && c === command)
        expect(edgeOf({ machineVersion: 1, state, stateBefore: null }, command)).toEqual(
          edge ? { to: edge[2], event: edge[3] } : undefined,
        )
      }
    expect(edgesOf(switchMachine)).toHaveLength(edges.length)
  })

  it('reaches every state; each has a label, a colour, and a place in the database check', () => {
    expect(Object.keys(switchMachine)).toEqual([...firstStageStates])
    expect(unreachableStates(switchMachine, 'draft')).toEqual([])
    for (const state of firstStageStates)
      expect([switchStateLabels[state], switchStateColours[state]].every(Boolean)).toBe(true)
  })

  it('every event has words for the history', () => {
    for (const { event } of edgesOf(switchMachine)) expect(sentences[event]).toBeDefined()
  })
})

describe('what the tables of a switch may hold (SW-06)', () => {
  it('no column names a patient, an NHS number, a birth or a record of care', () => {
    const schema = ['contracts', 'switching']
      .map((name) => readFileSync(`prisma/schema/${name}.prisma`, 'utf8'))
      .join('\n')
    const columns = [...schema.matchAll(/^ {2}(\w+) /gm)].map((m) => m[1]!)
    expect(columns.length).toBeGreaterThan(80)
    // Who recorded something, and when, is no record of care.
    const suspect = columns.filter((c) => !/^(recorded|noticeRecorded)(At|ById)$/.test(c))
    expect(suspect.filter((c) => /patient|nhs|birth|record|subject|fingerprint|leaf/i.test(c))).toEqual([])
  })
})
