import { FormSelect, FormTextField } from '@/components/ui/form-fields'
import {
  type ElementKind,
  elementKinds,
  elementWords,
  type QualityGuide,
  scoreWords,
} from '@/lib/procurement/competitions/competition'
import { valuedLevels, worthField } from '@/lib/procurement/competitions/quality-schema'

/** Least quality, and what each score is worth in pounds: optional, for the views beside the result (ABS-1, ABS-3). */
export function QualityFields({ quality }: { quality: QualityGuide | null }) {
  const worth = (kind: ElementKind, level: number): string => {
    const pence = quality?.values.find((value) => value.kind === kind)?.pence[level - 1]
    if (pence === undefined) return ''
    return `${BigInt(pence) / 100n}.${(BigInt(pence) % 100n).toString().padStart(2, '0')}`
  }
  return (
    <>
      <h2 className="nhsuk-heading-s">What quality is to you</h2>
      <p>
        You need not say this. It decides nothing: it stands beside the result and does not change with who takes part.
        It is locked with everything else when the competition opens.
      </p>
      <FormSelect
        name="quality-floor"
        label="Least quality that is good enough"
        hint="The mean of the agreed scores, by their weights"
        options={[
          { value: '', text: 'None' },
          ...valuedLevels.map((level) => ({ value: String(level), text: `${level}, ${scoreWords[level]}` })),
        ]}
        value={quality?.floor ? String(quality.floor) : ''}
      />
      {elementKinds.map((kind) => (
        <fieldset className="nhsuk-fieldset tw:mb-4" key={kind}>
          <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
            {elementWords[kind]}: worth in pounds over the term
          </legend>
          <div className="tw:flex tw:flex-wrap tw:gap-x-6">
            {valuedLevels.map((level) => (
              <FormTextField
                key={level}
                name={worthField(kind, level)}
                label={`${elementWords[kind]}, worth of ${level}, ${scoreWords[level]}`}
                width={10}
                inputMode="decimal"
                value={worth(kind, level)}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </>
  )
}
