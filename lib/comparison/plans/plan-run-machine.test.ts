import { describe, expect, it } from 'vitest'
import { next, unreachableStates } from '@/lib/platform/machine'
import { hasOutcome, isUnderWay, type PlanState, planLabels, planStates } from './plan-run'
import { type PlanCommand, planRunMachine } from './plan-run-machine'

const commands: PlanCommand[] = [
  'start',
  'find-optimal',
  'find-best-so-far',
  'find-infeasible',
  'find-undecided',
  'cancel',
  'fail',
]
const edges: Partial<Record<PlanState, Partial<Record<PlanCommand, [PlanState, string]>>>> = {
  queued: { start: ['running', 'PlanRunStarted'], cancel: ['cancelled', 'PlanRunCancelled'] },
  running: {
    start: ['running', 'PlanRunStarted'],
    'find-optimal': ['optimal', 'PlanRunFinished'],
    'find-best-so-far': ['best-so-far', 'PlanRunFinished'],
    'find-infeasible': ['infeasible', 'PlanRunFinished'],
    'find-undecided': ['undecided', 'PlanRunFinished'],
    cancel: ['cancelled', 'PlanRunCancelled'],
    fail: ['failed', 'PlanRunFailed'],
  },
}
const matrix = planStates.flatMap((state) => commands.map((command) => ({ state, command })))

describe('the machine of a plan run', () => {
  it.each(matrix)('$state, $command', ({ state, command }) => {
    const edge = next(planRunMachine, state, command)
    expect(edge && [edge.to, edge.event]).toEqual(edges[state]?.[command])
  })

  it('reaches every state; each has a label, and is under way, found or ended without a result', () => {
    expect(unreachableStates(planRunMachine, 'queued')).toEqual([])
    expect(Object.keys(planLabels)).toEqual([...planStates])
    expect(planStates.filter((state) => isUnderWay({ state }))).toEqual(['queued', 'running'])
    expect(planStates.filter((state) => hasOutcome({ state }))).toHaveLength(4)
  })
})
