import { describe, expect, it } from 'vitest'
import { sentences } from '@/lib/audit/event-words'
import { edgesOf, next, unreachableStates } from '@/lib/platform/machine'
import { callOffLabels, callOffStates } from './call-offs/call-off'
import { callOffMachine } from './call-offs/call-off-machine'
import { projectCommands, projectLabels, projectStates } from './projects/project'
import { projectMachine } from './projects/project-machine'

const projectLegal = new Set([
  'scoping/set-needs',
  'scoping/cancel',
  'shortlisting/set-needs',
  'shortlisting/freeze',
  'shortlisting/cancel',
  'frozen/edit-criteria',
  'frozen/compete',
  'frozen/decide',
  'frozen/cancel',
  'competing/offer',
  'competing/close-offers',
  'competing/score',
  'competing/close-scoring',
  'competing/cancel',
  'scored/decide',
  'scored/cancel',
])
const callOffCommands = [
  'request-funding',
  'submit-without-cost',
  'delete',
  'release',
  'reopen',
  'issue',
  'begin-standstill',
  'end-standstill',
  'sign',
  'complete',
  'refuse',
  'lapse',
  'void',
] as const
const callOffLegal = new Set([
  'draft/request-funding',
  'draft/submit-without-cost',
  'draft/delete',
  'draft/void',
  'awaiting-funding/void',
  'funded/void',
  'standstill/void',
  'signing/void',
  'funded/begin-standstill',
  'standstill/end-standstill',
  'standstill/reopen',
  'signing/lapse',
  'awaiting-funding/release',
  'awaiting-funding/reopen',
  'funded/issue',
  'funded/reopen',
  'signing/sign',
  'signing/complete',
  'signing/refuse',
  'signing/reopen',
])

describe('the project machine', () => {
  it.each(projectStates.flatMap((s) => projectCommands.map((c) => [s, c] as const)))('%s × %s', (state, command) => {
    expect(next(projectMachine, state, command) !== undefined).toBe(projectLegal.has(`${state}/${command}`))
  })
  it('reaches every state, labels each, and every event has its words', () => {
    expect(unreachableStates(projectMachine, 'scoping')).toEqual([])
    expect(Object.keys(projectLabels)).toEqual([...projectStates])
    expect(edgesOf(projectMachine).filter((e) => !sentences[e.event])).toEqual([])
  })
})

describe('the call-off machine', () => {
  it.each(callOffStates.flatMap((s) => callOffCommands.map((c) => [s, c] as const)))('%s × %s', (state, command) => {
    expect(next(callOffMachine, state, command) !== undefined).toBe(callOffLegal.has(`${state}/${command}`))
  })
  it('reaches every state, labels each, and every event has its words', () => {
    expect(unreachableStates(callOffMachine, 'draft')).toEqual([])
    expect(Object.keys(callOffLabels)).toEqual([...callOffStates])
    expect(edgesOf(callOffMachine).filter((e) => !sentences[e.event])).toEqual([])
  })
})
