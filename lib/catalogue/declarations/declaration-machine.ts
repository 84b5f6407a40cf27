import type { Machine } from '@/lib/platform/machine'
import type { DeclarationState } from './declaration'

export type DeclarationCommand = 'clear' | 'reject'

/** A declaration passes or fails by its answers alone; only one that needs a person's eye waits for the authority (SUP-3). */
export const declarationMachine = {
  'in-review': {
    clear: { to: 'passed', event: 'DeclarationCleared' },
    reject: { to: 'failed', event: 'DeclarationRejected' },
  },
  passed: {},
  failed: {},
} satisfies Machine<DeclarationState, DeclarationCommand>
