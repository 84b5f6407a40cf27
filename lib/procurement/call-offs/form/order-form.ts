/** What the order is for (T1). */
export const orderKinds = {
  module: 'A module, with its services',
  other: 'A service other than a merger or a split',
  merger: 'A merger of practices',
  split: 'A split of a practice',
} as const
export type OrderKind = keyof typeof orderKinds

export type OrderContact = { name: string; email: string; phone: string }
export type Milestone = { name: string; trigger: string }

/** Money lines of a payer: GP IT, local money, and primary care access and recovery. */
export const fundingStreams = { GPIT: 'GP IT', LOCAL: 'Local', PCARP: 'Primary care access' } as const
export type FundingStream = keyof typeof fundingStreams

/** The sections of the order form that are text: everything but dates, practices, lines and notice, which stand in columns. */
export type OrderForm = {
  type?: { kind: OrderKind; description: string }
  orderingContact?: OrderContact
  supplierContact?: OrderContact
  /** Pence that do not come from GP IT, by stream and financial year; GP IT pays the rest. */
  funding?: Partial<Record<'LOCAL' | 'PCARP', Record<string, string>>>
  milestones?: Milestone[]
  /** SHA-256 of the supplier's data processing schedule that was read; pence charged for the exit; how data comes back. */
  data?: { scheduleSha256: string; exitChargePence: string; returnFormat: string }
}

/** Every order begins with these; neither is paid for (T10). */
export const firstMilestones: Milestone[] = [
  { name: 'Go-live', trigger: 'Practice and supplier have confirmed the same day' },
  { name: 'Service stability', trigger: 'Four weeks of use without a fault that stops work' },
]
