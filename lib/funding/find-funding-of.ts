import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { FundingRequest } from './funding-request'
import { findFundingRequestOf } from './funding-store'

/** The last request that was made for a thing of another room, read as the portal itself; undefined where there is none. */
export const findFundingOf = (tx: Tx, reference: { type: string; id: string }): Promise<FundingRequest | undefined> =>
  findFundingRequestOf(tx, reference)
