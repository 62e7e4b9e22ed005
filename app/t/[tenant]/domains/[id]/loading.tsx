import { Skeleton, SkeletonRows } from '@/components/ui/skeleton'

export default function Loading() {
  return (
    <>
      <Skeleton className="mb-4 h-5 w-24" />
      <Skeleton className="mb-3 h-9 w-72 max-w-full" />
      <Skeleton className="mb-10 h-6 w-48" />
      <Skeleton className="mb-10 h-44 w-full" />
      <SkeletonRows rows={5} label="Loading the domain" />
    </>
  )
}
