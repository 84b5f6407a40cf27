import type { Machine } from '../machine'
import type { ImportCommand, ImportState } from './import-run'

/** A file is checked, acknowledged, applied as a whole or not at all. */
export const importRunMachine = {
  uploaded: {
    check: { to: 'ready', event: 'ImportChecked' },
    reject: { to: 'rejected', event: 'ImportRejected' },
    abandon: { to: 'abandoned', event: 'ImportAbandoned' },
  },
  ready: {
    start: { to: 'applying', event: 'ImportStarted' },
    abandon: { to: 'abandoned', event: 'ImportAbandoned' },
  },
  applying: {
    apply: { to: 'applied', event: 'ImportApplied' },
    fail: { to: 'failed', event: 'ImportFailed' },
  },
  rejected: {},
  applied: {},
  failed: {},
  abandoned: {},
} satisfies Machine<ImportState, ImportCommand>
