import { expect, it } from 'vitest'
import { system } from '@/lib/platform/actor'
import { addDays, addMonths, dateFromDay, dayFromDate } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { issueCallOff } from '@/lib/procurement/call-offs/issue-call-off'
import { requestFunding } from '@/lib/procurement/call-offs/request-funding'
import { signCallOff } from '@/lib/procurement/call-offs/sign-call-off'
import { getNotice, listNotices } from '@/lib/procurement/notices/list-notices'
import { waiveNotice } from '@/lib/procurement/notices/settle-notice'
import { value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { fundedBy } from '@/prisma/factories/call-off'
import { orderWonAt } from '@/prisma/factories/competition'
import { heard } from '@/prisma/factories/contract-change'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { makeContractWhenSigned } from '../make-contract-when-signed'
import { draftIndicatorNotices } from './draft-indicator-notices'

const database = useDatabase()
/** The floor is put below what these orders are worth; before, it stands as the law has it. */
async function floorTo(pence: string) {
  await database.asOwner(`update "Setting" set "validTo" = '2026-01-31' where key = 'indicator-floor'`)
  await database.asOwner(
    `insert into "Setting" (id, key, value, source, "validFrom") values (gen_random_uuid(), 'indicator-floor', '"${pence}"', 'A test', '2026-02-01')`,
  )
}
const reason = 'A reason that is long enough to be kept for good.'
const seen = (id: string) => db.callOff.findUniqueOrThrow({ where: { id } })

/** Signed by both, its award notice settled, and its contract made. */
async function aContractAboveTheThreshold() {
  const { of, id, ctx, signatory } = await orderWonAt('4.00', noon)
  const asked = await value(requestFunding(ctx, { id, version: (await seen(id)).version, reason }))
  await fundedBy(of.approver, of.at, asked.fundingRequestId!)
  await value(issueCallOff(ctx, { id, version: (await seen(id)).version, standstill: false }))
  const { id: noticeId } = await db.noticeObligation.findFirstOrThrow({ where: { callOffId: id } })
  await value(waiveNotice(contextOf(of.approver, of.at), { id: noticeId, version: 1, reason }))
  for (const actor of [of.approver, signatory]) {
    const { version, termsHash } = await seen(id)
    await value(signCallOff(contextOf(actor, of.at), { id, version, termsHash }, of.at))
  }
  await makeContractWhenSigned(contextOf(system, of.at), heard('CallOffSigned', id))
  return { of, id }
}

it('UK9: once a year of a contract above the floor, however many clocks run; below it nothing; strangers see none', async () => {
  const { of, id } = await aContractAboveTheThreshold()
  const order = await seen(id)
  const startsOn = dayFromDate(order.startsOn)
  const yearOn = addMonths(startsOn, 12)
  const night = (day = yearOn) => draftIndicatorNotices(contextOf(system, new Date(`${day}T03:00:00Z`)))
  const notices = () => db.noticeObligation.findMany({ where: { kind: 'UK9' }, orderBy: { periodEnd: 'asc' } })
  await night()
  expect(await notices()).toEqual([])
  await floorTo('10000000')
  await night(addDays(yearOn, -1))
  expect(await notices()).toEqual([])
  await Promise.all([night(), night(), night()])
  await night(addDays(yearOn, 40))
  const [notice, ...more] = await notices()
  expect(more).toEqual([])
  const last = addDays(yearOn, -1)
  expect(notice).toMatchObject({
    callOffId: id,
    payerId: order.payerId,
    periodEnd: dateFromDay(last),
    state: 'drafted',
  })
  expect(notice!.dueOn).toEqual(dateFromDay(addDays(last, 30)))
  expect(notice!.text).toMatch(/^Notice: UK9: Contract performance notice$/m)
  expect(notice!.text).toMatch(/^Indicator 3, availability of the service: Not known/m)
  expect(await db.event.count({ where: { name: 'NoticeDrafted', aboutId: notice!.id } })).toBe(1)
  const later = new Date(`${addDays(last, 31)}T12:00:00Z`)
  expect((await listNotices(contextOf(of.approver, later)))!.find(({ kind }) => kind === 'UK9')).toMatchObject({
    isOverdue: true,
  })
  const stranger = await person.approver((await organisation.commissioner()).id, 1n)
  expect(await getNotice(contextOf(stranger, later), notice!.id)).toBeUndefined()
})
