import { expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { addDays, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { transaction } from '@/lib/platform/transaction'
import { answer, because, value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { figureFromFebruary } from '@/lib/testing/figure-from'
import { fundedBy } from '@/prisma/factories/call-off'
import { orderWonAt } from '@/prisma/factories/competition'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { findCallOff } from '../call-offs/call-off-store'
import { issueCallOff } from '../call-offs/issue-call-off'
import { requestFunding } from '../call-offs/request-funding'
import { signCallOff } from '../call-offs/sign-call-off'
import { draftAwardNotice, draftEndNotice } from './draft-notice'
import { getNotice, listNotices } from './list-notices'
import { publishNotice, waiveNotice } from './settle-notice'

const database = useDatabase()
const reason = 'A reason that is long enough to be kept for good.'
const found = async (id: string) => (await findCallOff(db, id))!

/** An order of £118,452.00 without VAT, £142,142.40 with it, sent for signature: above the lower of the thresholds. */
async function anOrderAboveTheThreshold(pounds = '4.00') {
  const { of, id, ctx, signatory } = await orderWonAt(pounds, noon)
  const asked = await value(requestFunding(ctx, { id, version: (await found(id)).version, reason }))
  await fundedBy(of.approver, of.at, asked.fundingRequestId!)
  await value(issueCallOff(ctx, { id, version: (await found(id)).version, standstill: false }))
  const as = (actor: Actor) => contextOf(actor, of.at)
  const sign = async (actor: Actor) => {
    const { version, termsHash } = await found(id)
    return signCallOff(as(actor), { id, version, termsHash }, of.at)
  }
  return { of, id, as, sign, signatory }
}
const noticesOf = (callOffId: string) =>
  db.noticeObligation.findMany({ where: { callOffId }, orderBy: [{ draftedAt: 'asc' }, { version: 'desc' }] })
const events = (name: string) => db.event.count({ where: { name } })

it('UK6: above the threshold it is drafted when the order goes out, and blocks the last signature until it is published; UK7 follows (A4, W11)', async () => {
  const { of, id, as, sign, signatory } = await anOrderAboveTheThreshold()
  const [drafted, ...more] = await noticesOf(id)
  expect(more).toEqual([])
  expect(drafted).toMatchObject({ kind: 'UK6', state: 'drafted', termsHash: (await found(id)).termsHash })
  expect(drafted!.text).toContain('Estimated value: £118,452.00 without VAT, £142,142.40 with VAT')
  await value(sign(of.approver))
  expect(await because(sign(signatory))).toContain('must publish the contract award notice (UK6)')
  expect((await found(id)).state).toBe('signing')
  const publication = { id: drafted!.id, version: 1, reference: '2026/S 000-012345', publishedOn: dayOf(of.at) }
  await value(publishNotice(as(of.approver), publication))
  await value(sign(signatory))
  const [, details] = await noticesOf(id)
  expect(details).toMatchObject({ kind: 'UK7', state: 'drafted' })
  expect(details!.dueOn.toISOString().slice(0, 10)).toBe(addDays(dayOf(of.at), 29))
  expect(await events('NoticeDrafted')).toBe(2)
})

it('UK7 above the floor is not recorded as published without its indicators, or why there are fewer (sections 52 and 53; L11)', async () => {
  await figureFromFebruary(database, 'indicator-floor', '10000000')
  const { of, id, as, signatory, sign } = await anOrderAboveTheThreshold()
  const publication = { reference: '2026/S 000-012345', publishedOn: dayOf(of.at) }
  await value(publishNotice(as(of.approver), { ...publication, id: (await noticesOf(id))[0]!.id, version: 1 }))
  await value(sign(of.approver))
  await value(sign(signatory))
  const [, details] = await noticesOf(id)
  expect(details).toMatchObject({ kind: 'UK7', missing: 3 })
  const publish = (completion?: string) =>
    publishNotice(as(of.approver), { ...publication, id: details!.id, version: 1, completion })
  expect(await because(publish())).toContain('which 3 indicators you added, or why there are fewer')
  expect((await noticesOf(id))[1]).toMatchObject({ state: 'drafted', completion: null })
  await value(publish('Availability, answers in a day and go-lives in time were set.'))
})

it('who may: strangers find nothing, the practice neither; a day to come is refused; twice at once is done once', async () => {
  const { of, id, as } = await anOrderAboveTheThreshold()
  const noticeId = (await noticesOf(id))[0]!.id
  const publication = { id: noticeId, version: 1, reference: '2026/S 000-012345', publishedOn: dayOf(of.at) }
  const otherPayer = await person.approver((await organisation.commissioner()).id, 1n)
  for (const actor of [otherPayer, of.manager]) {
    expect(await answer(publishNotice(as(actor), publication))).toBe('not-found')
    expect(await getNotice(as(actor), noticeId)).toBeUndefined()
  }
  expect(await listNotices(as(otherPayer))).toEqual([])
  expect(await listNotices(as(of.manager))).toBeUndefined()
  expect(await answer(publishNotice(as(of.approver), { ...publication, publishedOn: addDays(dayOf(of.at), 1) }))).toBe(
    'invalid',
  )
  const four = await Promise.all(
    [of.approver, of.second, of.approver, of.second].map((actor) => answer(publishNotice(as(actor), publication))),
  )
  expect(four.filter((done) => done === 'done')).toHaveLength(1)
  expect(await events('NoticePublished')).toBe(1)
  expect(await answer(waiveNotice(as(of.approver), { id: noticeId, version: 2, reason }))).toBe('wrong-state')
  expect(await listNotices(as(of.second))).toMatchObject([
    { state: 'published', reference: '2026/S 000-012345', isOverdue: false },
  ])
})

it('other terms need another award notice: the draft of the old ones is not required any more, and theirs does not count (B7)', async () => {
  const { of, id, as } = await anOrderAboveTheThreshold()
  const order = { ...(await found(id)), termsHash: 'b'.repeat(64) }
  const again = () => transaction((tx) => draftAwardNotice(tx, as(of.manager), order, '2026-06-01'))
  expect(await again()).toMatchObject({ ok: true })
  expect(await again()).toMatchObject({ ok: true })
  expect((await noticesOf(id)).map(({ state, termsHash }) => [state, termsHash === order.termsHash])).toEqual([
    ['not-required', false],
    ['drafted', true],
  ])
})

it('below the threshold nothing is due before the signature; a notifiable order owes its details after it', async () => {
  const { of, id, sign, signatory } = await anOrderAboveTheThreshold('1.00')
  expect(await noticesOf(id)).toEqual([])
  await value(sign(of.approver))
  await value(sign(signatory))
  expect(await noticesOf(id)).toMatchObject([{ kind: 'UK7', state: 'drafted' }])
})

it('UK11: an order above the threshold owes a notice of its end, once', async () => {
  const { of, id, as } = await anOrderAboveTheThreshold()
  const ended = { callOffId: id, on: '2028-05-31', ending: 'Its term was over' }
  for (let i = 0; i < 2; i++) await value(transaction((tx) => draftEndNotice(tx, as(of.approver), ended)))
  expect(
    await transaction((tx) => draftEndNotice(tx, as(of.approver), { ...ended, callOffId: newId() })),
  ).toMatchObject({ ok: true })
  const ends = (await noticesOf(id)).filter(({ kind }) => kind === 'UK11')
  expect(ends).toHaveLength(1)
  expect(ends[0]!.dueOn.toISOString().slice(0, 10)).toBe('2028-06-30')
})

it('a draft stays word for word, for the portal and for its owner', async () => {
  const { id } = await anOrderAboveTheThreshold()
  const [notice] = await noticesOf(id)
  await expect(db.noticeObligation.update({ where: { id: notice!.id }, data: { text: 'Other' } })).rejects.toThrow(
    /frozen/,
  )
  await expect(db.noticeObligation.delete({ where: { id: notice!.id } })).rejects.toThrow(/never deleted|permission/)
})
