import 'server-only'
import { getContractFacts } from '@/lib/contracts/get-contract-facts'
import { financialYearOf } from '@/lib/funding/funding-rules'
import { listCommitted } from '@/lib/funding/list-committed'
import type { Context } from '@/lib/platform/context'
import { addMonths, type Day, dayOf } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import { poundsWords } from '@/lib/platform/money'
import { record } from '@/lib/platform/record'
import { refusalWords } from '@/lib/platform/refusal-words'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { readSettings } from '@/lib/settings/read-settings'
import { monthOf } from '../charges/month-charge-rules'
import { type MonthCharges, readCharges } from '../charges/read-charges'
import { totalsOf } from '../charges/vat-rules'
import { alarmsDue, type CommitmentAlarm } from './commitment-alarm-rules'
import { insertAlarm } from './usage-store'
import { findUsageMonths } from './usage-view-store'

/**
 * Hears that recorded use of a contract was counted: raises an alarm for each set share of the year's commitment that the charges
 * of the year have reached, and one where they are above it (G8). Each once for a contract, year and share, however often it is heard.
 */
export async function raiseAlarmsWhenCounted(ctx: Context, event: StoredEvent): Promise<void> {
  const contractId = event.about.id
  const months = await findUsageMonths(db, { contractId, moduleId: null, codes: [] })
  for (const year of new Set(months.map(financialYearOf)))
    await transaction((tx) => raiseAlarms(tx, ctx, contractId, year))
}

async function raiseAlarms(tx: Tx, ctx: Context, contractId: string, year: number): Promise<void> {
  const months = await chargesOfYear(tx, contractId, year, dayOf(ctx.now))
  const last = months.at(-1)
  if (!last || !months.some(({ lines }) => lines.some(({ kind, netPence }) => kind === 'usage' && netPence > 0n)))
    return
  const set = await readSettings(tx, ctx, last.contract.payerId, ['usage-alarms', 'budget-basis'])
  if (!set.ok) throw new Error(refusalWords(set.refusal))
  const basis = set.value.text('budget-basis') === 'gross' ? 'grossPence' : 'netPence'
  const charged = months.reduce((sum, { lines }) => sum + totalsOf(lines)[basis], 0n)
  const committed = (await listCommitted(tx, last.fundingRequestIds)).get(year) ?? 0n
  for (const alarm of alarmsDue(charged, committed, set.value.list('usage-alarms').map(Number)))
    await raise(tx, ctx, { contractId, year, charged, committed, ...last.contract }, alarm)
}

/** What each month of a financial year costs by the evidence of today, up to this month. */
async function chargesOfYear(tx: Tx, contractId: string, year: number, today: Day): Promise<MonthCharges[]> {
  const found: MonthCharges[] = []
  const contract = await getContractFacts(tx, contractId)
  const first = `${year}-04-01`
  // Before its first month a contract has no twelfth of a year.
  const start = contract && monthOf(contract.startsOn) > first ? monthOf(contract.startsOn) : first
  for (let month = start; month < addMonths(first, 12) && month <= monthOf(today); month = addMonths(month, 1)) {
    const charges = await readCharges(tx, contractId, month)
    if (charges.ok) found.push(charges.value)
  }
  return found
}

type Of = { contractId: string; payerId: string; number: string; year: number; charged: bigint; committed: bigint }

async function raise(tx: Tx, ctx: Context, of: Of, alarm: CommitmentAlarm): Promise<void> {
  const { contractId, payerId, year, charged, committed } = of
  const what = alarm.kind === 'share' ? `${alarm.percent} % of the commitment is reached` : 'More than the commitment'
  const words = `Contract ${of.number}, financial year from April ${year}: ${what}. ${poundsWords(charged)} is charged, ${poundsWords(committed)} is committed.`
  const subject = `commitment/${contractId}/${year}/${alarm.kind === 'share' ? alarm.percent : 'over'}`
  if (!(await insertAlarm(tx, { kind: alarm.kind, contractId, subject, words, raisedAt: ctx.now }))) return
  await record(tx, ctx, {
    name: alarm.kind === 'share' ? 'CommitmentShareReached' : 'CommitmentExceeded',
    about: { type: 'Contract', id: contractId },
    organisationId: payerId,
    data: { contractId, payerId, year, words },
  })
}
