import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentences } from '@/lib/audit/event-words'
import { unreachableStates } from '@/lib/platform/machine'
import { type FullCommand, fullSwitchMachine, stateBefore } from './full-switch-machine'
import { edgeOf, sideOf } from './machine-of-rules'
import { type SwitchState, switchStateColours, switchStateLabels, switchStates } from './switch'

/** The table of design §3, written down a second time. */
const way: [SwitchState, FullCommand, string, string][] = [
  ['draft', 'make-case', 'case', 'SwitchCaseMade'],
  ['case', 'order', 'ordered', 'SwitchOrdered'],
  ['ordered', 'mobilise', 'mobilised', 'SwitchMobilised'],
  ['mobilised', 'prepare', 'preparing', 'SwitchPreparing'],
  ['preparing', 'load-trial', 'trial-loaded', 'TrialLoaded'],
  ['trial-loaded', 'start-checking', 'data-check', 'DataCheckStarted'],
  ['data-check', 'reload', 'trial-loaded', 'TrialReloaded'],
  ['data-check', 'accept-data', 'cutover-ready', 'DataAccepted'],
  ['cutover-ready', 'freeze', 'frozen', 'RecordsFrozen'],
  ['frozen', 'load-final', 'loaded', 'FinalLoaded'],
  ['loaded', 'go-live', 'live', 'SwitchWentLive'],
  ['live', 'settle', 'legacy-read-only', 'LegacyStarted'],
  ['legacy-read-only', 'close', 'closed', 'SwitchClosed'],
  ['on-hold', 'resume', stateBefore, 'SwitchResumed'],
  ['remediation', 'remedied', stateBefore, 'RemediationEnded'],
  ['rolled-back', 'restart', 'preparing', 'SwitchRestarted'],
]
const before: SwitchState[] = [
  'draft',
  'case',
  'ordered',
  'mobilised',
  'preparing',
  'trial-loaded',
  'data-check',
  'cutover-ready',
]
const edges = [
  ...way,
  ...before.map((s): (typeof way)[number] => [s, 'hold', 'on-hold', 'SwitchHeld']),
  ...before.map((s): (typeof way)[number] => [s, 'cancel', 'cancelled', 'SwitchCancelled']),
  ...(['frozen', 'loaded', 'live'] as const).map((s): (typeof way)[number] => [
    s,
    'roll-back',
    'rolled-back',
    'SwitchRolledBack',
  ]),
  ...(['loaded', 'live'] as const).map((s): (typeof way)[number] => [
    s,
    'remediate',
    'remediation',
    'RemediationStarted',
  ]),
]
const commands = [...new Set(edges.map(([, command]) => command))]

describe('machine version 2 of a switch (design §3)', () => {
  it('answers the whole matrix of states and commands', () => {
    expect(commands).toHaveLength(20)
    for (const state of switchStates)
      for (const command of commands) {
        const edge = edges.find(([s, c]) => s === state && c === command)
        expect(fullSwitchMachine[state][command]).toEqual(edge ? { to: edge[2], event: edge[3] } : undefined)
      }
  })

  it('reaches every state but through none that has no label, colour or words', () => {
    expect(Object.keys(fullSwitchMachine)).toEqual([...switchStates])
    expect(unreachableStates(fullSwitchMachine, 'draft')).toEqual([])
    for (const state of switchStates)
      expect([switchStateLabels[state], switchStateColours[state]].every(Boolean)).toBe(true)
    for (const [, , , event] of edges) expect(sentences[event], event).toBeDefined()
  })

  it('has no way from frozen to live but through the final load', () => {
    expect(Object.values(fullSwitchMachine.frozen).map((edge) => edge.to)).not.toContain('live')
  })

  it('keeps to its paths whatever is asked of it, and a side state ends where it began', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...commands), { maxLength: 80 }), (asked) => {
        const of = { machineVersion: 2, state: 'draft' as SwitchState, stateBefore: null as SwitchState | null }
        const walked: SwitchState[] = ['draft']
        for (const command of asked) {
          const move = edgeOf(of, command)
          if (!move) continue
          Object.assign(of, sideOf(of.state, move.to, new Date(0)), { state: move.to })
          walked.push(of.state)
        }
        const first = (state: SwitchState) => walked.indexOf(state)
        for (const [earlier, later] of [
          ['data-check', 'cutover-ready'],
          ['cutover-ready', 'frozen'],
          ['frozen', 'loaded'],
          ['loaded', 'live'],
          ['live', 'legacy-read-only'],
          ['legacy-read-only', 'closed'],
        ] as const)
          if (first(later) >= 0) expect(first(earlier)).toBeLessThan(first(later))
        walked.forEach((state, i) => {
          if (state === 'on-hold' && walked[i + 1]) expect(walked[i + 1]).toBe(walked[i - 1])
          if (state === 'remediation' && walked[i + 1]) expect(walked[i + 1]).toBe(walked[i - 1])
          if (state === 'cancelled' || state === 'closed') expect(i).toBe(walked.length - 1)
        })
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('the machine of a row', () => {
  it('is the one on which it began: version 1 knows nothing of the later commands', () => {
    const first = { machineVersion: 1, state: 'data-check' as const, stateBefore: null }
    expect(edgeOf(first, 'load-final')?.to).toBe('loaded')
    expect(edgeOf(first, 'accept-data')).toBeUndefined()
    expect(edgeOf(first, 'hold')).toBeUndefined()
    expect(edgeOf({ ...first, machineVersion: 2 }, 'load-final')).toBeUndefined()
  })
})
