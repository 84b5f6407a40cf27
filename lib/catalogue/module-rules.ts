/** Of a suspended or removed module only its status and the reason are shown (CAT-1). */
export const isOffSale = (standing: { kind: string }): boolean =>
  standing.kind === 'suspended' || standing.kind === 'removed'
