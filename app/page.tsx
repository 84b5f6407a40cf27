import { HomePage } from '@/components/layout/home'

export default function Page() {
  return <HomePage />
}
