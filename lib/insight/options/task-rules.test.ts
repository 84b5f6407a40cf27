import { describe, expect, it } from 'vitest'
import type { ContractSite } from '@/lib/contracts/site'
import { decisionTasks, siteTasks } from './task-rules'

const site = (given: Partial<ContractSite>): ContractSite => ({
  id: 's',
  contractId: 'c',
  practiceId: 'mine',
  state: 'planned',
  practiceSaysOn: null,
  supplierSaysOn: null,
  liveOn: null,
  practiceCorrectsTo: null,
  supplierCorrectsTo: null,
  succeedsId: null,
  ceasedOn: null,
  version: 1,
  ...given,
})
const words = (given: Partial<ContractSite>, practice = 'mine') =>
  siteTasks({ id: 'c', moduleName: 'Core', sites: [site(given)] }, practice).map((task) => task.words)

describe('P1: what waits for the practice', () => {
  it.each<[string, Partial<ContractSite>, string | undefined]>([
    ['a site that is planned', {}, 'once it is in use'],
    [
      'what the supplier alone has confirmed',
      { state: 'half-confirmed', supplierSaysOn: '2026-03-01' },
      'its supplier says 1 March 2026',
    ],
    ['what the practice has confirmed already', { state: 'half-confirmed', practiceSaysOn: '2026-03-01' }, undefined],
    [
      'two different days',
      { state: 'disputed', practiceSaysOn: '2026-03-01', supplierSaysOn: '2026-03-02' },
      'you say 1 March 2026, its supplier 2 March 2026',
    ],
    ['a correction of the supplier', { state: 'live', supplierCorrectsTo: '2026-03-05' }, 'another day: 5 March 2026'],
    ['a system in use', { state: 'live', liveOn: '2026-03-01' }, undefined],
    ['a system that was left', { state: 'ceased' }, undefined],
  ])('%s', (_, given, expected) => {
    if (expected === undefined) expect(words(given)).toEqual([])
    else expect(words(given)[0]).toContain(expected)
    expect(words(given, 'another practice')).toEqual([])
  })

  it('a decision is asked for while the notice date is near, and leads to the page of switching', () => {
    const contract = { id: 'c', moduleName: 'Core', endsOn: '2026-09-30', noticeDays: 90 }
    expect(decisionTasks([{ ...contract, state: 'expiring' }])).toMatchObject([
      { due: '2026-07-02', href: '/systems/switching#contract-c' },
    ])
    expect(decisionTasks([{ ...contract, state: 'live' }])).toEqual([])
  })
})
