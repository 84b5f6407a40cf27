import { describe, expect, it } from 'vitest'
import type { Project, ProjectState } from './project'
import { projectTasks } from './project-journey'

const project = (state: ProjectState, given: Partial<Project> = {}): Project =>
  ({
    id: 'p',
    state,
    route: 'direct-award',
    competitionId: null,
    decision: null,
    startsOn: null,
    frozenAt: null,
    ...given,
  }) as Project
const statuses = (p: Project, closed = false, order?: { id: string; number: string; state: string }) =>
  projectTasks(p, closed, order).map(({ status }) => status)
const competing = { route: 'competition', competitionId: 'c' } as const

describe('the task list of a project', () => {
  it('says of each state what is next, done and shut', () => {
    expect(statuses(project('scoping'))).toEqual(['not-started', 'cannot-start', 'cannot-start', 'cannot-start'])
    expect(statuses(project('shortlisting'))).toEqual(['completed', 'not-started', 'cannot-start', 'cannot-start'])
    expect(statuses(project('frozen'))).toEqual(['completed', 'completed', 'not-started', 'cannot-start'])
  })
  it('of a competition it also says what suppliers and evaluators have', () => {
    const [, , criteria, offers, score, decide] = projectTasks(project('competing', competing), false, undefined)
    expect([criteria, offers, score, decide].map((task) => [task!.who, task!.status])).toEqual([
      ['You', 'completed'],
      ['The suppliers', 'in-progress'],
      ['Your evaluators', 'cannot-start'],
      ['You', 'cannot-start'],
    ])
    expect(statuses(project('competing', competing), true).slice(3, 5)).toEqual(['completed', 'in-progress'])
    expect(statuses(project('scored', competing), true).slice(3)).toEqual([
      'completed',
      'completed',
      'not-started',
      'cannot-start',
    ])
  })
  it('an award leads to the order, and nothing else does', () => {
    const decided = (outcome: 'awarded' | 'cancelled') =>
      project('decided', {
        startsOn: '2026-04-01',
        frozenAt: new Date(0),
        decision: { outcome } as Project['decision'],
      })
    expect(statuses(decided('awarded')).at(-1)).toBe('not-started')
    expect(statuses(decided('awarded'), false, { id: 'o', number: 'C1', state: 'draft' }).at(-1)).toBe('in-progress')
    expect(statuses(decided('awarded'), false, { id: 'o', number: 'C1', state: 'signed' }).at(-1)).toBe('completed')
    expect(statuses(decided('cancelled'))).toEqual(['completed', 'completed', 'not-applicable', 'not-applicable'])
  })
  it('what cannot start leads nowhere', () => {
    const open = projectTasks(project('scoping'), false, undefined).map(({ href }) => href)
    expect(open).toEqual(['#act', null, null, null])
  })
})
