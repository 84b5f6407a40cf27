import { TaskList } from '@/components/ui/task-list'
import { dayWords } from '@/lib/platform/days'
import type { CallOff } from '@/lib/procurement/call-offs/call-off'

/** Orders of others that name the reader's practice and wait for its consent (T6). */
export function ConsentTasks({ callOffs }: { callOffs: Pick<CallOff, 'id' | 'number' | 'moduleName' | 'startsOn'>[] }) {
  if (callOffs.length === 0) return null
  return (
    <>
      <h2 className="nhsuk-heading-m">Waiting for your practice</h2>
      <TaskList
        tasks={callOffs.map(({ id, number, moduleName, startsOn }) => ({
          title: `Consent to order ${number}`,
          hint: `${moduleName} from ${dayWords(startsOn)}`,
          href: `/call-offs/${id}`,
          status: 'Not started',
          colour: 'blue' as const,
        }))}
      />
    </>
  )
}
