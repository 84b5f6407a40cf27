import { getEvidenceFile } from '@/lib/assurance/evidence/get-evidence-file'
import { readContext } from '@/lib/identity/context'
import { refusalProblem } from '@/lib/platform/refusal-problem'

/** A piece of evidence as it was uploaded: always saved, never shown by the browser in our name (RG-03). */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { actor } = await readContext()
  const file = await getEvidenceFile(actor, (await params).id)
  if (!file) return Response.json(refusalProblem({ kind: 'not-found' }), { status: 404 })
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.contentType,
      'content-disposition': `attachment; filename="${file.name}"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    },
  })
}
