import { ActionForm } from '@/components/ui/action-form'
import { FormRadios } from '@/components/ui/form-fields'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'
import type { CallOff } from '@/lib/procurement/call-offs/call-off'
import type { SiteView } from '@/lib/procurement/call-offs/get-order-view'
import { consentWords } from '@/lib/procurement/call-offs/order-site'

const colours = { asked: 'yellow', consented: 'green', declined: 'red' } as const

/** The practices of an order and what each has said. */
export function OrderSites({ sites }: { sites: SiteView[] }) {
  return (
    <>
      <Table
        caption="Practices of this order"
        columns={[
          { heading: 'Practice' },
          { heading: 'Code' },
          { heading: 'Patients', number: true },
          { heading: 'To have it on' },
          { heading: 'Consent' },
        ]}
        rows={sites.map((site) => ({
          key: site.practiceId,
          cells: [
            site.mark ? `${site.name} (${site.mark})` : site.name,
            site.code,
            site.listSize.toLocaleString('en-GB'),
            dayWords(site.deliverOn),
            <Tag colour={colours[site.consent]} key="c">
              {consentWords[site.consent]}
            </Tag>,
          ],
        }))}
      />
      {sites.some((site) => !site.counted) ? (
        <p>A practice that has not consented is not in what is paid for and signed.</p>
      ) : null}
    </>
  )
}

type PracticesProps = { callOff: CallOff; sites: SiteView[]; answer: FormAction }

/** The practices, and for those whom the reader speaks for the form of their answer. */
export const OrderPractices = (props: PracticesProps) => (
  <>
    <OrderSites sites={props.sites} />
    <ConsentForms {...props} />
  </>
)

/** The form with which a practice answers for itself, and what it answers to. */
function ConsentForms({ callOff, sites, answer }: PracticesProps) {
  if (callOff.state !== 'draft') return null
  return sites
    .filter((site) => site.mine)
    .map((site) => (
      <ActionForm
        key={site.practiceId}
        action={answer}
        hidden={{ id: callOff.id, practiceId: site.practiceId, consentHash: site.hash }}
        label={`Consent of ${site.name}`}
        button="Give this answer"
      >
        <FormRadios
          name="answer"
          label={`Does ${site.name} consent to be in this order?`}
          hint={`${callOff.moduleName} from ${dayWords(site.deliverOn)}, until ${dayWords(callOff.endsOn)}, with ${callOff.noticeDays} days’ notice. If the order changes for you, you are asked again.`}
          options={[
            { value: 'consented', text: 'Yes, our practice consents' },
            { value: 'declined', text: 'No, leave our practice out' },
          ]}
          value={site.consent === 'asked' ? '' : site.consent}
        />
      </ActionForm>
    ))
}
