import 'server-only'
import { db } from '@/lib/platform/db'
import type { Contract } from './contract'
import { type PriceRange, priceRangeOf, type RangeBounds } from './price-range-rules'
import { findPricedContracts } from './price-range-store'

/**
 * Between which sums practices like this one pay for the module of a contract. Nobody can be found behind the two figures:
 * the caller gives the smallest group that may be shown, as it is set.
 */
export const getPriceRange = async (contract: Contract, bounds: RangeBounds): Promise<PriceRange> =>
  priceRangeOf(await findPricedContracts(db, contract), bounds)
