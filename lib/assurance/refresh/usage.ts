/** What the rooms above know of who uses which module version (AS-09): the page passes it in. */
export type ModuleUsage = {
  contracts: { id: string; moduleVersionId: string; practiceId: string }[]
  /** Patients of each of these practices, where a list size is known. */
  patients: Record<string, number>
  /** Practices with any contract in force. */
  practiceCount: number
}

export const noUsage: ModuleUsage = { contracts: [], patients: {}, practiceCount: 0 }
