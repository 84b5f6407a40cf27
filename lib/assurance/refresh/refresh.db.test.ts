import { beforeEach, describe, expect, it } from 'vitest'
import { type Actor, system, visitor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/refusal'
import { value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type MadeModule, module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { standardDraft } from '@/prisma/factories/standard-draft'
import { getRegisterEntry } from '../register/get-register-entry'
import { proposeStandardDecision } from '../standards/propose-standard-decision'
import { secondStandardDecision } from '../standards/second-standard-decision'
import { closeNonConformitiesWhenWithdrawn } from './close-non-conformities-when-withdrawn'
import { compareDays } from './compare-days'
import { createObligationsWhenPublished } from './create-obligations-when-published'
import { getRefreshPreview } from './get-refresh-preview'
import { listOwnObligations } from './list-obligations'
import { redeclareRequirement } from './redeclare-requirement'
import { noUsage } from './usage'

useDatabase()
let author: Actor
let officers: [Actor, Actor]
let made: MadeModule
let signatory: Actor
const onDay = (day: string) => new Date(`${day}T00:05:00Z`)
const publish = (given: Parameters<typeof standardDraft.published>[1]) =>
  standardDraft.published(
    { author, officers },
    { head: { effectiveOn: '2026-04-01', transitionEndsOn: '2026-06-30' }, ...given },
  )
const kindOf = (answer: Result<unknown>) => (answer.ok ? 'done' : answer.refusal.kind)
async function published(given: Parameters<typeof standardDraft.published>[1]) {
  const draft = await publish(given)
  const event = await db.event.findFirstOrThrow({ where: { name: 'StandardVersionPublished', aboutId: draft.id } })
  const stored = { ...event, about: { type: event.aboutType, id: event.aboutId }, from: null, to: null, data: {} }
  for (const _ of [1, 2]) await createObligationsWhenPublished(contextOf(system), stored)
  return draft
}
const labelOn = async (day: string, now = day) => {
  const entry = await getRegisterEntry(contextOf(visitor, new Date(`${now}T12:00:00Z`)), made.moduleId, '1.0.0', {
    asOf: day,
  })
  return entry.ok ? entry.value.label.words : entry.refusal.kind
}

beforeEach(async () => {
  const authority = (await organisation.authority()).id
  author = await person.with('standards-author', authority)
  officers = [await person.officer(authority), await person.officer(authority)]
  made = await module.conformant()
  signatory = await person.signatory(made.supplierId)
})

describe('RF-02 the preview', () => {
  it('counts what must act and what lapses, and writes nothing', async () => {
    await module.unassessed()
    const draft = await standardDraft.classified(author, { whole: { text: 'In other words' } })
    const events = await db.event.count()
    const view = (await getRefreshPreview(contextOf(officers[0]), draft.id, noUsage))!
    expect(view.preview.counts['must-act'].modules).toBe(1)
    expect(view.preview.counts.unaffected.modules).toBe(1)
    expect(view.preview.days).toEqual(['2026-03-02', '2026-04-01', '2026-06-30'])
    expect(view.lookedAt).toBeUndefined()
    expect(await db.event.count()).toBe(events)
    expect(await getRefreshPreview(contextOf(signatory), draft.id, noUsage)).toBeUndefined()
  })
})

describe('RF-03 obligations', () => {
  it('one a module that must act, once; declared again by the signatory alone, before the transition ends', async () => {
    const { id } = await published({ whole: { text: 'In other words' } })
    expect(await db.obligation.count()).toBe(1)
    expect(await db.event.count({ where: { name: 'ObligationCreated' } })).toBe(1)
    const list = async (actor: Actor, at = noon) => listOwnObligations(contextOf(actor, at))
    const [obligation] = (await list(signatory))!
    expect(obligation).toMatchObject({
      state: 'open',
      dueOn: '2026-06-30',
      rows: [{ requirementId: 'S1/WHOLE', needs: 'word' }],
    })
    expect(await list(await person.signatory((await organisation.supplier()).id))).toEqual([])
    expect(await list(author)).toBeUndefined()
    const said = { obligationId: obligation!.id, requirementId: 'S1/WHOLE' }
    const redeclare = (actor: Actor, at = noon, what = said) => redeclareRequirement(contextOf(actor, at), what)
    expect(kindOf(await redeclare(author))).toBe('not-found')
    expect(kindOf(await redeclare(await person.editor(made.supplierId)))).toBe('forbidden')
    expect(kindOf(await redeclare(signatory, noon, { ...said, requirementId: 'S1/NONE' }))).toBe('not-found')
    expect(kindOf(await redeclare(signatory, onDay('2026-07-01')))).toBe('conflict')
    expect((await list(signatory, onDay('2026-07-01')))![0]!.state).toBe('overdue')
    const answers = await Promise.all([1, 2, 3].map(() => redeclare(signatory, onDay('2026-06-30'))))
    expect(answers.filter((a) => a.ok)).toHaveLength(1)
    expect((await list(signatory, onDay('2026-07-01')))![0]!.state).toBe('met')
    expect(await labelOn('2026-07-01')).toBe('Conformant')
    expect(await db.redeclaration.count({ where: { standardVersionId: id } })).toBe(1)
  })
})

describe('RF-03 the nightly comparison', () => {
  it('records a lapse once, opens the non-conformity once, and does not fight it', async () => {
    const { id } = await published({ more: [{}] })
    for (const day of ['2026-03-02', '2026-03-03', '2026-06-30']) await compareDays(contextOf(system, onDay(day)))
    expect(await db.conformanceChange.count()).toBe(0)
    expect(await labelOn('2026-06-30')).toBe('Conformant until 30 June 2026')
    await Promise.all([1, 2].map(() => compareDays(contextOf(system, onDay('2026-07-01')))))
    await compareDays(contextOf(system, onDay('2026-07-01')))
    expect(await db.nonConformity.findMany({ where: { moduleVersionId: made.moduleVersionId } })).toMatchObject([
      { standardVersionId: id, requirementId: 'S1/NEW01', source: 'STANDARD_REFRESH', closedOn: null },
    ])
    const events = () => db.event.findMany({ where: { name: 'ConformanceChanged' } })
    expect(await events()).toHaveLength(1)
    expect((await events())[0]!.data).toMatchObject({
      changes: [{ requirementId: 'S1/NEW01', from: null, to: 'LAPSED' }],
      lapsed: 1,
    })
    expect(await labelOn('2026-07-01')).toBe('Not conformant (lapsed)')
    for (const day of ['2026-07-02', '2026-07-03', '2026-07-20']) await compareDays(contextOf(system, onDay(day)))
    expect(await events()).toHaveLength(1)
    expect(await db.nonConformity.count()).toBe(1)
    expect(await labelOn('2026-07-20')).toBe('Not conformant (lapsed)')
  })

  it('makes up for missed nights, and tells time from a refresh', async () => {
    await compareDays(contextOf(system, onDay('2026-03-02')))
    const finding = await db.finding.findFirstOrThrow({ where: { moduleVersionId: made.moduleVersionId } })
    await db.finding.create({
      data: {
        ...finding,
        id: crypto.randomUUID(),
        sequence: undefined,
        foundOn: new Date('2026-03-05'),
        outcome: 'NOT_MET',
        validUntil: null,
      },
    } as never)
    await compareDays(contextOf(system, onDay('2026-03-10')))
    const [change] = await db.conformanceChange.findMany()
    expect(change).toMatchObject({ sinceDay: new Date('2026-03-02'), changes: [{ from: 'MET', to: 'BREACHED' }] })
    expect(await db.nonConformity.count()).toBe(0)
  })
})

it('INV-03, SV-03: what the register said before a version was moved or withdrawn, it still says; what lapsed un-lapses', async () => {
  const { id } = await published({ more: [{}] })
  const decide = async (kind: 'RESCHEDULE' | 'WITHDRAW', day: string, days = {}) => {
    const at = onDay(day)
    const reason = 'Suppliers need more time to build it'
    const first = await value(
      proposeStandardDecision(contextOf(officers[0], at), { standardVersionId: id, kind, reason, ...days }, noUsage),
    )
    const done = await secondStandardDecision(contextOf(officers[1], at), { proposalId: first.id, version: 1 }, noUsage)
    expect(kindOf(done)).toBe('done')
    if (kind !== 'WITHDRAW') return
    const event = await db.event.findFirstOrThrow({ where: { name: 'StandardVersionWithdrawn' } })
    const stored = { ...event, about: { type: event.aboutType, id: event.aboutId }, from: null, to: null, data: {} }
    for (const _ of [1, 2]) await closeNonConformitiesWhenWithdrawn(contextOf(system, at), stored)
  }
  expect(await labelOn('2026-03-01', '2026-03-02')).toBe('Conformant')
  expect(await labelOn('2026-04-10')).toBe('Conformant until 30 June 2026')
  await decide('RESCHEDULE', '2026-05-01', { transitionEndsOn: '2026-09-30' })
  expect(await labelOn('2026-05-02')).toBe('Conformant until 30 September 2026')
  expect(await labelOn('2026-04-10', '2026-05-02')).toBe('Conformant until 30 June 2026')
  for (const day of ['2026-09-30', '2026-10-01']) await compareDays(contextOf(system, onDay(day)))
  expect(await labelOn('2026-10-01')).toBe('Not conformant (lapsed)')
  await decide('WITHDRAW', '2026-10-05')
  expect(await labelOn('2026-10-05')).toBe('Conformant')
  expect(await labelOn('2026-10-04', '2026-10-05')).toBe('Not conformant (lapsed)')
  expect(await labelOn('2026-03-01', '2026-10-05')).toBe('Conformant')
  expect(await db.nonConformity.findMany()).toMatchObject([
    { closedOn: new Date('2026-10-05'), closedBy: 'WITHDRAWAL' },
  ])
  const [obligation] = (await listOwnObligations(contextOf(signatory, onDay('2026-10-06'))))!
  expect(obligation!.state).toBe('lifted')
})
