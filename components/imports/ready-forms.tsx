import { ActionForm } from '@/components/ui/action-form'
import { FormCheckboxes } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import type { FormAction } from '@/lib/platform/form-state'
import type { ImportRun } from '@/lib/platform/imports/import-run'

/** A checked file is applied as a whole once its warnings are acknowledged, or given up. */
export function ReadyForms({ run, start, abandon }: { run: ImportRun; start: FormAction; abandon: FormAction }) {
  const seen = { id: run.id, version: run.version }
  const nothing = run.newRows === 0 && run.changedRows === 0
  return (
    <>
      {nothing ? <InsetText>This file would add and change nothing.</InsetText> : null}
      <ActionForm action={start} hidden={seen} button="Apply the whole file">
        {run.warnings > 0 ? (
          <FormCheckboxes
            name="acknowledged"
            label="Warnings"
            options={[{ value: 'yes', text: `I have read the ${run.warnings.toLocaleString('en-GB')} warnings below` }]}
          />
        ) : null}
      </ActionForm>
      <AbandonForm run={run} abandon={abandon} />
    </>
  )
}

/** Gives the file up; also where its check never comes to an end. */
export function AbandonForm({ run, abandon }: { run: Pick<ImportRun, 'id' | 'version'>; abandon: FormAction }) {
  return (
    <ActionForm
      action={abandon}
      hidden={{ id: run.id, version: run.version }}
      button="Abandon this file"
      look="warning"
      summary="Give this file up"
    />
  )
}
