import { z } from 'zod'

/** How two systems are compared: who is a patient, which differences are declared and why. An unknown key is refused. */
export const profileSchema = z.strictObject({
  version: z.literal(1),
  /** The instant that "future", "active" and "open" refer to; null until it is set, and then nothing can be compared. */
  asOf: z.iso.datetime({ offset: true }).nullable(),
  fhirVersion: z.enum(['3.0.2', '4.0.1']),
  identity: z.strictObject({
    system: z.string().min(1),
    fallback: z.array(z.string().min(1)),
    patientMap: z.string().min(1).optional(),
  }),
  rules: z.array(z.looseObject({ id: z.string().min(1), kind: z.string().min(1) })),
})

export const emptyProfile: z.infer<typeof profileSchema> = {
  version: 1,
  asOf: null,
  fhirVersion: '4.0.1',
  identity: { system: 'https://fhir.nhs.uk/Id/nhs-number', fallback: [] },
  rules: [],
}
