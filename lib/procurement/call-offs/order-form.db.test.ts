import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { answer, because, value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import {
  type Buyers,
  buyers,
  callOffIn,
  completedForm,
  expectingCalls,
  reviewed,
  saved,
} from '@/prisma/factories/call-off'
import { budgetLine } from '@/prisma/factories/funding'
import { type MadeModule, module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { answerConsent } from './answer-consent'
import { termsHashOf } from './call-off-rules'
import { findCallOff } from './call-off-store'
import { deleteCallOff } from './delete-call-off'
import { draftCallOff } from './draft-call-off'
import { getCallOff } from './get-call-off'
import { getOrderSection, getOrderSteps } from './get-order-view'
import { siteHash } from './order-rules'
import { reopenCallOff } from './reopen-call-off'
import { requestFunding } from './request-funding'
import { saveSection } from './save-section'

useDatabase()
let of: Buyers
let made: MadeModule
beforeEach(async () => {
  of = await buyers(noon)
  made = await module.conformant()
})

const reason = 'It is what the practice needs, said in more than thirty characters.'
const found = async (id: string) => (await findCallOff(db, id))!
const ask = async (id: string) =>
  requestFunding(contextOf(of.manager), { id, version: (await found(id)).version, reason })

/** Another practice of the same payer, with its manager. */
async function neighbour(patients = 5000) {
  const practice = await organisation.practice({ partOfCode: of.commissioner.code, name: 'Neighbour', patients })
  return { practice, manager: await person.practiceManager(practice.id) }
}
async function answers(actor: Actor, id: string, practiceId: string, given: 'consented' | 'declined') {
  const callOff = await found(id)
  const site = callOff.sites.find((s) => s.practiceId === practiceId)!
  return answerConsent(contextOf(actor), { id, practiceId, answer: given, consentHash: siteHash(callOff, site) })
}

describe('saving a section', () => {
  it('climbs the ladder: not found, forbidden, wrong state, invalid, stale, done with one event', async () => {
    const id = await callOffIn('draft', of, made)
    const raw = { kind: 'module', description: 'For the record' }
    const save = (actor: Actor, version: number, given = raw, section = 'type') =>
      answer(saveSection(contextOf(actor), { id, version, section, raw: given }))
    const stranger = await person.practiceManager((await organisation.practice()).id)
    expect(await save(stranger, 1)).toBe('not-found')
    expect(await save(of.approver, 1), 'a payer does not see a draft').toBe('not-found')
    expect(await save(await person.with('practice-reader' as never, of.practice.id), 1)).toBe('forbidden')
    expect(await save(of.manager, 1, raw, 'nowhere')).toBe('not-found')
    expect(await save(of.manager, 1, { ...raw, description: '' })).toBe('invalid')
    expect(await save(of.manager, 9)).toBe('stale')
    expect(await db.event.count({ where: { name: 'CallOffTermsSaved' } })).toBe(0)
    expect(await save(of.manager, 1)).toBe('done')
    expect(await db.event.count({ where: { name: 'CallOffTermsSaved' } })).toBe(1)
    await completedForm(of, id)
    await value(ask(id))
    expect(await save(of.manager, (await found(id)).version)).toBe('wrong-state')
  })

  it('two at once: one is saved, the other is told', async () => {
    const id = await callOffIn('draft', of, made)
    const both = await Promise.all(
      ['One', 'Two'].map((description) =>
        answer(
          saveSection(contextOf(of.manager), { id, version: 1, section: 'type', raw: { kind: 'module', description } }),
        ),
      ),
    )
    expect(both.sort()).toEqual(['done', 'stale'])
  })

  it('T12: funding is refused until every step is done, by the name of the first that is not', async () => {
    const id = await callOffIn('draft', of, made)
    expect(await because(ask(id))).toContain('Complete “Ordering contact” first')
    await completedForm(of, id)
    await value(saved(of, id, 'type', { kind: 'module', description: 'Changed after the review' }))
    expect(await because(ask(id))).toContain('Complete “Review” first')
    await reviewed(of, id)
    expect(await ask(id)).toMatchObject({ ok: true, value: { state: 'awaiting-funding' } })
  })

  it('a step is amended once it differs from what the payer was asked for, and the number gets its next revision', async () => {
    const id = await callOffIn('funded', of, made)
    await value(reopenCallOff(contextOf(of.manager), { id, version: (await found(id)).version }))
    const same = await found(id)
    expect(same.number).toMatch(/-01$/)
    await value(saved(of, id, 'timescales', { startsOn: same.startsOn, initial: '36', maximum: '36' }))
    expect((await found(id)).number, 'nothing differs').toBe(same.number)
    await value(saved(of, id, 'timescales', { startsOn: same.startsOn, initial: '24', maximum: '24' }))
    const after = await found(id)
    expect(after.number).toBe(same.number.replace('-01', '-02'))
    const steps = await getOrderSteps(contextOf(of.manager), after)
    expect(steps!.filter(({ step }) => step === 'amended').map(({ code }) => code)).toEqual(['T4', 'T9'])
  })

  it('A5: the hash in the row is that of the row', async () => {
    const id = await callOffIn('complete', of, made)
    const callOff = await found(id)
    expect(callOff.termsHash).toBe(termsHashOf(callOff))
  })

  it('T9: slices are reserved by stream and year, all or none', async () => {
    const id = await callOffIn('complete', of, made)
    const { startsOn } = await found(id)
    const year = Number(startsOn.slice(0, 4))
    await value(saved(of, id, 'funding', { [`LOCAL-${year}`]: '1,000.00' }))
    await reviewed(of, id)
    expect(await because(ask(id))).toContain('no LOCAL budget')
    expect(await db.commitment.count()).toBe(0)
    await budgetLine(of.commissioner.id, 200_000n, year, 'LOCAL')
    await value(ask(id))
    const local = await db.budgetLine.findFirstOrThrow({ where: { stream: 'LOCAL' } })
    expect(local.reservedPence).toBe(100_000n)
    const sum = await db.commitment.aggregate({ _sum: { pence: true } })
    expect(sum._sum.pence).toBe(3_731_238n)
  })

  it('A6, W3: an option that lifts the whole life above the cap of the route is refused; without it the order may go', async () => {
    const id = await callOffIn('draft', of, made)
    const other = await neighbour()
    const { startsOn } = await found(id)
    await completedForm(of, id)
    await value(saved(of, id, 'practices', { practices: other.practice.code! }))
    await value(saved(of, id, 'timescales', { startsOn, initial: '24', maximum: '36' }))
    await value(answers(other.manager, id, other.practice.id, 'consented'))
    await reviewed(of, id)
    expect(await found(id)).toMatchObject({ totalPence: 3_747_492n, optionPence: 1_873_746n })
    expect(await because(ask(id))).toContain('up to £40,000.00')
    await value(saved(of, id, 'timescales', { startsOn, initial: '24', maximum: '24' }))
    await value(answers(other.manager, id, other.practice.id, 'consented'))
    await reviewed(of, id)
    expect(await ask(id)).toMatchObject({ ok: true, value: { state: 'awaiting-funding' } })
  })
})

it('A6: the use that is expected counts under the cap of the route, and can be lowered', async () => {
  const using = await module.published.withUse()
  const id = await callOffIn('draft', of, using)
  await completedForm(of, id, expectingCalls(1_000_000))
  expect(await because(ask(id))).toContain('up to £40,000.00')
  for (const [section, raw] of expectingCalls(10_000).slice(1)) await value(saved(of, id, section, raw))
  await reviewed(of, id)
  expect(await ask(id)).toMatchObject({ ok: true, value: { totalPence: 3_731_238n + 36n * 350n } })
})

describe('T6: several practices', () => {
  it('the one that consents is in the value and the hash, the one that does not is in neither', async () => {
    const id = await callOffIn('draft', of, made)
    const [yes, no] = [await neighbour(), await neighbour()]
    await value(saved(of, id, 'timescales', { startsOn: (await found(id)).startsOn, initial: '12', maximum: '12' }))
    await value(saved(of, id, 'practices', { practices: `${yes.practice.code}\n${no.practice.code}` }))
    const before = await found(id)
    expect(before.listSize).toBe(9871)
    expect(await answer(answers(of.manager, id, yes.practice.id, 'consented')), 'not its own practice').toBe(
      'forbidden',
    )
    const stranger = await person.practiceManager((await organisation.practice()).id)
    expect(await answer(answers(stranger, id, yes.practice.id, 'consented'))).toBe('not-found')
    await value(answers(yes.manager, id, yes.practice.id, 'consented'))
    await value(answers(no.manager, id, no.practice.id, 'declined'))
    const after = await found(id)
    expect(after).toMatchObject({ listSize: 14_871, yearlyPence: 1_873_746n })
    expect(after.termsHash).not.toBe(before.termsHash)
    expect(await db.event.count({ where: { name: { in: ['PracticeConsented', 'PracticeDeclined'] } } })).toBe(2)
  })

  it('a change that touches a practice asks it again, and what it read before is no answer', async () => {
    const id = await callOffIn('draft', of, made)
    const yes = await neighbour()
    await value(saved(of, id, 'timescales', { startsOn: (await found(id)).startsOn, initial: '12', maximum: '12' }))
    await value(saved(of, id, 'practices', { practices: yes.practice.code! }))
    const old = await found(id)
    const consentHash = siteHash(old, old.sites.find((s) => s.practiceId === yes.practice.id)!)
    await value(answers(yes.manager, id, yes.practice.id, 'consented'))
    await value(saved(of, id, 'timescales', { startsOn: old.startsOn, initial: '13', maximum: '13' }))
    expect((await found(id)).listSize).toBe(9871)
    const late = { id, practiceId: yes.practice.id, answer: 'consented' as const, consentHash }
    expect(await answer(answerConsent(contextOf(yes.manager), late))).toBe('stale')
  })

  it('I7: a practice reads the draft that names it and no other; who declined sees no more of it than its draft', async () => {
    const id = await callOffIn('draft', of, made)
    const [named, other] = [await neighbour(), await neighbour()]
    expect(await getCallOff(named.manager, id)).toBeUndefined()
    await value(saved(of, id, 'practices', { practices: named.practice.code! }))
    expect(await getCallOff(named.manager, id)).toBeDefined()
    expect(await getCallOff(other.manager, id)).toBeUndefined()
    expect(await getOrderSection(contextOf(named.manager), id, 'type'), 'it reads, and does not write').toBeUndefined()
    await value(answers(named.manager, id, named.practice.id, 'declined'))
    await completedForm(of, id)
    await value(ask(id))
    expect(await getCallOff(named.manager, id)).toBeUndefined()
    expect(await answer(answers(named.manager, id, named.practice.id, 'consented'))).toBe('not-found')
  })

  it('practices of another payer or closed ones are refused by line', async () => {
    const id = await callOffIn('draft', of, made)
    const foreign = await organisation.practice({ partOfCode: 'ZZZ' })
    const closed = await organisation.practice({ partOfCode: of.commissioner.code, status: 'closed' })
    const result = await saved(of, id, 'practices', { practices: `${foreign.code}\n${closed.code}` })
    expect(result).toMatchObject({ refusal: { kind: 'invalid', fields: { practices: { length: 2 } } } })
  })
})

it('a deleted draft is gone, and its project can be ordered anew', async () => {
  const id = await callOffIn('draft', of, made)
  const { projectId, version } = await found(id)
  expect(await answer(deleteCallOff(contextOf(of.manager), { id, version: 7 }))).toBe('stale')
  await value(deleteCallOff(contextOf(of.manager), { id, version }))
  expect(await answer(draftCallOff(contextOf(of.manager), { projectId }))).toBe('done')
})
