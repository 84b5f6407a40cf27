import { expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { billing, goLive, invoice, statements, supplier } from '@/prisma/factories/billing'
import { remindOfOverdueInvoices } from './remind-of-overdue-invoices'
import { tellInvoiceMoved } from './tell-invoice-moved'

useDatabase()
const july = new Date('2026-07-01T07:00:00Z')

it('each move of an invoice tells who has the next one, once; overdue is told once to both sides', async () => {
  const of = await billing()
  await supplier.hasAccount(of)
  await goLive(of, '2026-06-15', july)
  const id = (await statements(of, july))[0]!
  await invoice.matched(of.editor, id, july)
  await invoice.approved(of.delivery, id, july)
  await invoice.released(of.finance, id, july)
  const rows = await db.event.findMany({ where: { aboutType: 'Invoice', aboutId: id }, orderBy: { id: 'asc' } })
  for (const row of [...rows, ...rows]) {
    const about = { type: row.aboutType, id: row.aboutId }
    const event: StoredEvent = {
      ...{ id: row.id, name: row.name, about, from: null, to: null },
      organisationId: null,
      data: {},
      at: july,
    }
    await tellInvoiceMoved(contextOf(undefined, july), event)
  }
  const toldTo = async (subject: string) => {
    const found = await db.mailMessage.findMany({ where: { subject }, select: { recipient: true } })
    return found.map(({ recipient }) => recipient.slice(0, 36)).toSorted()
  }
  const people = (...actors: { userId: string }[]) => actors.map(({ userId }) => userId).toSorted()
  const writers = [of.editor, of.signatory, of.second]
  const finance = [of.finance, of.otherFinance]
  expect(await toldTo('A statement is ready')).toEqual(people(...writers))
  expect(await toldTo('An invoice matches')).toEqual(people(of.delivery))
  expect(await toldTo('An invoice is approved')).toEqual(people(...writers, ...finance))
  expect(await toldTo('An invoice is issued')).toEqual(people(...writers, ...finance))
  for (const day of ['2026-07-30', '2026-07-31', '2026-08-05'])
    await remindOfOverdueInvoices(contextOf(undefined, new Date(`${day}T09:00:00Z`)))
  expect(await toldTo('An invoice is overdue')).toEqual(people(...writers, ...finance))
})
