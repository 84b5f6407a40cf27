import Stripe from 'stripe'
import { balanceTransactionOf } from './shapes/balance-shapes'
import { missing } from './stripe-error'

type Row = { id: string; object: string }
type Kept = { row: Row; account: string | null }
/** What an invoice knows and does not show: where its money goes on, and the portal's share of it. */
export type Hidden = { destination?: string; feePence: number; intentId?: string }
export type EmittedEvent = {
  id: string
  type: string
  account?: string
  created: number
  data: { object: unknown }
} & Row

/** Everything that the stand-in holds, at the instant that its test clock shows (seconds). Ids follow from their order. */
export class World {
  #last = 0
  #rows = new Map<string, Kept>()
  #hidden = new Map<string, Hidden>()
  #cash = new Map<string, number>()
  #emitted: (event: EmittedEvent) => void

  constructor(
    public now: number,
    emitted: (event: EmittedEvent) => void,
  ) {
    this.#emitted = emitted
  }

  newId(prefix: string): string {
    this.#last += 1
    return `${prefix}_emu${String(this.#last).padStart(8, '0')}`
  }

  put<T extends Row>(row: T, account: string | null = null): T {
    this.#rows.set(row.id, { row, account })
    return row
  }

  remove(id: string): void {
    this.#rows.delete(id)
  }

  /** @throws 404 where the account that asks has none of that id. */
  get<T extends Row>(object: T['object'], id: string, account: string | null = null): T {
    const kept = this.#rows.get(id)
    if (!kept || kept.row.object !== object || kept.account !== account) throw missing(object, id)
    return kept.row as T
  }

  /** Oldest first. */
  all<T extends Row>(object: T['object'], account: string | null = null): T[] {
    const mine = [...this.#rows.values()].filter((kept) => kept.row.object === object && kept.account === account)
    return mine.map((kept) => kept.row as T)
  }

  hidden(invoice: { id: string }): Hidden {
    const known = this.#hidden.get(invoice.id) ?? { feePence: 0 }
    this.#hidden.set(invoice.id, known)
    return known
  }

  cashOf(customerId: string): number {
    return this.#cash.get(customerId) ?? 0
  }

  /** Money into or out of what a payer has sent and no invoice has taken; kept as a transaction and told as an event. */
  moveCash(customerId: string, amount: number, type: string, more: object = {}): Stripe.CustomerCashBalanceTransaction {
    const ending = this.cashOf(customerId) + amount
    if (ending < 0) throw new Error('a cash balance may not fall below nothing')
    this.#cash.set(customerId, ending)
    const row = this.put({
      id: this.newId('ccsbtxn'),
      object: 'customer_cash_balance_transaction' as const,
      created: this.now,
      currency: 'gbp',
      customer: customerId,
      customer_account: null,
      ending_balance: ending,
      livemode: false,
      net_amount: amount,
      type: type as Stripe.CustomerCashBalanceTransaction.Type,
      ...more,
    })
    this.emit('customer_cash_balance_transaction.created', row)
    return row
  }

  /** Money into or out of the balance of the platform, or of a connected account. @returns the transaction's id. */
  moveBalance(account: string | null, moved: Parameters<typeof balanceTransactionOf>[1]): string {
    return this.put(balanceTransactionOf({ now: this.now, newId: (prefix) => this.newId(prefix) }, moved), account).id
  }

  balanceOf(account: string | null): number {
    return this.all<Stripe.BalanceTransaction>('balance_transaction', account).reduce((sum, one) => sum + one.net, 0)
  }

  emit(type: string, object: object, account: string | null = null): void {
    const event = {
      id: this.newId('evt'),
      object: 'event',
      api_version: Stripe.API_VERSION,
      created: this.now,
      data: { object: structuredClone(JSON.parse(JSON.stringify(object))) },
      livemode: false,
      pending_webhooks: 1,
      request: { id: null, idempotency_key: null },
      type,
      ...(account ? { account } : {}),
    }
    this.put(event, account)
    this.#emitted(event)
  }
}
