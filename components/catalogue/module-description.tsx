import { isOver } from '@/components/catalogue/module-banners'
import { Address, Section, Words } from '@/components/catalogue/section'
import { StandingTag } from '@/components/catalogue/standing-tag'
import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import type { FrameworkName, ListingReference } from '@/lib/catalogue/listing-reference'
import type { ModuleView, StandingView } from '@/lib/catalogue/module-view'
import { type Day, dayWords } from '@/lib/platform/days'

type Props = { module: ModuleView; standing: StandingView | undefined; reference: ListingReference; today: Day }

/** P10: what it is, its standing as of a day, its frameworks. */
export function ModuleDescription({ module, standing, reference, today }: Props) {
  const { listing } = module
  return (
    <Section id="description">
      <p className="nhsuk-lede-text">{listing.summary || 'No summary is stated.'}</p>
      <p>
        <Words text={listing.description} />
      </p>
      <SummaryList
        rows={[
          ...(standing ? [{ key: 'Standing', value: <Standing module={module} standing={standing} /> }] : []),
          { key: 'Version', value: listing.version },
          {
            key: 'Frameworks',
            value:
              listing.frameworkIds.length === 0 ? (
                <Words text={null} />
              ) : (
                <ul className="nhsuk-list tw:mb-0!">
                  {listing.frameworkIds.map((id) => (
                    <li key={id}>{frameworkWords(id, reference.frameworks[id], today)}</li>
                  ))}
                </ul>
              ),
          },
          { key: 'Pilot', value: listing.pilot ? 'Yes: not yet live with patients' : 'No' },
          { key: 'The supplier’s own page', value: <Address href={listing.link} /> },
          { key: 'Accessibility statement', value: <Address href={listing.accessibility} /> },
        ]}
      />
      {module.demo ? (
        <p>
          <Tag colour="white">Demonstration</Tag> Module, supplier and prices are invented.
        </p>
      ) : null}
    </Section>
  )
}

function Standing({ module, standing }: { module: ModuleView; standing: StandingView }) {
  return (
    <>
      <StandingTag standing={standing} />{' '}
      {standing.asOf === null ? 'nothing is known' : `as of ${dayWords(standing.asOf)}`},{' '}
      <a href={`/register/${module.id}/${module.listing.version}`}>see why in the register</a>,{' '}
      <a href={`/account/subscriptions?kind=module&subjectId=${module.id}`}>tell me of changes</a>
    </>
  )
}

/** A framework without lots of its own has one, number 1 (FRM-1). */
function frameworkWords(id: string, framework: FrameworkName | undefined, today: Day): string {
  if (!framework) return `${id}: not known to the portal`
  const { name, owner, expiresOn } = framework
  const end = expiresOn === null ? 'its end is not stated' : `ends on ${dayWords(expiresOn)}`
  return `${name} (${owner}), lot 1: ${isOver(framework, today) ? 'expired' : end}`
}
