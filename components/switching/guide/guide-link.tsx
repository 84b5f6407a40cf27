import type { Actor } from '@/lib/platform/actor'
import type { SwitchView } from '@/lib/switching/get-switch'
import { guideAddress } from '@/lib/switching/guide/get-guide'
import { ownRoles } from '@/lib/switching/guide/own-roles-policy'

/** Where a reader of a switch goes on: the guide at the right part, and the timeline. */
export function GuideLink({ actor, view }: { actor: Actor; view: SwitchView }) {
  return (
    <ul className="no-print">
      <li>
        <a href={guideAddress(view.state, ownRoles(actor, view, view.people))}>What do I do now?</a>
      </li>
      <li>
        <a href={`/switches/${view.id}/timeline`}>Timeline to print</a>
      </li>
    </ul>
  )
}
