import { ActionForm } from '@/components/ui/action-form'
import { Select } from '@/components/ui/select'
import type { FormAction } from '@/lib/platform/form-state'

type Props = {
  moduleId: string
  offer: { id: string; name: string; version: number }[] | null
  action: FormAction
}

/** For buyers: put the module on one of the organisation's shortlists, or begin one with it. Others are shown nothing. */
export function AddToShortlist({ moduleId, offer, action }: Props) {
  if (offer === null) return null
  return (
    <section aria-labelledby="shortlist-heading">
      <h2 className="nhsuk-heading-s" id="shortlist-heading">
        Your shortlists
      </h2>
      {offer.length === 0 ? null : (
        <ActionForm action={action} hidden={{ moduleId }} button="Add to this shortlist" look="secondary">
          <Select
            name="shortlist"
            label="Shortlist"
            options={offer.map((s) => ({ value: `${s.id}:${s.version}`, text: s.name }))}
          />
        </ActionForm>
      )}
      <p>
        <a href={`/shortlists?module=${moduleId}`}>Start a new shortlist with this module</a>
      </p>
    </section>
  )
}
