import { InsetText } from '@/components/ui/inset-text'
import { dayWords, instantInWords } from '@/lib/platform/days'
import type { FullView } from '@/lib/switching/get-full-view'
import type { SwitchState } from '@/lib/switching/switch'

/** Until when there is a way back, and what speaks for it at once (R2, R4, R5). */
export function WayBack({ state, full }: { state: SwitchState; full: FullView }) {
  const still = ['frozen', 'loaded'].includes(state)
  if (!still && state !== 'live') return null
  return (
    <InsetText>
      {still && full.deadline ? (
        <p>Without a go-live by {instantInWords(full.deadline)} the switch goes back to the old system by itself.</p>
      ) : null}
      {state === 'live' && full.noReturnFrom ? (
        <p>There is a way back until {dayWords(full.noReturnFrom)}; from then on only remediation.</p>
      ) : null}
      {full.triggers.length > 0 ? (
        <>
          <p>
            <strong>A way back should be proposed now:</strong>
          </p>
          <ul>
            {full.triggers.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      ) : null}
    </InsetText>
  )
}
