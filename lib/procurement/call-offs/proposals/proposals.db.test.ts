import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { addMonths } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { answer, because, value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type Buyers, buyers, callOffIn, saved } from '@/prisma/factories/call-off'
import { module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { findCallOff } from '../call-off-store'
import { getCallOff } from '../get-call-off'
import { signCallOff } from '../sign-call-off'
import { answerProposal } from './answer-proposal'
import { getProposalForms } from './get-proposal-forms'
import { listProposals, listSharedOrders } from './list-proposals'
import { seenOf } from './proposal'
import { proposeTerms } from './propose-terms'
import { shareCallOff } from './share-call-off'

useDatabase()
let of: Buyers
let made: Awaited<ReturnType<typeof module.conformant>>
let [editor, stranger] = [] as unknown as Actor[]
beforeEach(async () => {
  of = await buyers(noon)
  made = await module.conformant()
  editor = await person.editor(made.supplierId)
  stranger = await person.editor((await organisation.supplier()).id)
})

const found = async (id: string) => (await findCallOff(db, id))!
const open = async (id: string) => (await listProposals(id)).filter(({ state }) => state === 'open')
const share = async (id: string, actor = of.manager, version?: number) =>
  shareCallOff(contextOf(actor), { id, version: version ?? (await found(id)).version })
async function propose(
  id: string,
  section: 'delivery' | 'milestones' | 'data',
  raw: Record<string, string>,
  by = editor!,
) {
  const given = { id, section, reason: '', termsHash: (await found(id)).termsHash, seen: seenOf(await open(id)) }
  return proposeTerms(contextOf(by), { ...given, raw })
}
const notice = (id: string, noticeDays: string) =>
  propose(id, 'data', { noticeDays, exitCharge: '0', returnFormat: 'The national exchange format' })
const give = (
  id: string,
  proposalId: string,
  command: 'accept' | 'reject' | 'withdraw',
  by = of.manager,
  version = 1,
) =>
  answerProposal(contextOf(by), {
    id,
    proposalId,
    version,
    command,
    answer: command === 'reject' ? 'It is too short for us' : '',
  })
const events = (name: string) => db.event.count({ where: { name } })

describe('showing an order to its supplier', () => {
  it('climbs the ladder: not found, forbidden, stale, done, once; before it the supplier finds nothing', async () => {
    const id = await callOffIn('draft', of, made)
    expect(await getCallOff(editor!, id)).toBeUndefined()
    expect(await answer(share(id, stranger!))).toBe('not-found')
    expect(await answer(share(id, await person.with('practice-reader' as never, of.practice.id)))).toBe('forbidden')
    expect(await answer(share(id, of.manager, 7))).toBe('stale')
    const both = await Promise.all([answer(share(id)), answer(share(id))])
    expect(both.sort()[0]).not.toBe(both.sort()[1])
    expect([await answer(share(id)), await events('CallOffShared')]).toEqual(['conflict', 1])
    expect((await getCallOff(editor!, id))?.id).toBe(id)
    expect(await getCallOff(stranger!, id)).toBeUndefined()
    expect([(await listSharedOrders(editor!)).length, (await listSharedOrders(stranger!)).length]).toEqual([1, 0])
  })
})

describe('T8, T10, T11: the supplier proposes', () => {
  it('climbs the ladder and writes nothing of the order: a proposal and an event for each field', async () => {
    const id = await callOffIn('complete', of, made)
    const before = await found(id)
    expect(await answer(notice(id, '60'))).toBe('not-found')
    await value(share(id))
    expect(await getProposalForms(contextOf(stranger!), id)).toBeUndefined()
    expect(await getProposalForms(contextOf(of.manager), id)).toBeUndefined()
    expect((await getProposalForms(contextOf(editor!), id))!.forms.map(({ slug }) => slug)).toEqual([
      'delivery',
      'milestones',
      'data',
    ])
    expect(await answer(propose(id, 'data', {}, of.manager))).toBe('forbidden')
    expect(await answer(notice(id, '29'))).toBe('invalid')
    expect(await because(notice(id, '90'))).toContain('Nothing differs')
    expect(await answer(propose(id, 'delivery', { all: '2020-01-01' }))).toBe('invalid')
    expect(await events('TermsProposed')).toBe(0)
    const day = addMonths(before.startsOn, 1)
    await value(propose(id, 'delivery', { all: day }))
    await value(propose(id, 'data', { noticeDays: '60', exitCharge: '100', returnFormat: 'CSV' }))
    expect((await open(id)).map(({ field }) => field.split('/')[0])).toEqual(
      expect.arrayContaining(['deliver-on', 'notice-days', 'exit-charge', 'return-format']),
    )
    expect([await events('TermsProposed'), (await found(id)).termsHash]).toEqual([4, before.termsHash])
    expect((await listSharedOrders(editor!))[0]!.open).toBe(4)
  })

  it('a newer proposal for a field takes the older back, and who has not seen it is told', async () => {
    const id = await callOffIn('complete', of, made)
    await value(share(id))
    const seen = { seen: '', termsHash: (await found(id)).termsHash, id, section: 'data' as const, reason: '' }
    const raw = { noticeDays: '60', exitCharge: '0', returnFormat: 'The national exchange format' }
    const colleague = await person.signatory(made.supplierId)
    const both = await Promise.all(
      [editor!, colleague].map((by) => answer(proposeTerms(contextOf(by), { ...seen, raw }))),
    )
    expect(both.sort(), 'two of the supplier at once').toEqual(['done', 'stale'])
    await value(notice(id, '120'))
    expect((await listProposals(id)).map(({ state, after }) => [state, after]).sort()).toEqual([
      ['open', 120],
      ['withdrawn', 60],
    ])
    expect(await answer(proposeTerms(contextOf(editor!), { ...seen, raw }))).toBe('stale')
  })
})

describe('the buyer answers', () => {
  it('accepts one and rejects another: each with its event; only what is accepted stands in the draft', async () => {
    const id = await callOffIn('complete', of, made)
    await value(share(id))
    await value(
      propose(id, 'data', { noticeDays: '60', exitCharge: '100', returnFormat: 'The national exchange format' }),
    )
    const all = await open(id)
    const of1 = (field: string) => all.find((one) => one.field === field)!.id
    expect(await answer(give(id, of1('notice-days'), 'accept', editor!))).toBe('forbidden')
    expect(await answer(give(id, of1('notice-days'), 'accept', stranger!))).toBe('not-found')
    expect(await answer(give(id, of1('notice-days'), 'accept', of.manager, 7))).toBe('stale')
    const two = await Promise.all([1, 2].map(() => answer(give(id, of1('notice-days'), 'accept'))))
    expect(
      two.filter((word) => word === 'done'),
      'two at once',
    ).toHaveLength(1)
    await value(give(id, of1('exit-charge'), 'reject'))
    const after = await found(id)
    expect(after).toMatchObject({ noticeDays: 60, form: { data: { exitChargePence: '0' } }, state: 'draft' })
    expect(after.reviewedHash, 'the buyer must read it again').not.toBe(after.termsHash)
    expect([await events('TermAccepted'), await events('TermRejected')]).toEqual([1, 1])
    expect(await answer(give(id, of1('exit-charge'), 'reject', of.manager, 2))).toBe('wrong-state')
  })

  it('what the order no longer says cannot be accepted, and the supplier can take it back', async () => {
    const id = await callOffIn('complete', of, made)
    await value(share(id))
    await value(notice(id, '60'))
    const [one] = await open(id)
    await value(
      saved(of, id, 'data', {
        schedule: 'yes',
        noticeDays: '45',
        exitCharge: '0',
        returnFormat: 'The national exchange format',
      }),
    )
    expect(await because(give(id, one!.id, 'accept'))).toContain('says something else')
    expect(await answer(give(id, one!.id, 'withdraw'))).toBe('forbidden')
    expect(await answer(give(id, one!.id, 'withdraw', editor!))).toBe('done')
    expect(await open(id)).toEqual([])
  })

  it('S1, B7: accepted while both sign, the order goes back to draft: approval and signatures are void', async () => {
    const id = await callOffIn('signing', of, made)
    const before = await found(id)
    const signed = { id, version: before.version, termsHash: before.termsHash }
    await value(signCallOff(contextOf(of.approver), signed, noon))
    await value(notice(id, '60'))
    const [one] = await open(id)
    await value(give(id, one!.id, 'accept'))
    const after = await found(id)
    expect(after).toMatchObject({ state: 'draft', noticeDays: 60, fundingRequestId: null })
    expect(after.number).toBe(before.number.replace('-01', '-02'))
    expect(after.signatures.filter(({ termsHash }) => termsHash === after.termsHash)).toEqual([])
    expect((await db.fundingRequest.findFirstOrThrow()).state).toBe('voided')
    expect(await getCallOff(editor!, id), 'it still reads what it proposed in').toBeDefined()
  })

  it('B7: a rejection, and a day of a practice that is not in what is signed, void nothing', async () => {
    const id = await callOffIn('funded', of, made)
    await value(share(id))
    const other = await organisation.practice({ partOfCode: of.commissioner.code, patients: 5000 })
    const { practiceId: _, ...site } = await db.callOffSite.findFirstOrThrow({ where: { callOffId: id } })
    await db.callOffSite.create({ data: { ...site, practiceId: other.id, state: 'declined' } })
    const { startsOn, termsHash } = await found(id)
    const days = { [`on-${of.practice.id}`]: startsOn, [`on-${other.id}`]: addMonths(startsOn, 1) }
    await value(propose(id, 'delivery', { all: '', ...days }))
    await value(notice(id, '60'))
    const all = await open(id)
    const [notices, delivery] = [true, false].map((is) => all.find(({ field }) => (field === 'notice-days') === is))
    await value(give(id, notices!.id, 'reject'))
    await value(give(id, delivery!.id, 'accept'))
    expect(await found(id)).toMatchObject({ state: 'funded', termsHash })
  })

  it('while the payer decides nothing is accepted: the refusal says what comes first', async () => {
    const id = await callOffIn('awaiting-funding', of, made)
    await value(share(id))
    await value(notice(id, '60'))
    const [one] = await open(id)
    expect(await because(give(id, one!.id, 'accept'))).toContain('Withdraw the funding request first')
    expect(await found(id)).toMatchObject({ state: 'awaiting-funding', noticeDays: 90 })
    expect((await open(id)).length).toBe(1)
  })
})
