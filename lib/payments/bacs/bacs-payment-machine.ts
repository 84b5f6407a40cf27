import type { Machine } from '@/lib/platform/machine'
import type { BacsPaymentState } from './bacs-payment'

export type BacsPaymentCommand = 'confirm' | 'deny'

/** The life of a recorded bank transfer (event TransferRecorded): the other organisation has the second word. */
export const bacsPaymentMachine: Machine<BacsPaymentState, BacsPaymentCommand> = {
  recorded: {
    confirm: { to: 'confirmed', event: 'TransferConfirmed' },
    deny: { to: 'denied', event: 'TransferDenied' },
  },
  confirmed: {},
  denied: {},
}
