/**
 * RD-01: what breaks when a clinical system leaves, whoever supplies it. A practice says of each whether it uses it; the ones
 * that its present system is contracted or declared to connect to are added to these.
 */
export const serviceSeeds: string[] = [
  'PDS and the link of the practice’s list',
  'GP2GP, with transfers in flight',
  'EPS, with open prescriptions and repeat-dispensing batches',
  'e-RS work-lists',
  'Summary Care Record, with consent codes to send again',
  'GP Connect',
  'NHS App and IM1 pairing',
  'MESH mailboxes',
  'Pathology and radiology results',
  'Smartcard profiles',
  'NHSmail',
  'Child health and screening feeds',
  'Document management',
  'Text messages',
  'Dispensary',
  'Hospital viewers',
]
