import { type Fields, listOf } from './json'

/** The required bindings of R4 in a CapabilityStatement, which the validator does not look at (CS-07). */
const codes = {
  status: ['draft', 'active', 'retired', 'unknown'],
  mode: ['client', 'server'],
  systemInteraction: ['transaction', 'batch', 'search-system', 'history-system'],
  interaction: [
    'read',
    'vread',
    'update',
    'patch',
    'delete',
    'history-instance',
    'history-type',
    'create',
    'search-type',
  ],
  searchParameter: ['number', 'date', 'string', 'token', 'reference', 'composite', 'quantity', 'uri', 'special'],
  versioning: ['no-version', 'versioned', 'versioned-update'],
  conditionalRead: ['not-supported', 'modified-since', 'not-match', 'full-support'],
  conditionalDelete: ['not-supported', 'single', 'multiple'],
  referencePolicy: ['literal', 'logical', 'resolves', 'enforced', 'local'],
}

/** The path of the first code that R4 does not know; undefined where all are known. */
export function unknownCode(statement: Fields): string | undefined {
  const checked: [path: string, value: unknown, known: string[]][] = [
    ['status', statement.status, codes.status],
    ...listOf(statement.rest).flatMap((rest): [string, unknown, string[]][] => [
      ['rest.mode', rest.mode, codes.mode],
      ...listOf(rest.interaction).map(({ code }): [string, unknown, string[]] => [
        'rest.interaction.code',
        code,
        codes.systemInteraction,
      ]),
      ...listOf(rest.searchParam).map(parameterType),
      ...listOf(rest.resource).flatMap(ofResource),
    ]),
  ]
  return checked.find(([, value, known]) => value !== undefined && !known.includes(String(value)))?.[0]
}

function ofResource(resource: Fields): [string, unknown, string[]][] {
  const policies = Array.isArray(resource.referencePolicy) ? (resource.referencePolicy as unknown[]) : []
  return [
    ...listOf(resource.interaction).map(({ code }): [string, unknown, string[]] => [
      'rest.resource.interaction.code',
      code,
      codes.interaction,
    ]),
    ...listOf(resource.searchParam).map(parameterType),
    ['rest.resource.versioning', resource.versioning, codes.versioning],
    ['rest.resource.conditionalRead', resource.conditionalRead, codes.conditionalRead],
    ['rest.resource.conditionalDelete', resource.conditionalDelete, codes.conditionalDelete],
    ...policies.map((policy): [string, unknown, string[]] => [
      'rest.resource.referencePolicy',
      policy,
      codes.referencePolicy,
    ]),
  ]
}
const parameterType = ({ type }: Fields): [string, unknown, string[]] => [
  'rest.resource.searchParam.type',
  type,
  codes.searchParameter,
]
