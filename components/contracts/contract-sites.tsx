import { sideOf } from '@/lib/contracts/contract-policy'
import { mayCease } from '@/lib/contracts/ends/end-policy'
import type { ContractView } from '@/lib/contracts/get-contract'
import type { JointWork } from '@/lib/contracts/get-joint-work'
import type { Actor } from '@/lib/platform/actor'
import type { Day } from '@/lib/platform/days'
import { JointWorkTable } from './joint-work-table'
import { type SiteActions, SitePanel } from './site-panel'

type Props = { actor: Actor; contract: ContractView; work: JointWork | undefined; today: Day; acts: SiteActions }

/** Where the module is used or the work is done, site by site. */
export function ContractSites({ actor, contract, work, today, acts }: Props) {
  return (
    <>
      <h2 className="nhsuk-heading-m">{work ? 'Where it is done' : 'Where it is used'}</h2>
      {work ? <JointWorkTable work={work} /> : null}
      {contract.sites.map((site) => {
        const of = { ...contract, practiceId: site.practiceId }
        return (
          <SitePanel
            key={site.id}
            site={site}
            side={sideOf(actor, of)}
            mayCease={mayCease(actor, of).allowed}
            today={today}
            acts={acts}
          />
        )
      })}
    </>
  )
}
