/** What a register of companies can say about a number and a name (SUP-1). It is evidence; no answer refuses anybody. */
export const registerAnswers = ['found', 'dissolved', 'name-differs', 'not-found', 'unavailable'] as const
export type RegisterAnswer = (typeof registerAnswers)[number]

/** The port to a register of companies. Only the worker asks it. */
export type CompanyRegister = { find(companyNumber: string, legalName: string): Promise<RegisterAnswer> }

const byEnding: Record<string, RegisterAnswer> = {
  '9991': 'dissolved',
  '9992': 'name-differs',
  '9993': 'not-found',
  '9994': 'unavailable',
}

/** The stand-in of development and tests: the last four digits say the answer, every other number is found. */
export const companyRegister: CompanyRegister = {
  find: async (companyNumber) => byEnding[companyNumber.slice(-4)] ?? 'found',
}
