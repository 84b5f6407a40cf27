import { InsetText } from '@/components/ui/inset-text'
import type { OwnPractice as Own } from '@/lib/insight/options/get-own-systems'
import { refusalWords } from '@/lib/platform/refusal-words'
import { MySystems } from './my-systems'
import { PracticeTasks } from './practice-tasks'

/** What only people of the practice see: what waits for them, and their contracts with the ways on. */
export function OwnPractice({ own: { practice, tasks, systems } }: { own: Own }) {
  return (
    <>
      <PracticeTasks tasks={tasks} />
      {systems.ok ? (
        <MySystems found={systems.value} practice={practice} />
      ) : (
        <InsetText>{refusalWords(systems.refusal)}</InsetText>
      )}
    </>
  )
}
