import type { Day } from '@/lib/platform/days'

export const signalCodes = ['IS-01', 'IS-02', 'IS-03', 'IS-04', 'IS-05', 'IS-06', 'IS-07', 'IS-08'] as const
export type SignalCode = (typeof signalCodes)[number]

/** Something that is allowed and deserves a second look. It changes no label and accuses nobody. */
export type Signal = { code: SignalCode; on: Day; about: string }

export const signalWords: Record<SignalCode, string> = {
  'IS-01': 'History was corrected',
  'IS-02': 'A finding turned into “does not apply”',
  'IS-03': 'A version that had ended was claimed',
  'IS-04': 'The listing was edited while the module was suspended',
  'IS-05': 'Evidence was replaced',
  'IS-06': 'Somebody who found or signed once held a role in the supplier',
  'IS-07': 'More than five test runs in a day until one was green',
  'IS-08': 'The endpoint was changed within 48 hours before an official run',
}
