import 'server-only'
import { listHolders } from '@/lib/identity/list-holders'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { invalidField } from '@/lib/platform/refusal'
import { changeSwitch } from './change-switch'
import { rolesOf, separateRoles, switchRoles } from './switch'
import { statesOf } from './switch-acts-rules'
import { mayRunSwitch } from './switch-policy'
import type { NamePersonInput } from './switch-schema'
import { savePerson } from './switch-store'

/**
 * Names who stands in a role: somebody who holds its grant. Manager, clinical lead and safety officer are three people (SW-02).
 * A new name voids what the former person signed.
 */
export function namePerson(ctx: Context, { role, personId, ...input }: NamePersonInput) {
  return changeSwitch(ctx, {
    ...input,
    step: {
      in: (of) => statesOf('name-person', of),
      command: 'name-person',
      event: 'SwitchPersonNamed',
    },
    may: ({ of }) => mayRunSwitch(ctx.actor, of),
    refuseWhen: async ({ tx, of, facts }) => {
      const { grant, of: where, title } = switchRoles[role]
      const organisationId = of[where]
      if (!rolesOf(of.machineVersion).includes(role) || !organisationId)
        return invalidField('personId', `Nobody can be named as ${title.toLowerCase()} yet`)
      const holders = await listHolders(tx, grant, organisationId, dayOf(ctx.now))
      if (!holders.some((h) => h.id === personId))
        return invalidField('personId', `This person does not hold the role "${title}"`)
      const clash = separateRoles.find((r) => r !== role && facts.people[r] === personId)
      if (separateRoles.includes(role) && clash)
        return invalidField(
          'personId',
          `This person is already the ${switchRoles[clash].title.toLowerCase()} of this switch: practice manager, clinical lead and clinical safety officer must be three people`,
        )
      return undefined
    },
    write: async ({ tx, of }) => {
      const organisationId = of[switchRoles[role].of]!
      await savePerson(tx, { switchId: of.id, role, personId, organisationId, namedAt: ctx.now })
      return undefined
    },
    eventData: { role, personId },
  })
}
