import { Table } from '@/components/ui/table'
import type { JointWork } from '@/lib/contracts/get-joint-work'
import { dayWords } from '@/lib/platform/days'

const captions = { merger: 'Practices that are merged', split: 'Practices of the split' }

/** Which practices a merger or a split is for, and what is known of the day on which one stands for another. */
export function JointWorkTable({ work }: { work: JointWork }) {
  return (
    <>
      <Table
        caption={captions[work.kind]}
        columns={[{ heading: 'Practice' }, { heading: 'Part in it' }, { heading: 'Succeeded from' }]}
        rows={work.practices.map(({ practiceId, practice, role, succeededOn }) => ({
          key: practiceId,
          cells: [practice, role, succeededOn ? dayWords(succeededOn) : 'No succession is entered'],
        }))}
      />
      <p>
        The work is done once for all of them: the day of go-live below is the day of the work, and the price of every
        practice falls due with it.{' '}
        {work.kind === 'merger'
          ? 'The contracts for modules follow the succession that a curator enters: each site moves on its first day.'
          : 'Each practice that comes out of it needs a contract of its own for its modules.'}
      </p>
    </>
  )
}
