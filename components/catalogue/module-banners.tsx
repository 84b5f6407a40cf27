import { InsetText } from '@/components/ui/inset-text'
import { Warning } from '@/components/ui/warning'
import type { ListingReference, ModuleLife } from '@/lib/catalogue/listing-reference'
import type { ModuleView, StandingView } from '@/lib/catalogue/module-view'
import { type Day, dayWords } from '@/lib/platform/days'

type Props = { module: ModuleView; life: ModuleLife; standing: StandingView; reference: ListingReference; today: Day }

/** What a buyer must know before anything else (P10). */
export function ModuleBanners({ module, life, standing, reference, today }: Props) {
  const over = module.listing.frameworkIds.flatMap((id) => {
    const framework = reference.frameworks[id]
    return framework && isOver(framework, today) ? [framework] : []
  })
  return (
    <>
      {life.kind === 'withdrawing' ? (
        <Warning title="Being withdrawn">
          <p>The last day for orders is {dayWords(life.lastOrderDay)}. Contracts in force run on.</p>
        </Warning>
      ) : null}
      {life.kind === 'withdrawn' ? (
        <Warning title={standing.kind === 'withdrawn' ? standing.words : 'Withdrawn'}>
          <p>This module has left the catalogue and cannot be ordered. Contracts in force run on.</p>
        </Warning>
      ) : null}
      {standing.kind === 'remediation' ? (
        <Warning title="Under remediation">
          <p>A breach is being mended under a plan. Buying it asks for a written acceptance.</p>
        </Warning>
      ) : null}
      {over.map((framework) => (
        <Warning title={`${framework.name} has expired`} key={framework.name}>
          <p>No new order can be made under this framework{endOf(framework)}. Contracts in force run on.</p>
        </Warning>
      ))}
      {module.listing.pilot ? (
        <Warning title="Pilot">
          <p>Not yet live with patients: the supplier asks for first practices.</p>
        </Warning>
      ) : null}
      {module.listing.product === 'associated-service' ? (
        <InsetText>This is an associated service: work that goes with a module, not a module itself.</InsetText>
      ) : null}
    </>
  )
}

type End = { expired: boolean; expiresOn: Day | null }
export const isOver = ({ expired, expiresOn }: End, today: Day): boolean =>
  expired || (expiresOn !== null && expiresOn < today)
const endOf = ({ expiresOn }: End): string =>
  expiresOn === null ? '; the day of its end is not stated' : ` since ${dayWords(expiresOn)}`

/** What is left of the page of a module that cannot be shown for sale: its status and the reason (CAT-1). */
export function OffSale({ title, because }: { title: string; because: string }) {
  return (
    <Warning title={title}>
      <p>This module cannot be bought at present.</p>
      <p>{because}</p>
      <p>Contracts in force run on. Nothing is switched off.</p>
    </Warning>
  )
}
