import { EmptyState } from '@/components/ui/empty-state'

export default function NotFound() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <EmptyState title="There is nothing here">
        The address may be mistyped, or what was here is gone. Open the list of domains above and go from
        there.
      </EmptyState>
    </>
  )
}
