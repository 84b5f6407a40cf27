import { type Task, TaskList } from '@/components/ui/task-list'
import type { CallOff } from '@/lib/procurement/call-offs/call-off'
import type { Project } from '@/lib/procurement/projects/project'

/** What is next in a project, and who has it. */
export function ProjectTasks({ project, callOff }: { project: Project; callOff: CallOff | undefined }) {
  const at = ['scoping', 'shortlisting', 'frozen', 'decided'].indexOf(project.state)
  const status = (step: number): Pick<Task, 'status' | 'colour'> =>
    at > step
      ? { status: 'Completed' }
      : at === step
        ? { status: 'Next, yours', colour: 'blue' }
        : { status: 'Cannot start yet', colour: 'grey' }
  return (
    <TaskList
      tasks={[
        { title: 'Say what you need', hint: 'Start, term and list size', href: '#act', ...status(0) },
        {
          title: 'Freeze the shortlist',
          hint: 'Text, price and standing are copied as they stand',
          href: '#act',
          ...status(1),
        },
        {
          title: 'Decide, with reasons',
          hint: 'For the one you choose and for each of the others',
          href: '#act',
          ...status(2),
        },
        callOff
          ? {
              title: `Order ${callOff.number}`,
              hint: 'Funding, signatures, contract',
              href: `/call-offs/${callOff.id}`,
              status: 'Drafted',
            }
          : { title: 'Draft the order', hint: 'Dates, value, funding', href: '#act', ...status(3) },
      ]}
    />
  )
}
