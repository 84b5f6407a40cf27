import { ActionForm } from '@/components/ui/action-form'
import { FormSelect } from '@/components/ui/form-fields'
import { rhythmLabels } from '@/lib/notifications/bell/letter-kind'
import type { RhythmChoice } from '@/lib/notifications/bell/list-notifications'
import type { FormAction } from '@/lib/platform/form-state'

type Props = { choices: RhythmChoice[]; choose: FormAction }

/** How often somebody gets letters of each kind. What is fixed is said, and why. */
export function RhythmForm({ choices, choose }: Props) {
  const fixed = choices.filter(({ rhythms }) => rhythms.length === 1)
  return (
    <>
      <ActionForm action={choose} button="Save">
        {choices
          .filter(({ rhythms }) => rhythms.length > 1)
          .map(({ kind, words, rhythm, rhythms }) => (
            <FormSelect
              key={kind}
              name={kind}
              label={words}
              hint={rhythms.includes('none') ? undefined : 'It may ask you to act, so it cannot be switched off'}
              value={rhythm}
              options={rhythms.map((value) => ({ value, text: rhythmLabels[value] }))}
            />
          ))}
      </ActionForm>
      <h2 className="nhsuk-heading-m">Always at once</h2>
      <ul>
        {fixed.map(({ kind, words }) => (
          <li key={kind}>
            {words}
            {kind === 'labels' ? (
              <>
                : <a href="/account/subscriptions">choose for each how often</a>
              </>
            ) : (
              ': they must reach you, and you may have to say that you have read them'
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
