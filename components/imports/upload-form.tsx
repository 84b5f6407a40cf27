import { ActionForm } from '@/components/ui/action-form'
import { FormFile, FormSelect, FormTextField } from '@/components/ui/form-fields'
import type { FormAction } from '@/lib/platform/form-state'

type Props = {
  kinds: { kind: string; title: string }[]
  upload: FormAction
}

/** A public file and what it holds. It is checked by the worker before anything is written. */
export function UploadForm({ kinds, upload }: Props) {
  return (
    <ActionForm action={upload} button="Upload and check">
      <FormSelect
        name="kind"
        label="What the file holds"
        hint="They build upon one another in this order"
        options={kinds.map(({ kind, title }) => ({ value: kind, text: `${title} (${kind})` }))}
      />
      <FormFile name="file" label="File" hint="CSV, UTF-8, at most 20 MB and 200,000 rows" accept=".csv,text/csv" />
      <FormTextField
        name="asOf"
        type="date"
        label="Day that the file speaks of (optional)"
        hint="Needed only where neither the file nor its name tells it"
        width={10}
      />
    </ActionForm>
  )
}
