import {
  type DataProcessing,
  mostSubProcessors,
  type ProcessingText,
  processingTexts,
  type SubProcessor,
  subProcessorTexts,
} from '../data-processing'
import { blockFields, blockValues, type Cells, type Rows, readBlock, readRows, rowFields, rowValues } from './cells'
import { type DraftSection, rawForm } from './draft-section'

const areas = (texts: Record<string, string>): Cells =>
  Object.fromEntries(Object.entries(texts).map(([key, label]) => [key, { label, kind: 'area', max: 2000 }]))

const processing = areas(processingTexts)
const officer: Cells = {
  name: { label: 'Name', kind: 'text', max: 200 },
  email: { label: 'Email address', kind: 'email' },
  phone: { label: 'Telephone number', kind: 'text', max: 35 },
}
const subProcessors: Rows = {
  letter: 'sub',
  title: 'Sub-processor',
  most: mostSubProcessors,
  cells: { name: { label: 'Name', kind: 'text', max: 200, needed: true }, ...areas(subProcessorTexts) },
}
type Texts = Record<ProcessingText, string | null>
const noTexts = Object.fromEntries(Object.keys(processingTexts).map((key) => [key, null])) as Texts

/** P21: the words of the data processing table that a contract will carry. */
export const dataProcessing: DraftSection = {
  slug: 'data-processing',
  code: 'P21',
  title: 'Data processing',
  needed: 'of-modules',
  fields: (l) => [
    ...blockFields('data', 'The processing', processing),
    ...blockFields('officer', 'Data protection officer', officer),
    ...rowFields(subProcessors, l.dataProcessing?.subProcessors.length ?? 0),
  ],
  values: ({ dataProcessing: p }) =>
    p
      ? {
          ...blockValues('data', processing, p),
          ...blockValues('officer', officer, p.officer),
          ...rowValues(subProcessors, p.subProcessors),
        }
      : {},
  schema: rawForm.transform((form, ctx) => {
    const texts = readBlock<Texts>(form, ctx, 'data', processing)
    const person = readBlock<DataProcessing['officer']>(form, ctx, 'officer', officer)
    const helpers = readRows<SubProcessor>(form, ctx, subProcessors)
    if (!texts && !person && helpers.length === 0) return { dataProcessing: undefined }
    return {
      dataProcessing: {
        ...(texts ?? noTexts),
        officer: person ?? { name: null, email: null, phone: null },
        subProcessors: helpers,
      },
    }
  }),
  isDone: ({ dataProcessing: p }) =>
    p !== undefined &&
    [p.subject, p.duration, p.nature, p.dataTypes, p.dataSubjects, p.location].every((text) => text !== null) &&
    p.officer.name !== null &&
    p.officer.email !== null,
}
