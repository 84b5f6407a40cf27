/** P21: what a supplier does with personal data as a processor, and who helps it. Each text is at most 2,000 characters. */
export const processingTexts = {
  subject: 'Subject matter of the processing',
  duration: 'Duration of the processing',
  nature: 'Nature and purpose of the processing',
  dataTypes: 'Types of personal data',
  dataSubjects: 'Categories of data subjects',
  location: 'Where data is processed',
  otherJurisdiction: 'Processing in another jurisdiction',
} as const

/** What is asked of each sub-processor: the first five of the above, and what happens to the data afterwards. */
export const subProcessorTexts = {
  subject: processingTexts.subject,
  duration: processingTexts.duration,
  nature: processingTexts.nature,
  dataTypes: processingTexts.dataTypes,
  dataSubjects: processingTexts.dataSubjects,
  afterwards: 'What happens to the data afterwards',
} as const

export const mostSubProcessors = 10

export type ProcessingText = keyof typeof processingTexts
export type SubProcessorText = keyof typeof subProcessorTexts
export type SubProcessor = { name: string } & Record<SubProcessorText, string | null>
export type DataProcessing = Record<ProcessingText, string | null> & {
  /** The data protection officer. */
  officer: { name: string | null; email: string | null; phone: string | null }
  subProcessors: SubProcessor[]
}
