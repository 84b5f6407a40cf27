import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { next, unreachableStates } from '@/lib/platform/machine'
import { type CaseState, caseStates } from './case'
import { caseMachine } from './case-machine'
import { exitByOf, stateFor, stepOf } from './case-rules'

const open = caseStates.filter((s): s is Exclude<CaseState, 'ended'> => s !== 'ended')
const standing = fc.record({ removed: fc.boolean(), suspended: fc.boolean(), remediation: fc.boolean() })

describe('assurance §9: what a standing asks of a case', () => {
  it('removal comes before suspension, suspension before remediation', () => {
    expect(stateFor({ removed: true, suspended: true, remediation: true })).toBe('leaving')
    expect(stateFor({ removed: false, suspended: true, remediation: true })).toBe('at-risk')
    expect(stateFor({ removed: false, suspended: false, remediation: true })).toBe('watching')
    expect(stateFor({ removed: false, suspended: false, remediation: false })).toBeUndefined()
  })

  it('every state is reached, and every step has its edge', () => {
    expect(unreachableStates(caseMachine, 'watching')).toEqual([])
    for (const state of open)
      for (const wanted of [...open, undefined])
        for (const inUse of [true, false]) {
          const step = stepOf(state, wanted, inUse)
          if (step) expect(next(caseMachine, state, step.command), `${state} ${step.command}`).toBeDefined()
          else expect([wanted, inUse]).toEqual([state, true])
        }
  })

  it('a case of a removed module in use never ends while the removal stands', () => {
    for (const state of open) expect(stepOf(state, 'leaving', true)?.command).not.toBe('end')
    expect(stepOf('leaving', 'leaving', false)).toEqual({ command: 'end', ending: 'not-in-use' })
    expect(stepOf('leaving', undefined, true)).toEqual({ command: 'end', ending: 'corrected' })
  })

  it('follows any standings to what the last one asks, and asked twice does nothing', () => {
    fc.assert(
      fc.property(fc.array(standing, { minLength: 1 }), (standings) => {
        let state: CaseState | undefined
        for (const one of standings) {
          const wanted = stateFor(one)
          for (const _ of [1, 2]) {
            if (state === undefined || state === 'ended') state = wanted
            else {
              const step = stepOf(state, wanted, true)
              state = step ? next(caseMachine, state, step.command)!.to : state
            }
          }
          expect(state === 'ended' ? undefined : state).toBe(wanted)
        }
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('KO-02: the first day on which it can be switched off', () => {
  it.each([
    ['a short notice: the way of a switch counts', 90, '2026-06-22'],
    ['a long notice counts itself', 180, '2026-08-29'],
  ])('%s', (_, notice, day) => expect(exitByOf('2026-03-02', notice)).toBe(day))
})
