import { createHash } from 'node:crypto'
import type { Binary, DocumentReference, Resource } from '@medplum/fhirtypes'
import type { Call, Reply } from './call'
import { whole } from './write-resource'

/** Two letters of every patient: a text and a leaf of a PDF, each with its bytes behind a Binary. */
export function documents(patients: string[]): Resource[] {
  return patients.flatMap((patient) =>
    [letter(patient), scan(patient)].flatMap(({ contentType, bytes, title }, at): Resource[] => {
      const id = `${patient}-doc${at + 1}`
      const binary: Binary = {
        resourceType: 'Binary',
        id: `${id}-content`,
        contentType,
        securityContext: { reference: `Patient/${patient}` },
        data: bytes.toString('base64'),
      }
      const reference: DocumentReference = {
        resourceType: 'DocumentReference',
        id,
        status: 'current',
        type: { coding: [{ system: 'http://snomed.info/sct', code: '823691000000103', display: 'Clinical letter' }] },
        subject: { reference: `Patient/${patient}` },
        date: `2023-0${at + 3}-14T10:00:00Z`,
        content: [
          {
            attachment: {
              contentType,
              url: `Binary/${binary.id}`,
              size: bytes.length,
              hash: createHash('sha1').update(bytes).digest('base64'),
              title,
              creation: `2023-0${at + 3}-14`,
            },
          },
        ],
      }
      return [reference, binary]
    }),
  )
}

type Content = { contentType: string; bytes: Buffer; title: string }
const letter = (patient: string): Content => ({
  contentType: 'text/plain',
  title: 'Letter of the clinic',
  bytes: Buffer.from(
    `Dear Dr Lindqvist,\n\nthank you for sending us patient ${patient} – seen on 14 March. Ł, é, ½.\n`,
  ),
})
const scan = (patient: string): Content => ({
  contentType: 'application/pdf',
  title: 'Scanned report',
  bytes: Buffer.concat([
    Buffer.from(`%PDF-1.4\n%${patient}\n`),
    Buffer.from([0, 255, 128, 10, 13, 200]),
    Buffer.from('\n%%EOF\n'),
  ]),
})

/** The bytes of a document for whoever asks for their kind; the resource around them for whoever asks for FHIR. */
export function document(kept: Resource, call: Call): Reply {
  const { contentType, data } = kept as Binary
  if (!call.headers.accept || /json|\*\/\*/.test(call.headers.accept)) return whole(kept, 200)
  const { headers } = whole(kept, 200)
  return { status: 200, headers: { ...headers, 'content-type': contentType }, body: Buffer.from(data ?? '', 'base64') }
}
