import NextAuth from 'next-auth'
import { authOptions } from '@/lib/identity/auth-options'

type Parts = { params: Promise<{ nextauth: string[] }> }

const handle = (request: Request, parts: Parts): Promise<Response> =>
  NextAuth(authOptions())(request as never, parts as never)

export { handle as GET, handle as POST }
