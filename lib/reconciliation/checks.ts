/**
 * The checks of a comparison. The engine answers C01–C19 and C22; the rest is recorded in the portal or by a second party,
 * and never decides whether a report is complete.
 */
export const engineChecks = [
  'C01',
  'C02',
  'C03',
  'C04',
  'C05',
  'C06',
  'C07',
  'C08',
  'C09',
  'C10',
  'C11',
  'C12',
  'C13',
  'C14',
  'C15',
  'C16',
  'C17',
  'C18',
  'C19',
  'C22',
] as const

export const portalChecks = ['C20', 'C21', 'C23', 'C24', 'C25', 'C26'] as const

export const checkTitles: Record<string, string> = {
  C01: 'The folders are those of the signed manifests',
  C02: 'The same patients are on both sides',
  C03: 'NHS numbers are valid and unique, demographics agree',
  C04: 'Records per patient and type',
  C05: 'Content of every record',
  C06: 'Every record is with the right patient',
  C07: 'Links between records',
  C08: 'Active repeat medication, field by field',
  C09: 'Allergies stay coded and active',
  C10: 'Every code is present or mapped',
  C11: 'Attachments',
  C12: 'Cover by type and month',
  C13: 'Free text',
  C14: 'Numbers and units',
  C15: 'Dates and times',
  C16: 'Future appointments, open tasks, unfiled results',
  C17: 'Recalls, diary, referrals in flight',
  C18: 'Consent and sharing settings',
  C19: 'Nothing is there more often than before',
  C20: 'Registers and quality counts',
  C21: 'List size against the national index',
  C22: 'Authors and roles',
  C23: 'Audit archive opens',
  C24: 'Inventory of what is not migrated',
  C25: 'Re-entered items',
  C26: 'A second party found the same',
}

/** Losses that a canary plants. A full canary has planted each class at least once and found all. */
export const plantedClasses = [
  'L-patient',
  'L-allergy',
  'L-medication',
  'L-document',
  'L-appointment',
  'L-task',
  'L-degraded',
  'L-dose',
  'L-value',
  'L-status',
  'L-consent',
  'L-attachment',
  'L-duplicate',
  'L-wrong-patient',
] as const

export const differenceClasses = [
  'patient-missing',
  'patient-added',
  'wrong-patient',
  'duplicate',
  'altered',
  'precision',
  'missing',
  'added',
  'link',
] as const

export const severities = ['S1', 'S2', 'S3', 'S4'] as const
