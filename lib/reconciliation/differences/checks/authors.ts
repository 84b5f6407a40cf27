import type { Change } from '../finding'
import { keysOf } from '../path'

const authorTypes = ['Practitioner', 'PractitionerRole', 'Person', 'Organization', 'HealthcareService']
/** C22: a resource that says who somebody is or in what role. */
export const isAuthor = (type: string): boolean => authorTypes.includes(type)

const authorKeys = [
  'author',
  'recorder',
  'asserter',
  'performer',
  'requester',
  'practitioner',
  'individual',
  'authenticator',
  'attester',
  'custodian',
  'enterer',
  'informationSource',
  'sender',
  'owner',
  'agent',
  'onBehalfOf',
  'responsibleParty',
  'generalPractitioner',
  'careProvider',
  'serviceProvider',
]
/** C22: a change at a field that names who wrote, did or ordered it, at any depth. */
export const touchesAuthor = ({ steps }: Change): boolean => keysOf(steps).some((key) => authorKeys.includes(key))
