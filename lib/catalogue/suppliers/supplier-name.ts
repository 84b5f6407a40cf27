import type { Day } from '@/lib/platform/days'

export type SupplierNameKind = 'legal' | 'trading' | 'brand' | 'former' | 'source-code'

export const supplierNameKinds: Record<SupplierNameKind, string> = {
  brand: 'Name that buyers know',
  legal: 'Registered name',
  trading: 'Trading name',
  former: 'Former name',
  'source-code': 'Code in public files',
}

/** A name and the days on which it is borne; null: as far back, or as long, as anybody knows. */
export type SupplierName = {
  id: string
  supplierId: string
  kind: SupplierNameKind
  name: string
  from: Day | null
  to: Day | null
  version: number
}
