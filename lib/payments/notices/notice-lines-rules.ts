import { dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'
import type { Compliance } from './compliance-rules'
import type { Period } from './period-rules'

type Lines = [string, string][]
export type Payment = { on: string; pence: bigint; contract: string; supplier: string }

/** What a notice of payments says (UK8): every payment above the floor that was made for one contract in a quarter, in pounds with VAT. */
export function paymentLines(payer: string, period: Period, floor: bigint, payments: Payment[]): Lines {
  const [{ contract, supplier }] = payments as [Payment, ...Payment[]]
  return [
    ['Contracting authority', payer],
    ['Supplier', supplier],
    ['Contract', contract],
    ['Quarter', periodWords(period)],
    ['Payments counted', `Those of more than ${poundsWords(floor)}`],
    ...payments.map(({ on, pence }, n): [string, string] => [
      `Payment ${n + 1}`,
      `${poundsWords(pence)} on ${dayWords(on)}`,
    ]),
  ]
}

/** What a payments compliance notice says (UK17). Shares are of the payments made, rounded to one decimal. */
export function complianceLines(payer: string, period: Period, said: Compliance, paymentDays: number): Lines {
  const share = (n: number) =>
    said.paid === 0 ? 'No payments' : `${((100 * n) / said.paid).toFixed(1)} % (${n} of ${said.paid})`
  const fellDue = said.paid === 1 ? '1 payment' : `${said.paid} payments`
  return [
    ['Contracting authority', payer],
    ['Reporting period', periodWords(period)],
    ['Paid in the period', `${fellDue}, ${poundsWords(said.paidPence)} with VAT`],
    ['Average days to pay', said.averageDays === null ? 'No payments' : said.averageDays.toFixed(1)],
    [`Paid within ${paymentDays} days`, share(said.inTime)],
    [`Paid in ${paymentDays + 1} to ${2 * paymentDays} days`, share(said.upToTwice)],
    [`Paid in ${2 * paymentDays + 1} days or more`, share(said.later)],
    ['Fell due in the period and not paid by its end', String(said.unpaid)],
  ]
}

const periodWords = ({ from, to }: Period): string => `${dayWords(from)} to ${dayWords(to)}`
