import { NotStated, Section } from '@/components/catalogue/section'
import { Details } from '@/components/ui/details'
import { Table } from '@/components/ui/table'
import { Tag, type TagColour } from '@/components/ui/tag'
import {
  type Assessed,
  type Claimed,
  coverageOf,
  type EpicLine,
  epicLines,
  epicWords,
} from '@/lib/catalogue/claim-rules'
import type { ListingReference } from '@/lib/catalogue/listing-reference'
import type { ModuleView, ReferenceNames } from '@/lib/catalogue/module-view'

const assessedTags: Record<Assessed, [TagColour, string]> = {
  met: ['green', 'Met'],
  failed: ['red', 'Failed'],
  'not assessed': ['grey', 'Not assessed'],
}
const claimedWords: Record<Claimed, string> = { met: 'Met', 'not met': 'Not met', 'not claimed': 'Not claimed' }

type Props = {
  module: ModuleView
  /** What assessors found of each capability; undefined where only the text is shown. */
  results: { id: string; result: Assessed }[] | undefined
  names: ReferenceNames
  reference: ListingReference
}

/** P12: what the supplier claims beside what was assessed, each capability and then its epics. */
export function ModuleCapabilities({ module, results, names, reference }: Props) {
  const claims = module.listing.capabilities.map((claim) => {
    const result = results?.find((r) => r.id === claim.id)?.result ?? 'not assessed'
    const lines = epicLines(claim, reference.epics[claim.id] ?? [], result)
    const known = names.capabilities[claim.id]
    const name = `${known?.name ?? 'Unknown capability'} (${claim.id})`
    return { id: claim.id, result, lines, name, expired: known?.expired ?? false, coverage: coverageOf(lines) }
  })
  if (claims.length === 0)
    return (
      <Section id="capabilities">
        <NotStated />
      </Section>
    )
  return (
    <Section id="capabilities">
      <Table
        caption="Claimed by the supplier, and what assessors found"
        columns={[{ heading: 'Capability' }, { heading: 'Epics' }, { heading: 'Assessed' }]}
        rows={claims.map(({ id, name, expired, result, coverage }) => ({
          key: id,
          cells: [
            <>
              {name} {expired ? <Tag colour="orange">Expired</Tag> : null}
            </>,
            coverage.words,
            <AssessedTag result={result} key="assessed" />,
          ],
        }))}
      />
      {claims
        .filter(({ lines }) => lines.length > 0)
        .map(({ id, name, lines }) => (
          <Details summary={`Epics of ${name}`} key={id}>
            <EpicTable name={name} lines={lines} />
          </Details>
        ))}
    </Section>
  )
}

function EpicTable({ name, lines }: { name: string; lines: EpicLine[] }) {
  return (
    <Table
      caption={`Epics of ${name}`}
      hideCaption
      columns={[{ heading: 'Epic' }, { heading: 'Level' }, { heading: 'Claimed' }, { heading: 'Assessed' }]}
      rows={lines.map((line) => ({
        key: line.id,
        cells: [
          `${epicWords(line)}${line.supplierDefined ? ', defined by a supplier' : ''}${line.active ? '' : ', no longer active'}`,
          line.level,
          claimedWords[line.claimed],
          <AssessedTag result={line.assessed} key="assessed" />,
        ],
      }))}
    />
  )
}

function AssessedTag({ result }: { result: Assessed }) {
  const [colour, words] = assessedTags[result]
  return <Tag colour={colour}>{words}</Tag>
}

/** P11. */
export function ModuleFeatures({ features }: { features: string[] }) {
  return (
    <Section id="features">
      {features.length === 0 ? (
        <NotStated />
      ) : (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {features.map((feature) => (
            <li key={feature}>{feature}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}
