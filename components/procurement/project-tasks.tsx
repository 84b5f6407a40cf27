import { type Task, TaskList } from '@/components/ui/task-list'
import type { CallOff } from '@/lib/procurement/call-offs/call-off'
import type { Project } from '@/lib/procurement/projects/project'
import { type ProjectTask, projectTasks, type TaskStatus } from '@/lib/procurement/projects/project-journey'

const looks: Record<TaskStatus, Pick<Task, 'status' | 'colour'>> = {
  'cannot-start': { status: 'Cannot start yet', colour: 'grey' },
  'not-started': { status: 'Not started', colour: 'blue' },
  'in-progress': { status: 'In progress', colour: 'aqua-green' },
  completed: { status: 'Completed' },
  'not-applicable': { status: 'Not applicable', colour: 'grey' },
}

type Props = {
  project: Project
  offersClosed: boolean
  orders: Pick<CallOff, 'id' | 'number' | 'state' | 'moduleId'>[]
}

/** What is next in a project, and who has it. */
export function ProjectTasks({ project, offersClosed, orders }: Props) {
  const tasks = projectTasks(project, offersClosed, orders)
  return (
    <>
      <h2 className="nhsuk-heading-m">What is to do</h2>
      <TaskList tasks={tasks.map(shown)} />
    </>
  )
}

const shown = ({ title, who, hint, href, status }: ProjectTask): Task => ({
  title,
  hint: `${who}. ${hint}`,
  ...(href ? { href } : {}),
  ...looks[status],
})
