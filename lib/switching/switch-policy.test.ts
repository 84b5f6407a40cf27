import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import type { Decision } from '@/lib/platform/decision'
import { actorWith } from '@/lib/testing/context'
import * as policy from './switch-policy'

const of = { practiceId: 'p', payerId: 'c', losingSupplierId: 'l', gainingSupplierId: 'g' }
const people = { 'practice-manager': 'manager', 'clinical-lead': 'lead', 'clinical-safety-officer': 'safety' }
const actors: Record<string, Actor> = {
  manager: actorWith('manager', { role: 'practice-manager', organisationId: 'p' }),
  lead: actorWith('lead', { role: 'gp-partner', organisationId: 'p' }),
  'other partner': actorWith('other', { role: 'gp-partner', organisationId: 'p' }),
  safety: actorWith('safety', { role: 'clinical-safety-officer', organisationId: 'c' }),
  'safety, grant ended': actorWith('safety', { role: 'funding-requester', organisationId: 'x' }),
  delivery: actorWith('delivery', { role: 'delivery-partner', organisationId: 'c' }),
  approver: actorWith('approver', { role: 'funding-approver', organisationId: 'c' }),
  losing: actorWith('losing', { role: 'supplier-signatory', organisationId: 'l' }),
  gaining: actorWith('gaining', { role: 'supplier-signatory', organisationId: 'g' }),
  editor: actorWith('editor', { role: 'supplier-editor', organisationId: 'g' }),
  stranger: actorWith('stranger', { role: 'practice-manager', organisationId: 'elsewhere' }),
}
const questions: Record<string, (actor: Actor) => Decision> = {
  open: (a) => policy.mayOpenSwitch(a, 'p'),
  run: (a) => policy.mayRunSwitch(a, of),
  order: (a) => policy.mayOrderSwitch(a, of),
  load: (a) => policy.mayLoad(a, of),
  'sign source': (a) => policy.mayEnterManifest(a, of, 'source'),
  'sign target': (a) => policy.mayEnterManifest(a, of, 'target'),
  report: (a) => policy.mayBringReports(a, of),
  accept: (a) => policy.mayAcceptDifference(a, of, people),
  'sign as lead': (a) => policy.maySignAs(a, of, people, 'clinical-lead'),
  'sign as safety': (a) => policy.maySignAs(a, of, people, 'clinical-safety-officer'),
  'sign as manager': (a) => policy.maySignAs(a, of, people, 'practice-manager'),
  'roll back': (a) => policy.mayRollBack(a, of, people),
  certify: (a) => policy.mayCertifyDeletion(a, of),
  close: (a) => policy.mayCloseSwitch(a, of),
  cancel: (a) => policy.mayCancelSwitch(a, of),
  deliver: (a) => policy.mayDeliver(a, of, { ...people, 'delivery-partner': 'delivery' }),
  freeze: (a) => policy.mayFreeze(a, of),
  'state as manager': (a) => policy.mayState(a, of, people, ['practice-manager']),
  'state as lead': (a) => policy.mayState(a, of, people, ['clinical-lead']),
}
const grid: Record<string, string[]> = {
  manager: ['open', 'run', 'order', 'report', 'sign as manager', 'roll back', 'cancel', 'state as manager'],
  lead: ['sign as lead', 'roll back', 'state as lead'],
  'other partner': [],
  safety: ['accept', 'sign as safety', 'roll back'],
  'safety, grant ended': [],
  delivery: ['report', 'deliver'],
  approver: ['close', 'cancel'],
  losing: ['sign source', 'certify', 'freeze'],
  gaining: ['load', 'sign target', 'report'],
  editor: [],
  stranger: [],
}

describe('who may do what in a switch', () => {
  it.each(Object.keys(grid))('%s', (who) => {
    const answers = Object.entries(questions).map(([name, ask]) => [name, ask(actors[who]!)] as const)
    expect(answers.filter(([, d]) => d.allowed).map(([name]) => name)).toEqual(grid[who])
    for (const [, d] of answers) expect(d.allowed || d.because.length > 20).toBe(true)
  })

  it('only the four parties see it', () => {
    const seen = Object.keys(actors).filter((who) => policy.maySeeSwitch(actors[who]!, of))
    expect(seen).toEqual(Object.keys(actors).filter((who) => !['stranger', 'safety, grant ended'].includes(who)))
  })

  it('publishes capacity for the gaining supplier or as its IT partner, and cancels for one side', () => {
    const capacity = Object.keys(actors).filter((who) => policy.publishesCapacityOf(actors[who]!, of))
    expect(capacity).toEqual(['delivery', 'gaining'])
    const sides = Object.entries(actors).map(([who, actor]) => [who, policy.cancellingSide(actor, of)])
    expect(sides.filter(([, side]) => side)).toEqual([
      ['manager', 'practice'],
      ['approver', 'commissioner'],
    ])
  })

  it('without a gaining supplier nobody signs for it', () => {
    const none = { ...of, gainingSupplierId: null }
    expect(policy.mayLoad(actors.gaining!, none).allowed).toBe(false)
    expect(policy.mayEnterManifest(actors.gaining!, none, 'target').allowed).toBe(false)
  })
})
