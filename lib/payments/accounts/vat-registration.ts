import type { Day } from '@/lib/platform/days'

/** The VAT number of a supplier from a day on; null: it is registered no more. */
export type VatRegistration = { number: string | null; validFrom: Day }
