import { SectionFields } from '@/components/catalogue/section-fields'
import { ActionForm } from '@/components/ui/action-form'
import type { NeedsSectionForm } from '@/lib/comparison/needs-profiles/get-needs-profile'
import type { FormAction } from '@/lib/platform/form-state'

type Props = { form: NeedsSectionForm; save: FormAction }

/** One step of a profile to fill in. */
export function NeedsSectionFields({ form, save }: Props) {
  const { profile, slug, lead, fields, values } = form
  return (
    <>
      <p>{lead}</p>
      {fields.length === 0 ? (
        <p>There is nothing to choose here. Say first what you must have.</p>
      ) : (
        <ActionForm action={save} button="Save and go back" hidden={{ id: profile.id, section: slug }}>
          <SectionFields fields={fields} values={values} version={profile.version} />
        </ActionForm>
      )}
      <p>
        <a href={`/shortlists/needs/${profile.id}`}>Back to the profile</a>
      </p>
    </>
  )
}
