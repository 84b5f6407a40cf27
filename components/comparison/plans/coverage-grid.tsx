import { Table } from '@/components/ui/table'
import type { Choice, Plan } from '@/lib/comparison/optimiser/choice'
import { coverageOf } from '@/lib/comparison/plans/coverage-rules'

/** Needs and wishes against the modules of a plan: a sign and a word in every cell (CMP-2). */
export function CoverageGrid({ choice, plan }: { choice: Choice; plan: Plan }) {
  const { modules, lines } = coverageOf(choice, plan)
  if (lines.length === 0) return null
  return (
    <section aria-labelledby="coverage">
      <h2 className="nhsuk-heading-m" id="coverage">
        What covers what
      </h2>
      <Table
        caption="Needs and wishes, and the module of the plan that meets each"
        hideCaption
        columns={[
          { heading: 'Need or wish' },
          ...modules.map(({ id, name }) => ({ heading: <span key={id}>{name}</span> })),
          { heading: 'The plan' },
        ]}
        rows={lines.map(({ id, kind, words, cells, isMet }) => ({
          key: `${kind}-${id}`,
          cells: [words, ...cells.map((cell, i) => <Met is={cell} key={modules[i]!.id} />), <Met is={isMet} key="p" />],
        }))}
      />
    </section>
  )
}

function Met({ is }: { is: boolean }) {
  return (
    <span className="tw:whitespace-nowrap">
      <span aria-hidden="true" className={is ? 'tw:font-bold tw:text-nhs-green' : 'muted'}>
        {is ? '✓' : '–'}
      </span>{' '}
      {is ? 'Met' : 'Not met'}
    </span>
  )
}
