import { type Task, TaskList } from '@/components/ui/task-list'
import { type Step, stepWords } from '@/lib/procurement/call-offs/form/order-section'
import type { StepView } from '@/lib/procurement/call-offs/get-order-view'

const colours: Partial<Record<Step, NonNullable<Task['colour']>>> = {
  'cannot-start': 'grey',
  'not-started': 'blue',
  'in-progress': 'yellow',
  amended: 'orange',
}

/** The twelve steps of an order, how far each is, and which comes next. */
export function OrderTasks({ id, steps }: { id: string; steps: StepView[] }) {
  const done = steps.filter(({ step }) => ['completed', 'amended', 'optional', 'not-applicable'].includes(step)).length
  return (
    <section aria-labelledby="steps">
      <h2 className="nhsuk-heading-m" id="steps">
        The order form
      </h2>
      <p>
        {done} of {steps.length} steps need nothing more from you. Each is saved by itself, so you can stop and come
        back.
      </p>
      <TaskList tasks={steps.map((view) => taskOf(id, view))} />
    </section>
  )
}

function taskOf(id: string, { slug, title, step }: StepView): Task {
  const open = step !== 'cannot-start'
  return {
    title,
    status: stepWords[step],
    ...(colours[step] && { colour: colours[step] }),
    ...(open && { href: `/call-offs/${id}/${slug}` }),
  }
}
