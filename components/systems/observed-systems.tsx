import { Table } from '@/components/ui/table'
import { attribution, systemName } from '@/lib/insight/market'
import type { Observation, PracticeFacts } from '@/lib/insight/practice'
import { dayWords } from '@/lib/platform/days'

/** Which clinical system each public list saw at the practice, the newest first: facts of the source, not of a contract. */
export function ObservedSystems({ practice }: { practice: PracticeFacts }) {
  if (practice.observed.length === 0)
    return <p>No public list that is imported here names the clinical system of this practice.</p>
  return (
    <>
      <Table
        caption="Clinical system as published"
        columns={[{ heading: 'On' }, { heading: 'System' }, { heading: 'Also named' }, { heading: 'Source' }]}
        rows={practice.observed.map((seen) => ({
          key: `${seen.asOf} ${seen.source}`,
          cells: [
            dayWords(seen.asOf),
            seen.principal ? systemName(seen.principal) : 'unresolved: the source names two main systems',
            seen.allNames
              .filter((name) => name !== seen.principal)
              .map(systemName)
              .join(', ') || 'none',
            sourceOf(seen),
          ],
        }))}
      />
      {practice.demo ? null : <p className="nhsuk-body-s muted">{attribution}.</p>}
    </>
  )
}

function sourceOf(seen: Observation): string {
  if (seen.source !== 'systems') return seen.source
  return seen.asOf < '2020-01-01' ? 'GP2GP management information' : 'Appointments in General Practice'
}
