import type { CheckId } from '../differences/finding'

/**
 * The types whose records a check looks at; its `source` and `target` count these. Absent: every record of every type. A
 * difference that the check meets on another type (an attachment in a type nobody knows) brings that type in.
 */
export const typesLookedAt: Partial<Record<CheckId, readonly string[]>> = {
  C03: ['Patient'],
  C08: ['MedicationRequest', 'MedicationOrder', 'MedicationStatement', 'MedicationUsage'],
  C09: ['AllergyIntolerance'],
  C11: ['DocumentReference', 'DocumentManifest', 'Binary', 'Media'],
  C16: ['Appointment', 'Task', 'DiagnosticReport', 'DocumentReference', 'Communication', 'Composition'],
  C17: [
    'ReferralRequest',
    'ServiceRequest',
    'ProcedureRequest',
    'CarePlan',
    'CommunicationRequest',
    'ImmunizationRecommendation',
    'DeviceRequest',
    'NutritionOrder',
    'RequestGroup',
    'EpisodeOfCare',
  ],
  C18: ['Consent'],
}
