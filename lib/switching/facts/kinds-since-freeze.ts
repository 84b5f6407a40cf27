import { between } from '../switch'
import type { FactKindDefinition } from './fact'
import { choice, count, day, sha256, text } from './fact-fields'

const legacy = between('live', 'legacy-read-only')

/** What is stated from the freeze to the end of the old system. */
export const kindsSinceFreeze = {
  'logged-off': {
    title: 'Everyone is logged off',
    by: ['losing-signatory', 'delivery-partner'],
    in: ['frozen'],
    fields: { sessions: count('Sessions still open') },
  },
  're-entry-open': {
    title: 'The re-entry log is open',
    by: ['practice-manager'],
    in: between('cutover-ready', 'frozen'),
    fields: { firstNumber: count('Number on the first slip') },
  },
  delta: {
    title: 'What changed since the trial load',
    by: ['clinical-lead'],
    in: ['loaded'],
    fields: { resources: count('Resources that differ'), why: text('Why they differ') },
  },
  registers: {
    title: 'Registers and QOF counts (C20)',
    by: ['clinical-lead'],
    in: ['live'],
    fields: { compared: count('Registers compared'), unexplained: count('Of these with an unexplained difference') },
  },
  'list-size': {
    title: 'List size (C21)',
    by: ['practice-manager'],
    in: ['live'],
    fields: { system: count('In the new system'), pds: count('In the Personal Demographics Service') },
  },
  incident: {
    title: 'Incident',
    by: ['practice-manager', 'clinical-lead', 'clinical-safety-officer', 'delivery-partner', 'gaining-signatory'],
    in: [...between('frozen', 'legacy-read-only'), 'remediation'],
    item: { label: 'Number of the incident' },
    fields: {
      severity: choice('Severity', { S1: 'S1', S2: 'S2', S3: 'S3', S4: 'S4' }),
      state: choice('State', { open: 'Open', closed: 'Closed' }),
      sort: choice('Kind', {
        other: 'None of these',
        'wrong-patient': 'Something stands with the wrong patient',
        'services-down': 'EPS or PDS down for more than 4 hours',
        'second-loss': 'Unexplained loss in a second type',
      }),
    },
  },
  'eps-batch': {
    title: 'First repeat-dispensing batch issued',
    by: ['clinical-lead', 'practice-manager'],
    in: ['live'],
    fields: { issuedOn: day('Issued on') },
  },
  'not-migrated': {
    title: 'What was not migrated (C24)',
    by: ['losing-signatory', 'practice-manager'],
    in: between('loaded', 'legacy-read-only'),
    fields: { what: text('What, and who looks after it'), until: day('By when it is dealt with') },
  },
  'legacy-access': {
    title: 'Access to the old system',
    by: ['losing-signatory'],
    in: legacy,
    fields: { users: count('Named users, reading only'), uses: count('Times used so far'), endsOn: day('Ends on') },
  },
  'audit-archive': {
    title: 'Audit archive retrieved (C23)',
    by: ['practice-manager'],
    in: legacy,
    fields: { retrievedOn: day('Retrieved on'), lookUps: count('Look-ups that worked', 'Five are needed.') },
  },
  'former-list': {
    title: 'Deceased and deducted',
    by: ['clinical-lead'],
    in: legacy,
    fields: { looked: count('Looked up in the new system'), missing: count('Of these not found') },
  },
  'last-invoice': {
    title: 'Last invoice of the old system',
    by: ['funding-approver'],
    in: legacy,
    fields: { number: text('Number of the invoice'), paidOn: day('Paid on') },
  },
  'evidence-pack': {
    title: 'Evidence pack sealed',
    // Nobody types it in: sealing the pack states its hash (SW-01).
    by: [],
    in: ['legacy-read-only'],
    fields: { sha256: sha256('SHA-256 of the pack') },
  },
} satisfies Record<string, FactKindDefinition>
