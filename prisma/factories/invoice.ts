import { postTransaction } from '@/lib/payments/ledger/post-transaction'
import { dateFromDay } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { transaction } from '@/lib/platform/transaction'
import { value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'

type Given = { payerId: string; supplierId: string; grossPence?: bigint; rail?: 'BACS' | 'STRIPE' }

/** An issued invoice without a contract behind it, for what rails do to it: net 5/6 of the gross, posted as at its release. */
export async function issuedInvoice({
  payerId,
  supplierId,
  grossPence = 66_334n,
  rail = 'BACS',
}: Given): Promise<string> {
  const id = newId()
  const vatPence = grossPence / 6n
  const common = { practiceId: newId(), contractId: newId(), callOffId: newId(), contractNumber: 'C000001-01' }
  await db.invoice.create({
    data: {
      id,
      payerId,
      supplierId,
      ...common,
      practiceIds: [common.practiceId],
      moduleName: 'A module',
      month: dateFromDay('2026-02-01'),
      state: 'issued',
      netPence: grossPence - vatPence,
      vatPence,
      grossPence,
      settings: [],
      drawnUpAt: noon,
      receivedOn: noon,
      approvedById: newId(),
      approvedAt: noon,
      releasedById: newId(),
      releasedAt: noon,
      rail,
      number: (await db.invoice.count()) + 1,
      issuedOn: noon,
      dueOn: dateFromDay('2026-03-31'),
    },
    select: { id: true },
  })
  const posting = {
    key: `issued/${id}`,
    kind: 'invoice-issued',
    about: { type: 'Invoice', id },
    entries: [
      { account: 'receivable' as const, organisationId: payerId, pence: grossPence },
      { account: 'payable' as const, organisationId: supplierId, pence: -grossPence },
    ],
  }
  await value(transaction((tx) => postTransaction(tx, contextOf(), posting)))
  return id
}
