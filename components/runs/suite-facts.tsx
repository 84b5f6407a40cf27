import { Details } from '@/components/ui/details'
import { InsetText } from '@/components/ui/inset-text'
import { Table } from '@/components/ui/table'
import matrix from '@/lib/conformance/provider/matrix.json'
import { suiteTable } from '@/lib/conformance/run/suite-table'

const strengthWords = {
  FULL: 'Fully: a pass shows that it is met',
  PARTIAL: 'In part: a pass shows a part of it',
  BLOCK: 'Only a failure shows something',
}
const faultsOf = (check: string) =>
  Object.entries(matrix as Record<string, Record<string, string>>)
    .filter(([, failed]) => check in failed)
    .map(([fault]) => fault)

/** The checks of the suite, how far each proves its requirement, and the faults by which it was itself tested (RG-03). */
export function SuiteFacts() {
  return (
    <>
      <InsetText>Automated checks are not exhaustive. What no machine tests, people assess.</InsetText>
      <Table
        caption={`Checks of the suite core-r4: ${suiteTable.length}`}
        columns={[{ heading: 'Check' }, { heading: 'How far it proves' }, { heading: 'Tested itself on' }]}
        rows={suiteTable.map(({ id, title, requirement, strength }) => ({
          key: id,
          cells: [
            <span key="check">
              {id}
              <br />
              {title}
              <br />
              <span className="muted">{requirement}</span>
            </span>,
            strengthWords[strength],
            <Faults names={faultsOf(id)} key="faults" />,
          ],
        }))}
      />
      <p>
        We keep a provider that can be broken on purpose in {Object.keys(matrix).length} ways. Unbroken it passes every
        check; broken, exactly the checks named here fail, each for its own reason. Suppliers can run the same suite and
        the same provider at home.
      </p>
    </>
  )
}

const Faults = ({ names }: { names: string[] }) => (
  <Details summary={names.length === 1 ? 'One fault' : `${names.length} faults`}>
    <ul className="nhsuk-list nhsuk-list--bullet nhsuk-body-s">
      {names.map((name) => (
        <li key={name}>{name.replaceAll('-', ' ')}</li>
      ))}
    </ul>
  </Details>
)
