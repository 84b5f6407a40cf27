/** RE-01: what a slip is about, as a kind only. Its number and nothing of what it says is kept. */
export const slipKinds = {
  consultation: 'Consultation',
  prescription: 'Prescription',
  result: 'Result',
  appointment: 'Appointment',
  letter: 'Letter',
  other: 'Other',
} as const
export type SlipKind = keyof typeof slipKinds

export const slipStates = ['open', 'entered', 'matched', 'void'] as const
export type SlipState = (typeof slipStates)[number]
export const slipLabels: Record<SlipState, string> = {
  open: 'Not typed in',
  entered: 'Typed in',
  matched: 'Found by a run',
  void: 'Void',
}

export type Slip = {
  number: number
  kind: SlipKind
  state: SlipState
  createdById: string
  createdAt: Date
  enteredById: string | null
  enteredAt: Date | null
  matchedRun: string | null
  voidReason: string | null
  voidById: string | null
}

/** SW-07. */
export const mostSlips = 5_000
