import { bacsPaymentMachine } from '@/lib/payments/bacs/bacs-payment-machine'
import { invoiceMachine } from '@/lib/payments/invoices/invoice-machine'
import { payoutMachine } from '@/lib/payments/money/payout-machine'
import { stripeEventMachine } from '@/lib/payments/stripe/stripe-event-machine'
import { usageBatchMachine } from '@/lib/payments/usage/usage-batch-machine'
import type { ListedMachine } from './state-table'

/** The machines of invoices and of their money. */
export const paymentsMachines: ListedMachine[] = [
  {
    title: 'Invoice',
    file: 'lib/payments/invoices/invoice-machine.ts',
    machine: invoiceMachine,
    starts: [{ by: 'draw-up-statement', to: 'statement', event: 'StatementDrawnUp' }],
  },
  {
    title: 'Bank transfer',
    file: 'lib/payments/bacs/bacs-payment-machine.ts',
    machine: bacsPaymentMachine,
    starts: [{ by: 'record-bacs', to: 'recorded', event: 'TransferRecorded' }],
  },
  {
    title: 'Payout',
    file: 'lib/payments/money/payout-machine.ts',
    machine: payoutMachine,
    starts: [{ by: 'record-payout', to: 'pending', event: 'PayoutBegun' }],
  },
  {
    title: 'Event of Stripe',
    file: 'lib/payments/stripe/stripe-event-machine.ts',
    machine: stripeEventMachine,
    starts: [{ by: 'receive-stripe-event', to: 'stored', event: 'StripeEventStored' }],
  },
  {
    title: 'Usage batch',
    file: 'lib/payments/usage/usage-batch-machine.ts',
    machine: usageBatchMachine,
    starts: [{ by: 'receive-usage', to: 'received', event: 'UsageReceived' }],
  },
]
