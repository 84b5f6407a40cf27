import { sideOf } from '@/lib/contracts/contract-policy'
import { mayCease } from '@/lib/contracts/ends/end-policy'
import type { ContractView } from '@/lib/contracts/get-contract'
import type { Actor } from '@/lib/platform/actor'
import type { Day } from '@/lib/platform/days'
import { type SiteActions, SitePanel } from './site-panel'

type Props = { actor: Actor; contract: ContractView; today: Day; acts: SiteActions }

/** Where the module is used, site by site. */
export function ContractSites({ actor, contract, today, acts }: Props) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Where it is used</h2>
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
