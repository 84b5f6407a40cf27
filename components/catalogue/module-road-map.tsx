import { Address, NotStated, Section, Words } from '@/components/catalogue/section'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { RegisterEntry } from '@/lib/assurance/register/register-view'
import type { Listing } from '@/lib/catalogue/listing'
import { isOverdue } from '@/lib/catalogue/road-map-rules'
import { type Day, dayWords } from '@/lib/platform/days'

type Props = { listing: Listing; standards: RegisterEntry['standards'] | undefined; today: Day }

/** P23: what is announced, overdue by the date alone, and the plans that assurance accepted. */
export function ModuleRoadMap({ listing, standards, today }: Props) {
  const plans = (standards ?? []).flatMap((s) =>
    s.requirements.flatMap((r) => (r.plan ? [{ id: r.id, standard: `${s.name} ${s.version}`, ...r.plan }] : [])),
  )
  return (
    <Section id="road-map">
      <p>
        The supplier’s own road map: <Address href={listing.roadMapLink} />
      </p>
      {listing.roadMap.length === 0 ? (
        <NotStated />
      ) : (
        <Table
          caption="Announced steps"
          columns={[{ heading: 'Step' }, { heading: 'Quarter' }, { heading: 'More' }, { heading: 'For the standard' }]}
          rows={listing.roadMap.map((step, i) => ({
            key: `${i} ${step.title}`,
            cells: [
              step.title,
              <>
                {step.quarter} {isOverdue(step, today) ? <Tag colour="red">Overdue</Tag> : null}
              </>,
              <Words text={step.detail} key="detail" />,
              <Words text={step.standard} key="standard" />,
            ],
          }))}
        />
      )}
      {plans.length === 0 ? null : (
        <Table
          caption="Plans accepted by assurance"
          columns={[{ heading: 'Requirement' }, { heading: 'Standard' }, { heading: 'Plan' }, { heading: 'Due' }]}
          rows={plans.map((plan) => ({
            key: `${plan.standard} ${plan.id}`,
            cells: [plan.id, plan.standard, planWords[plan.kind] ?? plan.kind, dayWords(plan.dueOn)],
          }))}
        />
      )}
    </Section>
  )
}

const planWords: Record<string, string> = { WORK_OFF: 'Work-off', REMEDIATION: 'Remediation' }
