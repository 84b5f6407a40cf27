import type { Attachment, DocumentReference, Resource } from '@medplum/fhirtypes'
import type { Behaviour, Fault } from '../behaviour'
import type { Reply } from '../call'

/** What the search of documents of one patient finds. */
const found = (change: (documents: DocumentReference[]) => DocumentReference[]): Behaviour => ({
  finds: (usual, call) =>
    call.type === 'DocumentReference' && call.query.some(([name]) => name === 'patient')
      ? change(usual as DocumentReference[])
      : usual,
})
const described = (change: (attachment: Attachment) => Attachment): Behaviour =>
  found((documents) =>
    documents.map((one) => ({
      ...one,
      content: one.content.map((part) => ({ ...part, attachment: change(part.attachment!) })),
    })),
  )
/** The content of a document, as whoever has a token gets it. */
const content = (change: (usual: Reply) => Reply): Behaviour => ({
  sends: (usual, call) =>
    call.kind === 'read' && call.type === 'Binary' && usual.status === 200 ? change(usual) : usual,
})
const bytesOf = (reply: Reply): Buffer | undefined => (Buffer.isBuffer(reply.body) ? reply.body : undefined)

/** What becomes of letters. */
export const documentFaults: Record<string, Fault> = {
  'document-of-another': {
    says: 'finds the documents of the next patient too',
    mustFail: 'DOC-01',
    behaviour: {
      finds: async (usual, call, store) =>
        call.type === 'DocumentReference' && call.query.some(([name]) => name === 'patient')
          ? [...usual, ...(await store.all<DocumentReference>('DocumentReference')).filter(others(usual)).slice(0, 1)]
          : usual,
    },
  },
  'document-without-subject': {
    says: 'does not say whom a document is about',
    mustFail: 'DOC-01',
    behaviour: found((documents) => documents.map(({ subject: _, ...one }) => one)),
  },
  'document-altered': {
    says: 'gives the content of a document with other line ends',
    mustFail: 'DOC-01',
    behaviour: content((usual) => {
      const bytes = bytesOf(usual)
      return bytes
        ? { ...usual, body: Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r\n'), 'latin1') }
        : usual
    }),
  },
  'document-of-same-length': {
    says: 'gives another content of the same length',
    mustFail: 'DOC-01',
    behaviour: content((usual) => {
      const bytes = bytesOf(usual)
      return bytes ? { ...usual, body: Buffer.from(bytes.map((byte) => byte ^ 1)) } : usual
    }),
  },
  'document-cut': {
    says: 'cuts a document off',
    mustFail: 'DOC-01',
    behaviour: content((usual) => ({ ...usual, body: bytesOf(usual)?.subarray(0, 20) ?? usual.body })),
  },
  'document-of-another-type': {
    says: 'calls every content a stream of bytes',
    mustFail: 'DOC-01',
    behaviour: content((usual) =>
      bytesOf(usual) ? { ...usual, headers: { ...usual.headers, 'content-type': 'application/octet-stream' } } : usual,
    ),
  },
  'document-size-off': {
    says: 'describes a document as longer than it is',
    mustFail: 'DOC-01',
    behaviour: described((attachment) => ({ ...attachment, size: (attachment.size ?? 0) + 1 })),
  },
  'document-neither-size-nor-hash': {
    says: 'describes a document without size and hash',
    mustFail: 'DOC-01',
    behaviour: described(({ size: _, hash: __, ...attachment }) => attachment),
  },
  'document-without-type': {
    says: 'does not say of what type a document is',
    mustFail: 'DOC-01',
    behaviour: described(({ contentType: _, ...attachment }) => attachment),
  },
  'document-offsite': {
    says: 'keeps the content of documents on another host',
    mustFail: 'DOC-01',
    behaviour: described((attachment) => ({ ...attachment, url: `http://169.254.169.254/${attachment.url}` })),
  },
  'document-open': {
    says: 'gives the content of a document without a token',
    mustFail: 'DOC-01',
    behaviour: { admits: (usual, call, token) => usual || (call.type === 'Binary' && token === 'none') },
  },
  'document-cacheable': {
    says: 'lets the content of documents be kept on the way',
    mustFail: 'DOC-01',
    behaviour: content((usual) => ({
      ...usual,
      headers: { ...usual.headers, 'cache-control': 'private, max-age=60' },
    })),
  },
  'document-guarded-by-another': {
    says: 'puts the content of a document under the access rules of another patient',
    mustFail: 'DOC-01',
    behaviour: content((usual) =>
      bytesOf(usual)
        ? usual
        : { ...usual, body: { ...(usual.body as Resource), securityContext: { reference: 'Patient/p9' } } },
    ),
  },
  'unknown-document-is-200': {
    says: 'answers an unknown content with an empty one',
    mustFail: 'DOC-01',
    behaviour: {
      sends: (usual, call) =>
        call.type === 'Binary' && call.kind === 'read' && usual.status === 404
          ? { ...usual, status: 200, body: { resourceType: 'Binary', contentType: 'text/plain' } }
          : usual,
    },
  },
}

function others(usual: Resource[]): (one: DocumentReference) => boolean {
  const own = new Set(usual.map((one) => (one as DocumentReference).subject?.reference))
  return (one) => !own.has(one.subject?.reference)
}
