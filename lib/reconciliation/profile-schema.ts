import { z } from 'zod'
import { ruleSchema } from './sameness/rule-schema'

/** How two systems are compared: who is a patient, which differences are declared and why. An unknown key is refused (RU-05). */
export const profileSchema = z.strictObject({
  version: z.literal(1),
  /** The instant that "future", "active" and "open" refer to; null until it is set, and then nothing can be compared. */
  asOf: z.iso.datetime({ offset: true }).nullable(),
  fhirVersion: z.enum(['3.0.2', '4.0.1']),
  identity: z.strictObject({
    system: z.string().min(1),
    fallback: z.array(z.string().min(1)),
    /** CSV file beside the profile with the columns source and target: Patient ids (ID-01). */
    patientMap: z.string().min(1).optional(),
  }),
  rules: z.array(ruleSchema),
})

export const emptyProfile: z.infer<typeof profileSchema> = {
  version: 1,
  asOf: null,
  fhirVersion: '4.0.1',
  identity: { system: 'https://fhir.nhs.uk/Id/nhs-number', fallback: [] },
  rules: [],
}
