import { Tag } from '@/components/ui/tag'
import { dayWords } from '@/lib/platform/days'
import type { StepView } from '@/lib/switching/get-switch'
import { commandTitle } from '@/lib/switching/status-rules'

/** What stands between this state and the next, computed from the facts: the unmet first, each with its owner and because of what. */
export function Missing({ steps }: { steps: StepView[] }) {
  if (steps.length === 0) return <p>Nothing is missing: this switch has ended.</p>
  return steps.map((step) => (
    <section key={step.command} aria-label={`What is needed: ${commandTitle(step.command)}`}>
      <h3 className="nhsuk-heading-s">
        Next: {commandTitle(step.command).toLowerCase()}
        {step.ready ? ' (nothing is missing)' : ''}
      </h3>
      <ul className="nhsuk-task-list">
        {[...step.lines]
          .sort((a, b) => Number(a.met) - Number(b.met))
          .map((line) => (
            <li className="nhsuk-task-list__item" key={line.id}>
              <div className="nhsuk-task-list__name-and-hint">
                <div>{line.sentence}</div>
                <div className="nhsuk-task-list__hint">
                  {line.owner}
                  {line.because ? `. ${line.because}` : ''}
                  {line.due && !line.met ? `. Due ${dayWords(line.due)}` : ''}
                </div>
              </div>
              <div className="nhsuk-task-list__status">
                <Tag colour={line.met ? 'green' : 'red'}>{line.met ? 'Met' : 'Missing'}</Tag>
              </div>
            </li>
          ))}
      </ul>
    </section>
  ))
}
