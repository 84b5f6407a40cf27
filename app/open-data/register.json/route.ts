import { bulkAnswer } from '@/lib/assurance/register/bulk/bulk-answer'

/** The whole register at the end of the last day, as JSON (RG-03). */
export const GET = (request: Request): Promise<Response> => bulkAnswer(request, 'json')
