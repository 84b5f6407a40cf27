import { sampleChances } from '@/lib/switching/reports/sample-rules'

/** Why a look at a few records is no proof, for a practice of this size. */
export function SampleLimits({ patients }: { patients: number }) {
  const chances = sampleChances(patients)
  return (
    <>
      {chances.length === 0 ? null : (
        <>
          <p>
            A fault that touches 5 of your {patients.toLocaleString('en-GB')} patients is found by opening records by
            hand only now and then:
          </p>
          <ul>
            {chances.map(({ sample, percent }) => (
              <li key={sample}>
                looking at {sample} patients finds it in {percent} of 100 cases
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        So the checker compares every record. What it cannot judge is how a record looks and behaves on the new
        system&rsquo;s screen: look at a few there, above all at medication, allergies and documents. It compares the
        data that the two suppliers handed over, not what they left out: read the exclusions in the manifests.
      </p>
    </>
  )
}
