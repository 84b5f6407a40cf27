import { ActionForm } from '@/components/ui/action-form'
import { FormSelect, FormTextField } from '@/components/ui/form-fields'
import { Table } from '@/components/ui/table'
import type { KeptSupplierView } from '@/lib/catalogue/suppliers/get-kept-supplier'
import { supplierNameKinds } from '@/lib/catalogue/suppliers/supplier-name'
import { dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

type Props = { supplier: KeptSupplierView; addName: FormAction; endName: FormAction }

/** Every name that the supplier bears or bore, and the forms to keep another or to end one. */
export function SupplierNames({ supplier, addName, endName }: Props) {
  const { names, mayKeep } = supplier
  const kinds = Object.entries(supplierNameKinds).map(([value, text]) => ({ value, text }))
  return (
    <>
      <Table
        caption="Names"
        columns={['Name', 'Kind', 'From', 'Until'].map((heading) => ({ heading }))}
        rows={names.map((name) => ({
          key: `${name.kind} ${name.id}`,
          cells: [
            name.name,
            supplierNameKinds[name.kind],
            name.from ? dayWords(name.from) : 'Not known',
            name.to ? dayWords(name.to) : 'Still borne',
          ],
        }))}
      />
      {mayKeep.allowed ? (
        <>
          {names
            .filter(({ kind, to }) => to === null && kind !== 'brand' && kind !== 'legal')
            .map(({ id, version, name }) => (
              <ActionForm
                action={endName}
                hidden={{ id, version }}
                button="End this name"
                look="secondary"
                label={`End the name ${name}`}
                summary={`End the name ${name}`}
                key={id}
              >
                <FormTextField name="to" type="date" label="Last day of the name" />
              </ActionForm>
            ))}
          <h2 className="nhsuk-heading-m">Keep another name</h2>
          <ActionForm action={addName} hidden={{ supplierId: supplier.id }} button="Keep the name">
            <FormSelect name="kind" label="Kind of name" options={kinds} />
            <FormTextField name="name" label="Name" maxLength={255} />
            <FormTextField name="from" type="date" label="First day" hint="Empty: not known" />
            <FormTextField name="to" type="date" label="Last day" hint="Empty: it is still borne" />
          </ActionForm>
        </>
      ) : (
        <p>{mayKeep.because}.</p>
      )}
    </>
  )
}
