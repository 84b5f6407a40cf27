import { ActionForm } from '@/components/ui/action-form'
import { FormTextField } from '@/components/ui/form-fields'
import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { type ContractSite, type SiteSide, siteStateColours, siteStateLabels } from '@/lib/contracts/site'
import { type Day, dayWords } from '@/lib/platform/days'
import type { FormState } from '@/lib/platform/form-state'

type Props = {
  site: ContractSite & { practice: string }
  /** The side that the reader can speak for. */
  side: SiteSide | undefined
  today: Day
  confirm: (state: FormState, form: FormData) => Promise<FormState>
}

/** A site: what each side says of the day it went live, and the reader's own word. */
export function SitePanel({ site, side, today, confirm }: Props) {
  const said = (day: Day | null) => (day ? dayWords(day) : 'has not confirmed a day')
  const open = ['planned', 'half-confirmed', 'disputed'].includes(site.state)
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Site', value: site.practice },
          { key: 'State', value: <Tag colour={siteStateColours[site.state]}>{siteStateLabels[site.state]}</Tag> },
          { key: 'The practice', value: said(site.practiceSaysOn) },
          { key: 'The supplier', value: said(site.supplierSaysOn) },
        ]}
      />
      {open && side ? (
        <ActionForm
          action={confirm}
          hidden={{ siteId: site.id, version: site.version, contractId: site.contractId }}
          button="Confirm the day"
          label="Confirm the day of go-live"
        >
          <FormTextField
            name="day"
            type="date"
            label="Day on which the site went live"
            hint="Today or earlier. The site is live when the practice and the supplier have named the same day."
            value={today}
            width={10}
          />
        </ActionForm>
      ) : null}
    </>
  )
}
