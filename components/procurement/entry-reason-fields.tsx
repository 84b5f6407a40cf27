import { FormSelect, FormTextArea } from '@/components/ui/form-fields'
import { exclusionWords } from '@/lib/comparison/shortlist'
import type { FrozenEntry } from '@/lib/procurement/projects/project'

const codes = Object.entries(exclusionWords).map(([value, text]) => ({ value, text }))

/** Why each entry goes no further, by code and in words (A8); what the shortlist left out has its reason already. */
export function EntryReasonFields({ entries, unless }: { entries: FrozenEntry[]; unless: string }) {
  return entries
    .filter((entry) => entry.leftOut === null)
    .map((entry) => (
      <div key={entry.id}>
        <FormSelect
          name={`code-${entry.id}`}
          label={`If ${entry.moduleName} ${unless}: main cause`}
          options={[{ value: '', text: 'Choose a reason' }, ...codes]}
        />
        <FormTextArea
          name={`exclusion-${entry.id}`}
          label={`If ${entry.moduleName} ${unless}: why not?`}
          hint="30 to 1,000 characters"
          rows={2}
        />
      </div>
    ))
}
