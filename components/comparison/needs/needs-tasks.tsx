import { type Task, TaskList } from '@/components/ui/task-list'
import { type Step, stepWords } from '@/lib/comparison/needs-profiles/form/needs-section'
import type { NeedsStep } from '@/lib/comparison/needs-profiles/get-needs-profile'

const colours: Partial<Record<Step, NonNullable<Task['colour']>>> = { 'not-started': 'blue', 'in-progress': 'yellow' }

/** The steps of a profile and how far each is; links for who may edit it. */
export function NeedsTasks({ id, steps, open }: { id: string; steps: NeedsStep[]; open: boolean }) {
  const done = steps.filter(({ step }) => step === 'completed' || step === 'optional').length
  return (
    <section aria-labelledby="steps">
      <h2 className="nhsuk-heading-m" id="steps">
        What you need
      </h2>
      <p>
        {done} of {steps.length} steps need nothing more. Each is saved by itself, so you can stop and come back.
      </p>
      <TaskList
        tasks={steps.map(
          ({ slug, title, step }): Task => ({
            title,
            status: stepWords[step],
            ...(colours[step] && { colour: colours[step] }),
            ...(open && { href: `/shortlists/needs/${id}/${slug}` }),
          }),
        )}
      />
    </section>
  )
}
