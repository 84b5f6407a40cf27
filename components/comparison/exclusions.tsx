import { FormSelect, FormTextArea } from '@/components/ui/form-fields'
import { Table } from '@/components/ui/table'
import { type ExclusionView, exclusionWords } from '@/lib/comparison/shortlist'

const codes = Object.entries(exclusionWords).map(([value, text]) => ({ value, text }))

/** Why a match of the search is left out (SHL-2). `field` sets the fields apart where several stand in one form. */
export function ExclusionFields({ name, id, field = '', none = 'Choose a reason' }: Props) {
  return (
    <>
      <FormSelect
        name={`code${field}`}
        id={`code-${id}`}
        label={`Why ${name} is left out`}
        options={[{ value: '', text: none }, ...codes]}
      />
      <FormTextArea
        name={`text${field}`}
        id={`text-${id}`}
        label={`More about why ${name} is left out`}
        hint="For another reason: 30 to 1,000 characters"
        rows={2}
      />
    </>
  )
}
type Props = { name: string; id: string; field?: string; none?: string }

/** What the search finds and the shortlist leaves out, each with its reason. */
export function Exclusions({ exclusions }: { exclusions: ExclusionView[] }) {
  if (exclusions.length === 0) return null
  return (
    <Table
      caption="Left out"
      columns={[{ heading: 'Module' }, { heading: 'Reason' }, { heading: 'In words' }]}
      rows={exclusions.map((e) => ({
        key: e.moduleId,
        cells: [
          <a href={`/modules/${e.moduleId}`} key="name">
            {e.moduleName}
          </a>,
          exclusionWords[e.code],
          e.text ?? 'Nothing further',
        ],
      }))}
    />
  )
}
