import type { PracticeTask } from '@/lib/insight/options/option'

/** What waits for the practice, each with the way to where it is done. */
export function PracticeTasks({ tasks }: { tasks: PracticeTask[] }) {
  return (
    <>
      <h2 className="nhsuk-heading-m" id="tasks">
        What waits for you
      </h2>
      {tasks.length === 0 ? <p>Nothing waits for you at present.</p> : null}
      {tasks.length > 0 ? (
        <ul>
          {tasks.map((task) => (
            <li key={task.key}>
              <a href={task.href}>{task.words}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
