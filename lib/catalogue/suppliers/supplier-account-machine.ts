import type { Machine } from '@/lib/platform/machine'
import type { SupplierAccountState } from './supplier-account'

export type SupplierAccountCommand = 'confirm' | 'accept' | 'refuse' | 'suspend' | 'reinstate'

/** A supplier's account, from the request of a person to its suspension (catalogue §5). */
export const supplierAccountMachine = {
  requested: { confirm: { to: 'checking', event: 'SupplierEmailConfirmed' } },
  checking: {
    accept: { to: 'active', event: 'SupplierAccepted' },
    refuse: { to: 'refused', event: 'SupplierRefused' },
  },
  active: { suspend: { to: 'suspended', event: 'SupplierSuspended' } },
  suspended: { reinstate: { to: 'active', event: 'SupplierReinstated' } },
  refused: {},
} satisfies Machine<SupplierAccountState, SupplierAccountCommand>
