import { ActionForm } from '@/components/ui/action-form'
import { FormTextField } from '@/components/ui/form-fields'
import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { type ContractSite, type SiteSide, siteStateColours, siteStateLabels } from '@/lib/contracts/site'
import { type Day, dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

export type SiteActions = { confirm: FormAction; correct: FormAction; cease: FormAction }
type Props = {
  site: ContractSite & { practice: string }
  /** The side that the reader can speak for. */
  side: SiteSide | undefined
  mayCease: boolean
  today: Day
  acts: SiteActions
}

/** A site: what each side says of the day it went live, and the reader's own word. */
export function SitePanel({ site, side, mayCease, today, acts }: Props) {
  const said = (day: Day | null) => (day ? dayWords(day) : 'has not confirmed a day')
  const open = ['planned', 'half-confirmed', 'disputed'].includes(site.state)
  const hidden = { siteId: site.id, version: site.version, contractId: site.contractId }
  const corrections = [
    ...(site.practiceCorrectsTo ? [`the practice says ${dayWords(site.practiceCorrectsTo)}`] : []),
    ...(site.supplierCorrectsTo ? [`the supplier says ${dayWords(site.supplierCorrectsTo)}`] : []),
  ]
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Site', value: site.practice },
          { key: 'State', value: <Tag colour={siteStateColours[site.state]}>{siteStateLabels[site.state]}</Tag> },
          { key: 'The practice', value: said(site.practiceSaysOn) },
          { key: 'The supplier', value: said(site.supplierSaysOn) },
          ...(corrections.length > 0 ? [{ key: 'To be corrected', value: corrections.join('; ') }] : []),
          ...(site.ceasedOn ? [{ key: 'No longer in use since', value: dayWords(site.ceasedOn) }] : []),
        ]}
      />
      {open && side ? (
        <ActionForm action={acts.confirm} hidden={hidden} button="Confirm the day" label="Confirm the day of go-live">
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
      {site.state === 'live' && side ? (
        <ActionForm
          action={acts.correct}
          hidden={hidden}
          button="Say the right day"
          look="secondary"
          summary="Correct the day of go-live"
        >
          <FormTextField
            name="day"
            type="date"
            label="Day on which the site really went live"
            hint="The day changes when the practice and the supplier have both said the same one."
            width={10}
          />
        </ActionForm>
      ) : null}
      {site.state === 'live' && mayCease ? (
        <ActionForm
          action={acts.cease}
          hidden={hidden}
          button="End the use"
          look="warning"
          summary="The site uses it no longer"
        >
          <p>A site that is recorded as no longer in use cannot be put back: it needs a new contract.</p>
          <FormTextField name="day" type="date" label="Last day of use" hint="Today or earlier" width={10} />
        </ActionForm>
      ) : null}
    </>
  )
}
