import { expect, it } from 'vitest'
import { system } from '@/lib/platform/actor'
import { addDays, addMonths, dateFromDay, dayFromDate } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { getNotice, listNotices } from '@/lib/procurement/notices/list-notices'
import { publishNotice } from '@/lib/procurement/notices/settle-notice'
import { answer, value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { figureFromFebruary } from '@/lib/testing/figure-from'
import { aContractAboveTheThreshold } from '@/prisma/factories/contract-above-threshold'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { draftIndicatorNotices } from './draft-indicator-notices'

const database = useDatabase()
/** The floor is put below what these orders are worth; before, it stands as the law has it. */
const floorTo = (pence: string) => figureFromFebruary(database, 'indicator-floor', pence)
const seen = (id: string) => db.callOff.findUniqueOrThrow({ where: { id } })

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
  // The portal knows two of three: the payer adds the third, or says why there are fewer (L11).
  expect(notice!.missing).toBe(1)
  const as = contextOf(of.approver, later)
  const publication = { id: notice!.id, version: 1, reference: '2027/S 000-1', publishedOn: addDays(last, 31) }
  expect(await answer(publishNotice(as, publication))).toBe('invalid')
  expect(await answer(publishNotice(as, { ...publication, completion: 'None' }))).toBe('invalid')
  const completion = 'Availability was 99.9 % by the figures that the supplier gave us.'
  await value(publishNotice(as, { ...publication, completion }))
  expect(await getNotice(as, notice!.id)).toMatchObject({ state: 'published', completion })
  const stranger = await person.approver((await organisation.commissioner()).id, 1n)
  expect(await getNotice(contextOf(stranger, later), notice!.id)).toBeUndefined()
})
