import { ActionForm } from '@/components/ui/action-form'
import { FormTextArea } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import { NarrowedList } from '@/components/ui/narrowed-list'
import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import type { SupplierDesk as Desk, KeptSupplier, WaitingRequest } from '@/lib/catalogue/suppliers/get-supplier-desk'
import { registerWords } from '@/lib/catalogue/suppliers/supplier-account'
import { instantInWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'
import { narrow } from '@/lib/platform/narrow-list'

type Acts = Record<'accept' | 'refuse' | 'suspend' | 'reinstate', FormAction>

const states = [
  { value: 'active', text: 'Active' },
  { value: 'suspended', text: 'Suspended' },
]
const textOf = ({ brand, legalName, companyNumber }: KeptSupplier) => `${brand} ${legalName} ${companyNumber ?? ''}`

/** Requests for an account that wait, and the suppliers that have one and answer what the address asks. */
export function SupplierDesk({ desk, asked, acts }: { desk: Desk; asked: Record<string, unknown>; acts: Acts }) {
  const found = narrow(desk.suppliers, asked, { textOf, stateOf: ({ status }) => status })
  return (
    <>
      <h2 className="nhsuk-heading-m">Waiting for an answer</h2>
      {desk.requests.length === 0 ? <p>Nobody waits.</p> : null}
      {desk.requests.map((request) => (
        <RequestBox request={request} acts={acts} key={request.id} />
      ))}
      <h2 className="nhsuk-heading-m">Suppliers</h2>
      <NarrowedList
        path="/assurance/suppliers"
        found={found}
        noun={['supplier', 'suppliers']}
        hint="A part of the name, or the company number"
        states={states}
      >
        {found.rows.map((supplier) => (
          <SupplierBox supplier={supplier} acts={acts} key={supplier.id} />
        ))}
      </NarrowedList>
    </>
  )
}

function RequestBox({ request, acts }: { request: WaitingRequest; acts: Acts }) {
  const hidden = { id: request.id, version: request.version }
  return (
    <section className="nhsuk-card" aria-label={`Request of ${request.brand}, ${request.email}`}>
      <div className="nhsuk-card__content">
        <h3 className="nhsuk-heading-s">{request.brand}</h3>
        {request.joins ? (
          <InsetText>This company number is {request.joins}’s. Accepted, the person joins it as an editor.</InsetText>
        ) : null}
        <SummaryList
          rows={[
            { key: 'Registered name', value: request.legalName },
            { key: 'Company number', value: request.companyNumber },
            {
              key: 'Register of companies',
              value: request.registerSaid ? registerWords[request.registerSaid] : 'Not asked yet',
            },
            { key: 'Whose name it is', value: request.likeWhom ?? 'Nobody’s here' },
            { key: 'Person', value: `${request.personName}, ${request.email}` },
            { key: 'Asked on', value: instantInWords(request.requestedAt) },
          ]}
        />
        <ActionForm
          action={acts.accept}
          hidden={hidden}
          button="Let the supplier in"
          label={`Let ${request.brand} in, ${request.email}`}
        />
        <ActionForm
          action={acts.refuse}
          hidden={hidden}
          button="Refuse"
          look="warning"
          label={`Refuse ${request.brand}, ${request.email}`}
          summary={`Refuse ${request.brand}`}
        >
          <FormTextArea name="reason" label="Reason" hint="The person reads it. 20 to 1,000 characters" />
        </ActionForm>
      </div>
    </section>
  )
}

function SupplierBox({ supplier, acts }: { supplier: KeptSupplier; acts: Acts }) {
  const [action, verb] = supplier.status === 'active' ? [acts.suspend, 'Suspend'] : [acts.reinstate, 'Reinstate']
  return (
    <div>
      <h3 className="nhsuk-heading-s">
        <a href={`/assurance/suppliers/${supplier.id}`}>{supplier.brand}</a>
      </h3>
      <p>
        <Tag colour={supplier.status === 'active' ? 'green' : 'red'}>
          {supplier.status === 'active' ? 'Active' : 'Suspended'}
        </Tag>{' '}
        {supplier.legalName}, company number {supplier.companyNumber ?? 'not stated'}
      </p>
      <ActionForm
        action={action}
        hidden={{ supplierId: supplier.id }}
        button={verb}
        look="warning"
        label={`${verb} ${supplier.brand}`}
        summary={`${verb} ${supplier.brand}`}
      >
        <FormTextArea name="reason" label="Reason" hint="20 to 1,000 characters" />
      </ActionForm>
    </div>
  )
}
