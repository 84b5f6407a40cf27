/** Why a run came to nothing, in words for who asked. */
export const planFailures = {
  crashed: 'The computation broke off twice. Ask again; if it happens again, tell the authority.',
  memory: 'The computation needed more memory than it may have. Narrow hosting or suppliers, or have fewer practices.',
  refused: 'The computation was refused.',
} as const
export type PlanFailure = keyof typeof planFailures
