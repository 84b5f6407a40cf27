import type { OrderLine } from './order-line'

/** What was ordered at which frozen price, for which list sizes, and which request pays for it. */
export type OrderPrices = {
  practiceId: string
  fundingRequestId: string | null
  lines: OrderLine[]
  sites: { practiceId: string; listSize: number }[]
}
