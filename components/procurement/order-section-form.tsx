import { SectionFields } from '@/components/catalogue/section-fields'
import { ActionForm } from '@/components/ui/action-form'
import { FormFile } from '@/components/ui/form-fields'
import type { FormAction } from '@/lib/platform/form-state'
import type { OrderReview, OrderSectionForm, SiteView } from '@/lib/procurement/call-offs/get-order-view'
import { CallOffSummary } from './call-off-summary'
import { OrderReviewFacts } from './order-review'
import { OrderSites } from './order-sites'

type Props = {
  form: OrderSectionForm
  save: FormAction
  sites: SiteView[]
  review: OrderReview
  names: (id: string) => string
}

/** One step of an order to fill in. */
export function OrderSectionPage({ form, save, sites, review, names }: Props) {
  const { callOff, slug, lead } = form
  return (
    <>
      <p>{lead}</p>
      {slug === 'data' ? (
        <p>
          <a href={`/modules/${callOff.moduleId}/versions/${callOff.listingVersionId}`}>
            Read the frozen page of the module
          </a>
        </p>
      ) : null}
      {slug === 'consent' || slug === 'practices' ? <OrderSites sites={sites} /> : null}
      {slug === 'review' ? (
        <>
          <CallOffSummary callOff={callOff} names={names} />
          <OrderSites sites={sites} />
          <OrderReviewFacts callOff={callOff} review={review} />
        </>
      ) : null}
      <Fields form={form} save={save} />
      <p>
        <a href={`/call-offs/${callOff.id}`}>Back to the order</a>
      </p>
    </>
  )
}

function Fields({ form, save }: { form: OrderSectionForm; save: FormAction }) {
  const { callOff, slug, step } = form
  if (slug === 'review' && step === 'cannot-start') return <p>The other steps come first.</p>
  if (form.fields.length === 0)
    return (
      <p>{slug === 'funding' ? 'There is nothing to pay.' : 'Each practice answers on its own page of this order.'}</p>
    )
  return (
    <ActionForm action={save} button="Save and go back" hidden={{ id: callOff.id, section: slug }}>
      <SectionFields fields={form.fields} values={form.values} version={callOff.version} />
      {slug === 'practices' ? (
        <FormFile
          name="file"
          label="Or add a file"
          hint="CSV up to 1 MB: a practice a line, the code first, then the name. It is added to what stands above."
          accept=".csv,text/csv"
        />
      ) : null}
    </ActionForm>
  )
}
