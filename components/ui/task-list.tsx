import { Tag, type TagColour } from './tag'

export type Task = { title: string; hint?: string; href?: string; status: string; colour?: TagColour }

/** What is to do, in order, and how far each is. */
export function TaskList({ tasks }: { tasks: Task[] }) {
  return (
    <ul className="nhsuk-task-list">
      {tasks.map((task) => (
        <li className={`nhsuk-task-list__item${task.href ? ' nhsuk-task-list__item--with-link' : ''}`} key={task.title}>
          <div className="nhsuk-task-list__name-and-hint">
            {task.href ? (
              <a className="nhsuk-link nhsuk-task-list__link" href={task.href}>
                {task.title}
              </a>
            ) : (
              <div>{task.title}</div>
            )}
            {task.hint ? <div className="nhsuk-task-list__hint">{task.hint}</div> : null}
          </div>
          <div className="nhsuk-task-list__status">
            {task.colour ? <Tag colour={task.colour}>{task.status}</Tag> : task.status}
          </div>
        </li>
      ))}
    </ul>
  )
}
