import { type Task, TaskList } from '@/components/ui/task-list'
import type { ProjectOrder } from '@/lib/procurement/call-offs/get-call-off'
import type { Project } from '@/lib/procurement/projects/project'
import {
  type ProjectTask,
  projectTasks,
  type Reader,
  type TaskStatus,
} from '@/lib/procurement/projects/project-journey'

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
  orders: ProjectOrder[]
  reader: Reader
}

/** What is next in a project, and who has it. */
export function ProjectTasks({ project, offersClosed, orders, reader }: Props) {
  const tasks = projectTasks(project, offersClosed, orders, reader)
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
