import { Section } from '@/components/catalogue/section'
import { StandingTag } from '@/components/catalogue/standing-tag'
import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { Warning } from '@/components/ui/warning'
import type { ModuleView, ReferenceNames, StandingView } from '@/lib/catalogue/module-view'
import { dayWords } from '@/lib/platform/days'

/** P10: what it is, its standing as of a day, and whatever a buyer must know first. */
export function ModuleDescription({
  module,
  standing,
  names,
}: {
  module: ModuleView
  standing: StandingView
  names: ReferenceNames
}) {
  const { listing } = module
  return (
    <Section id="description">
      {standing.kind === 'remediation' ? (
        <Warning title="Under remediation">
          <p>A breach is being mended under a plan. Buying it asks for a written acceptance.</p>
        </Warning>
      ) : null}
      {listing.pilot ? (
        <Warning title="Pilot">
          <p>Not yet in use with patients everywhere: the supplier asks for first practices.</p>
        </Warning>
      ) : null}
      <p className="nhsuk-lede-text">{listing.summary}</p>
      <p>{listing.description}</p>
      <SummaryList
        rows={[
          {
            key: 'Standing',
            value: (
              <>
                <StandingTag standing={standing} />{' '}
                {standing.asOf === null ? 'nothing is known' : `as of ${dayWords(standing.asOf)}`},{' '}
                <a href={`/register/${module.id}/${listing.version}`}>see why in the register</a>
              </>
            ),
          },
          { key: 'Version', value: `${listing.version}, as published on ${dayWords(module.publishedOn)}` },
          {
            key: 'Frameworks',
            value: listing.frameworkIds.map((id) => names.frameworks[id] ?? id).join(', ') || 'Not stated',
          },
          { key: 'More', value: listing.link ? <a href={listing.link}>The supplier’s own page</a> : 'Not stated' },
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

/** What is left of the page of a suspended or removed module: its status and the reason (CAT-1). */
export function SuspendedModule({ standing }: { standing: StandingView }) {
  return (
    <Warning title={standing.words}>
      <p>This module cannot be bought at present.</p>
      <p>{standing.because ?? 'No reason is published.'}</p>
      <p>Contracts in force run on. Nothing is switched off.</p>
    </Warning>
  )
}
