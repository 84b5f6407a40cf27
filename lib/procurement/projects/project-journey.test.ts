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
    entries: [{ id: 'a', moduleId: 'm', moduleName: 'Alpha', supplierName: 'One' }],
    startsOn: null,
    frozenAt: null,
    ...given,
  }) as Project
const orderIn = (state: string, moduleId = 'm') => ({ id: 'o', number: 'C1', state, moduleId, isSeen: true })
const statuses = (p: Project, closed = false, orders: ReturnType<typeof orderIn>[] = []) =>
  projectTasks(p, closed, orders).map(({ status }) => status)
const competing = { route: 'competition', competitionId: 'c' } as const

describe('the task list of a project', () => {
  it('says of each state what is next, done and shut', () => {
    expect(statuses(project('scoping'))).toEqual(['not-started', 'cannot-start', 'cannot-start', 'cannot-start'])
    expect(statuses(project('shortlisting'))).toEqual(['completed', 'not-started', 'cannot-start', 'cannot-start'])
    expect(statuses(project('frozen'))).toEqual(['completed', 'completed', 'not-started', 'cannot-start'])
  })
  it('of a competition it also says what suppliers and evaluators have', () => {
    const [, , criteria, offers, score, decide] = projectTasks(project('competing', competing), false, [])
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
        decision: { outcome, winnerId: outcome === 'awarded' ? 'a' : null } as Project['decision'],
      })
    expect(statuses(decided('awarded')).at(-1)).toBe('not-started')
    expect(statuses(decided('awarded'), false, [orderIn('draft')]).at(-1)).toBe('in-progress')
    expect(statuses(decided('awarded'), false, [orderIn('signed')]).at(-1)).toBe('completed')
    expect(statuses(decided('cancelled'))).toEqual(['completed', 'completed', 'not-applicable', 'not-applicable'])
  })
  it('several winners have an order each, and the list says of each who has it', () => {
    const entries = [
      { id: 'a', moduleId: 'm', moduleName: 'Alpha', supplierName: 'One' },
      { id: 'b', moduleId: 'n', moduleName: 'Beta', supplierName: 'Two' },
    ] as Project['entries']
    const decision = { outcome: 'awarded', winnerId: null, winnerIds: ['a', 'b'], agreedPrices: null }
    const several = project('decided', { entries, decision: decision as unknown as Project['decision'] })
    const tasks = projectTasks(several, false, [orderIn('signing')]).slice(-2)
    expect(tasks.map(({ title, who, status }) => [title, who, status])).toEqual([
      ['Order C1: Alpha, One', 'The payer and the supplier', 'in-progress'],
      ['Draft the order: Beta, Two', 'You', 'not-started'],
    ])
  })
  it('a practice that the project concerns reads who has what, and is led to no act of another', () => {
    const reader = { runs: false, buyer: 'The commissioner' }
    const tasks = projectTasks(project('frozen'), false, [], reader)
    expect(tasks.map(({ href }) => href)).toEqual([null, null, null, null])
    expect(new Set(tasks.map(({ who }) => who))).toEqual(new Set(['The commissioner']))
  })
  it('what cannot start leads nowhere', () => {
    const open = projectTasks(project('scoping'), false, []).map(({ href }) => href)
    expect(open).toEqual(['#act', null, null, null])
  })
})
