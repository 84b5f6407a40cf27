import { ActionForm } from '@/components/ui/action-form'
import { FormRadios, FormSelect, FormTextField } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import { Tag } from '@/components/ui/tag'
import type { OwnModule, SupplierHome } from '@/lib/catalogue/drafts/get-supplier-home'
import { listingDraftStateWords, whoHasIt } from '@/lib/catalogue/drafts/listing-draft'
import { products, productWords } from '@/lib/catalogue/listing'
import { dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

type Acts = { start: FormAction; withdraw: FormAction }

/** A supplier's modules: what is published, what is on its way, and who has it. */
export function OwnModules({ home, ...acts }: { home: SupplierHome } & Acts) {
  return (
    <>
      {home.suppliers
        .filter((supplier) => !supplier.active)
        .map((supplier) => (
          <InsetText key={supplier.id}>{supplier.brand} is suspended: nothing of it is listed at present.</InsetText>
        ))}
      <p>
        <a href="/supplier/declaration">Your declaration</a>: without one that has passed nothing can be submitted.
      </p>
      <p>
        <a href="/supplier/epics">Epics of your own</a>: what your modules can do and no national epic says.
      </p>
      <p>
        <a href="/supplier/dependencies">What others say of your modules</a>: confirm it, or say why it is not so.
      </p>
      <h2 className="nhsuk-heading-m">Your modules</h2>
      {home.modules.length === 0 ? <p>You have not listed a module yet.</p> : null}
      {home.modules.map((module) => (
        <ModuleBox module={module} {...acts} key={module.moduleId} />
      ))}
      <h2 className="nhsuk-heading-m">List a new module</h2>
      {home.suppliers.length === 0 ? (
        <p>Your organisation is not in the catalogue yet. Write to the authority.</p>
      ) : null}
      <ActionForm action={acts.start} button="Begin" label="Begin a new module">
        <FormSelect
          name="supplierId"
          label="Supplier"
          options={home.suppliers.map((s) => ({ value: s.id, text: s.brand }))}
        />
        <FormRadios
          small
          name="product"
          label="What you list"
          options={products.map((value) => ({ value, text: productWords[value] }))}
          value="module"
        />
        <FormTextField name="moduleVersion" label="Version of the module" value="1.0.0" width={10} />
      </ActionForm>
    </>
  )
}

function ModuleBox({ module, start, withdraw }: { module: OwnModule } & Acts) {
  const { draft } = module
  return (
    <div className="nhsuk-card">
      <div className="nhsuk-card__content">
        <h3 className="nhsuk-heading-s">{module.name}</h3>
        <p>
          {module.version === null ? (
            'Nothing is published yet.'
          ) : (
            <a href={`/modules/${module.moduleId}`}>Published: version {module.version}</a>
          )}
        </p>
        {module.lastOrderDay ? (
          <p>It is being withdrawn. Last day for orders: {dayWords(module.lastOrderDay)}.</p>
        ) : null}
        {draft ? (
          <>
            <p>
              <Tag>{listingDraftStateWords[draft.state]}</Tag> {whoHasIt[draft.state]}.
              {draft.clock ? ` ${draft.clock}.` : ''}
              {draft.state === 'draft' && draft.next !== '' ? ` Next: ${draft.next}.` : ''}
            </p>
            <p>
              <a href={`/supplier/listings/${draft.id}`}>
                Open the draft<span className="nhsuk-u-visually-hidden"> of {module.name}</span>
              </a>
            </p>
          </>
        ) : null}
        {draft || module.lastOrderDay ? null : (
          <ActionForm
            action={start}
            hidden={{ moduleId: module.moduleId, supplierId: module.supplierId }}
            button="Copy it to a draft"
            label={`Change ${module.name}`}
            summary={`Change ${module.name}`}
          >
            <FormTextField
              name="moduleVersion"
              label="Version of the module"
              hint="Leave it as it is where only the text changes"
              value={module.version ?? '1.0.0'}
              width={10}
            />
          </ActionForm>
        )}
        {module.mayWithdraw ? (
          <ActionForm
            action={withdraw}
            hidden={{ moduleId: module.moduleId }}
            button="Announce the withdrawal"
            look="warning"
            label={`Withdraw ${module.name}`}
            summary={`Withdraw ${module.name}`}
          >
            <p>Buyers can order up to the last day. Contracts in force run on.</p>
            <FormTextField
              name="lastOrderDay"
              type="date"
              label="Last day for orders"
              hint="At least 30 days from today"
            />
          </ActionForm>
        ) : null}
      </div>
    </div>
  )
}
