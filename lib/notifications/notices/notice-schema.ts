import { z } from 'zod'

export const acknowledgeNoticeInput = z.object({ noticeId: z.uuid() })
