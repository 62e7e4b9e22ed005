import type { TenantView } from '@/lib/tenants/view'

/** Marks everything that is not production, so that nobody mistakes one for the other. */
export function Environment({ name }: { name: TenantView['workspace']['environment'] }) {
  if (name === 'production') return null
  return <span className="border-edge text-soft rounded border px-1.5 text-xs leading-5">{name}</span>
}
